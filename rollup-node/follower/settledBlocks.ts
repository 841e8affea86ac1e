import type { Hex } from 'viem'
import { blockOfPayload } from '../../execute/index.ts'
import { RollupError } from '../errors.ts'
import type { BlobSource } from '../l1/BlobSource.ts'
import type { L1Client } from '../l1/createL1Client.ts'
import type { RollupContract } from '../l1/RollupContract.ts'
import { advanceInputs } from './advanceInputs.ts'
import { groupByTransaction } from './groupByTransaction.ts'
import { readExecuteInput } from './readExecuteInput.ts'

/** A block as L1 executed it; `block` is its RLP. */
export type SettledBlock = { number: bigint; hash: Hex; block: Uint8Array }

/**
 * The blocks after number `after` that L1 has settled in its blocks `from` to `to`, oldest first.
 * Errors: BLOB_NOT_FOUND, ADVANCE_INPUT, those of the decoder.
 */
export async function settledBlocks(
  { client, contract, blobs }: { client: L1Client; contract: RollupContract; blobs: BlobSource },
  { after, from, to }: { after: bigint; from: bigint; to: bigint },
): Promise<SettledBlock[]> {
  const carriedBy = new Map<Hex, bigint>()
  for (const { versionedHashes, l1Block } of await contract.posted(from, to)) {
    for (const hash of versionedHashes) carriedBy.set(hash, l1Block)
  }
  const found: SettledBlock[] = []
  for (const events of groupByTransaction(await contract.advanced(from, to))) {
    if (events.at(-1)!.number <= after) continue
    const inputs = await advanceInputs(client, contract.address, events[0]!.transactionHash)
    for (const [index, { number, hash, l1Block, transactionHash }] of events.entries()) {
      if (number <= after) continue
      const input = inputs[index]
      if (input === undefined) {
        throw new RollupError('ADVANCE_INPUT', `no input of block ${number} in the transaction that settled it`, {
          value: transactionHash,
        })
      }
      const { newPayloadRequest } = await readExecuteInput(input, blobs, (blob) => carriedBy.get(blob) ?? l1Block)
      found.push({ number, hash, block: blockOfPayload(newPayloadRequest) })
    }
  }
  return found
}
