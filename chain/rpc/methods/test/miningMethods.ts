import type { Backend } from '../../../Backend.ts'
import { encodeRpcBlock } from '../../encoding/encodeBlock.ts'
import {
  bool,
  decimal,
  looseQuantity,
  Mismatch,
  object,
  optional,
  type Parser,
  readParameters,
} from '../../parameters.ts'
import { RpcError, rpcCodes } from '../../RpcError.ts'
import type { RpcMethods } from '../../router.ts'
import { futureTimestamp } from './futureTimestamp.ts'

/** Blocks that one request may mine: minutes of work, and no more. */
const mostBlocks = 100_000n

/** When blocks are made. */
export function createMiningMethods({ store, producer, loop }: Backend): RpcMethods {
  async function seal(blocks: bigint, interval?: bigint): Promise<void> {
    if (blocks > mostBlocks) {
      throw new RpcError(rpcCodes.invalidParams, `at most ${mostBlocks} blocks are mined at once, not ${blocks}`)
    }
    for (let i = 0n; i < blocks; i++) {
      if (interval && i > 0n) producer.next.timestamp = store.head().block.header.timestamp + interval
      await producer.seal()
    }
  }

  async function sealAt(params: unknown[]): Promise<void> {
    const { options } = readParameters(params, { options: optional(mineOptions, {}) })
    if (options.timestamp !== undefined) producer.next.timestamp = futureTimestamp(store, options.timestamp)
    await seal(options.blocks ?? 1n)
  }

  return {
    async mine(params) {
      const { blocks, interval } = readParameters(params, {
        blocks: optional(looseQuantity, 1n),
        interval: optional(looseQuantity),
      })
      await seal(blocks, interval)
      return null
    },
    async mineAt(params) {
      await sealAt(params)
      return '0x0'
    },
    async mineDetailed(params) {
      const first = store.head().block.header.number + 1n
      await sealAt(params)
      const mined = []
      for (let number = first; ; number++) {
        const block = store.blockByNumber(number)
        if (block === undefined) return mined
        mined.push(encodeRpcBlock(block, { fullTransactions: true }))
      }
    },
    async setAutomine(params) {
      const { enabled } = readParameters(params, { enabled: bool })
      loop.setMining({ mode: enabled ? 'instant' : 'manual' })
      return null
    },
    getAutomine: async () => loop.mining().mode === 'instant',
    async setIntervalMining(params) {
      const { seconds } = readParameters(params, { seconds: decimal })
      if (seconds > longestInterval) {
        throw new RpcError(rpcCodes.invalidParams, `an interval has at most ${longestInterval} seconds, not ${seconds}`)
      }
      // 0 turns interval mining off, as in anvil.
      loop.setMining(seconds > 0 ? { mode: 'interval', seconds } : { mode: 'manual' })
      return null
    },
    async getIntervalMining() {
      const mining = loop.mining()
      return mining.mode === 'interval' ? mining.seconds : null
    },
  }
}

/** Seconds: what a timer of Node can wait (2^31 ms). */
const longestInterval = 2_147_483

const mineOptionsObject = object({ timestamp: optional(looseQuantity), blocks: optional(looseQuantity) })

/** Ganache took a timestamp, anvil takes an object. */
const mineOptions: Parser<{ timestamp?: bigint | undefined; blocks?: bigint | undefined }> = (value) => {
  if (typeof value === 'object') return mineOptionsObject(value)
  if (typeof value !== 'number' && typeof value !== 'string')
    throw new Mismatch('a timestamp or { timestamp, blocks }', value)
  return { timestamp: looseQuantity(value) }
}
