/** EIP-1474: limit exceeded. */
const limitExceeded = -32005

/**
 * What `read` finds in blocks `from` to `to`, inclusive, in order: by one question, or where the server says that this is too
 * much by one for each half. Errors: those of `read`; the limit too, if a single block exceeds it.
 */
export async function inHalves<T>(
  from: bigint,
  to: bigint,
  read: (from: bigint, to: bigint) => Promise<T[]>,
): Promise<T[]> {
  try {
    return await read(from, to)
  } catch (error) {
    if (from >= to || !isLimit(error)) throw error
    const middle = (from + to) / 2n
    return [...(await inHalves(from, middle, read)), ...(await inHalves(middle + 1n, to, read))]
  }
}

/** viem wraps what a transport rejects with. */
function isLimit(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return code === limitExceeded || isLimit(cause)
}
