/** Why a node did not take a transaction, or did not answer at all. */
export type Rejection = 'known' | 'nonce-taken' | 'underpriced' | 'insufficient-funds' | 'refused' | 'unreachable'

/** The words of geth, reth, anvil and our own node; JSON-RPC has no codes for these. */
const WORDS: [RegExp, Rejection][] = [
  [/already known|already imported|known transaction/i, 'known'],
  [/nonce too low|nonce is too low/i, 'nonce-taken'],
  [/underpriced|fee too low|less than block base fee|max fee per blob gas/i, 'underpriced'],
  [/insufficient funds|not enough funds/i, 'insufficient-funds'],
]

/** An error with a numeric JSON-RPC code (or one that wraps it) is the node's answer; anything else means it was not reached. */
export function classifyRejection(error: unknown): Rejection {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (!('code' in cause) || typeof cause.code !== 'number') continue
    const { message } = cause
    return WORDS.find(([words]) => words.test(message))?.[1] ?? 'refused'
  }
  return 'unreachable'
}
