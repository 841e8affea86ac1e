import type { Hex } from 'viem'
import {
  createBlockBuilder,
  type Header,
  keccak256,
  type PayloadAttributes,
  type SealedBlock,
  type WorldState,
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
  acceptsRequests: boolean
  recordWitness: boolean
}

export type BlockProducerDeps = Omit<Backend, 'producer' | 'loop'> & { serial: SerialQueue; logger: Logger }

/** Makes the chain's blocks from the pool's transactions. Blocks are valid by construction, so they are not checked again. */
export function createBlockProducer(
  { attributes, payloadBytes, acceptsRequests, recordWitness }: BlockProducerOptions,
  { rules, store, headState, pool, precompiles, clock, serial, logger }: BlockProducerDeps,
): BlockProducer {
  let nextTimestamp: bigint | undefined

  function timestampAfter(parent: Header): bigint {
    const now = nextTimestamp ?? BigInt(clock.now())
    return now > parent.timestamp ? now : parent.timestamp + 1n
  }

  async function assemble(): Promise<Assembly & { parentState: WorldState }> {
    const parent = store.head()
    const parentState = headState.current()
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
    const assembly = await assembleBlock({
      createBuilder: () =>
        createBlockBuilder({
          rules,
          parent: header,
          parentState,
          attributes: chosen,
          ...store.history(parent),
          precompiles,
          recordWitness,
        }),
      best: pool.best,
      payloadBytes,
      acceptsRequests,
    })
    return { ...assembly, parentState }
  }

  function commit({ sealed, included, parentState }: Awaited<ReturnType<typeof assemble>>): SealedBlock {
    nextTimestamp = undefined
    store.insert(sealed, parentState)
    clock.observe(Number(sealed.block.header.timestamp))
    store.setHead(toHex(sealed.hash))
    logger.debug({ number: sealed.block.header.number, transactions: included.length }, 'sealed a block')
    return sealed
  }

  async function assembleAndDrop(): ReturnType<typeof assemble> {
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
