import { smaller } from '../compare.ts'
import { RollupError } from '../errors.ts'
import { EXECUTE_GAS_PER_BYTE, TRANSACTION_GAS_CAP } from '../settler/advanceGas.ts'

/** What the transaction spends beside EXECUTE when it advances by one block by blob reference. */
const RESERVED = 300_000n

/** More than this per block would only make blobs dearer: six of them hold 761,856 bytes. */
const MOST_BYTES = 300_000n

/**
 * Most bytes of witness and payload of a block with that gas limit, such that one L1 transaction (EIP-7825: 2^24 gas) can
 * settle it: `(gasLimit + 16 * bytes) * 64/63` must fit. Errors: GAS_LIMIT_TOO_HIGH.
 */
export function settleablePayloadBytes(gasLimit: bigint): number {
  const callable = ((TRANSACTION_GAS_CAP - RESERVED) * 63n) / 64n
  const bytes = (callable - gasLimit) / EXECUTE_GAS_PER_BYTE
  const fewest = 30_000n
  if (bytes < fewest) {
    const expected = callable - fewest * EXECUTE_GAS_PER_BYTE
    throw new RollupError('GAS_LIMIT_TOO_HIGH', `L1 could not settle blocks with a gas limit of ${gasLimit}`, {
      value: gasLimit,
      expected: `at most ${expected}`,
      hint: 'an L1 transaction has at most 2^24 gas (EIP-7825), and EXECUTE must hold the whole gas limit of the block',
    })
  }
  return Number(smaller(bytes, MOST_BYTES))
}
