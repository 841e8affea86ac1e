import { type Hex, hexToBytes, keccak256 } from 'viem'
import {
  type ChainRules,
  createBlockBuilder,
  decodeTransaction,
  type SealedBlock,
  unpackPayloadBlobBytes,
} from '../../execute/index.ts'
import type { BatchedBlock } from '../batcher/encodeBatch.ts'

export type RebuildOptions = {
  rules: ChainRules
  /** 20 bytes. */
  feeRecipient: Uint8Array
  gasLimit: bigint
  anchorHash(number: bigint): Promise<Hex>
  /** Hash of a block at or before `parent`. */
  getBlockHash(number: bigint): Uint8Array | undefined
}

/** Builds the blocks of a batch again on `parent`: batch, parent and policy determine them. Errors: InvalidBlock, InvalidTransaction. */
export async function rebuildBatch(
  parent: SealedBlock,
  batch: BatchedBlock[],
  options: RebuildOptions,
): Promise<SealedBlock[]> {
  const { rules, feeRecipient, gasLimit, anchorHash } = options
  const rebuilt: SealedBlock[] = []
  for (const { timestamp, anchorNumber, payload } of batch) {
    const on = rebuilt.at(-1) ?? parent
    const anchor = await anchorHash(anchorNumber)
    const builder = await createBlockBuilder({
      rules,
      parent: on.block.header,
      parentState: on.state,
      attributes: {
        timestamp,
        prevRandao: keccak256(anchor, 'bytes'),
        suggestedFeeRecipient: feeRecipient,
        parentBeaconBlockRoot: hexToBytes(anchor),
        gasLimit,
        withdrawals: [],
      },
      getBlockHash: (number) =>
        rebuilt.find(({ block }) => block.header.number === number)?.hash ?? options.getBlockHash(number),
    })
    for (const bytes of unpackPayloadBlobBytes(payload).transactions) {
      await builder.add(decodeTransaction(bytes, rules, { timestamp }))
    }
    rebuilt.push(await builder.seal())
  }
  return rebuilt
}
