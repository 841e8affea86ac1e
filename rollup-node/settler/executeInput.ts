import { bytesToHex, type Hex, hexToBytes } from 'viem'
import { blobSlice, encodeExecuteInput, type SealedBlock, schemaIdOf, statelessInputOf } from '../../execute/index.ts'
import type { AcceptedPost } from '../l1/RollupRecord.ts'
import type { AdvancedBlock } from './advanceGas.ts'

/** A block as `NativeRollup.advance` takes it, and what its gas is reckoned from. */
export type SettledBlockInput = AdvancedBlock & { number: bigint; hash: Hex; anchorNumber: bigint; timestamp: bigint }

const NO_WITNESS = { state: [], codes: [], headers: [] }

/** The EXECUTE input of a block: with a post, transactions and witness are read from its blobs; without one, all is inline. */
export function executeInput(
  sealed: SealedBlock,
  block: { chainId: number; anchorNumber: bigint; post?: AcceptedPost },
): SettledBlockInput {
  const { number, gasLimit, gasUsed, timestamp } = sealed.block.header
  // The witness of an old block may be pruned here, but its post holds it.
  const witnessed = block.post === undefined ? sealed : { ...sealed, witness: sealed.witness ?? NO_WITNESS }
  const input = statelessInputOf(witnessed, block.chainId)
  const schemaId = schemaIdOf(sealed.block.header)
  const common = {
    number,
    hash: bytesToHex(sealed.hash),
    gasLimit,
    gasUsed,
    timestamp,
    anchorNumber: block.anchorNumber,
  }
  if (block.post === undefined) {
    return { ...common, input: encodeExecuteInput({ schemaId, input }), referencedBytes: 0 }
  }
  const { payload, witness } = block.post.slices[Number(number - block.post.first)]!
  const hashes = block.post.versionedHashes.map((hash) => hexToBytes(hash))
  const reference = {
    transactions: blobSlice(hashes, payload.offset, payload.length),
    witness: blobSlice(hashes, witness.offset, witness.length),
  }
  return {
    ...common,
    input: encodeExecuteInput({ schemaId, input, reference }),
    referencedBytes: payload.length + witness.length,
  }
}
