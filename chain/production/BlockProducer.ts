import type { Hex } from 'viem'
import {
  createBlockBuilder,
  type Header,
  keccak256,
  type PayloadAttributes,
  type SealedBlock,
} from '../../execute/index.ts'
import type { Backend } from '../Backend.ts'
import { toHex } from '../hex.ts'
import type { Logger } from '../logger.ts'
import type { SerialQueue } from '../serialQueue.ts'
import { type Assembly, assembleBlock } from './assembleBlock.ts'

export type BlockProducer = {
  /** Seals one block now, even an empty one. */
  seal(): Promise<SealedBlock>
  /** Seals a block if that brings any executable transaction forward; undefined if there is none. */
  sealPending(): Promise<SealedBlock | undefined>
  /** What the next block would be if it were sealed now. Changes nothing. */
  preview(): Promise<SealedBlock>
  /** Makes an earlier block the head again, as `evm_revert` does. */
  rewind(hash: Hex): Promise<void>
  /** Gives the next block this timestamp (unix seconds), which must exceed the head's. */
  setNextTimestamp(timestamp: bigint): void
  /** Unix seconds that the next block would have. */
  nextTimestamp(): bigint
}

export type BlockProducerOptions = {
  attributes?: ((parent: Header) => Promise<Partial<PayloadAttributes>>) | undefined
  payloadBytes: number
  recordWitness: boolean
}

export type BlockProducerDeps = Omit<Backend, 'producer' | 'loop'> & { serial: SerialQueue; logger: Logger }

/** Makes the chain's blocks from the pool's transactions. Blocks are valid by construction, so they are not checked again. */
export function createBlockProducer(
  { attributes, payloadBytes, recordWitness }: BlockProducerOptions,
  { rules, store, state, pool, precompiles, clock, serial, logger }: BlockProducerDeps,
): BlockProducer {
  let nextTimestamp: bigint | undefined

  function timestampAfter(parent: Header): bigint {
    const now = nextTimestamp ?? BigInt(clock.now())
    return now > parent.timestamp ? now : parent.timestamp + 1n
  }

  async function assemble(): Promise<Assembly> {
    const parent = store.head()
    const { header } = parent.block
    const chosen: PayloadAttributes = {
      timestamp: timestampAfter(header),
      prevRandao: keccak256(parent.hash),
      suggestedFeeRecipient: header.coinbase,
      parentBeaconBlockRoot: new Uint8Array(32),
      gasLimit: header.gasLimit,
      withdrawals: [],
      ...(await attributes?.(header)),
    }
    return assembleBlock({
      createBuilder: () =>
        createBlockBuilder({
          rules,
          parent: header,
          parentState: state(),
          attributes: chosen,
          ...store.history(parent),
          precompiles,
          recordWitness,
        }),
      best: pool.best,
      payloadBytes,
    })
  }

  function commit({ sealed, included }: Assembly): SealedBlock {
    nextTimestamp = undefined
    store.insert(sealed)
    clock.observe(Number(sealed.block.header.timestamp))
    store.setHead(toHex(sealed.hash))
    logger.debug({ number: sealed.block.header.number, transactions: included.length }, 'sealed a block')
    return sealed
  }

  async function assembleAndDrop(): Promise<Assembly> {
    const assembly = await assemble()
    for (const { entry, reason } of assembly.rejected) {
      logger.warn({ hash: entry.hash, reason: reason.message }, 'dropped a transaction that no block can include')
      pool.drop(entry.hash, reason)
    }
    return assembly
  }

  return {
    seal: () => serial.run(async () => commit(await assembleAndDrop())),
    sealPending: () =>
      serial.run(async () => {
        if (!pool.hasExecutable()) return undefined
        const assembly = await assembleAndDrop()
        // What remains waits for lower fees, and only a block lowers them: an empty one if need be.
        return assembly.included.length > 0 || pool.hasExecutable() ? commit(assembly) : undefined
      }),
    preview: async () => (await assemble()).sealed,
    rewind: (hash) => serial.run(async () => void store.setHead(hash)),
    setNextTimestamp(timestamp) {
      nextTimestamp = timestamp
    },
    nextTimestamp: () => timestampAfter(store.head().block.header),
  }
}
