import type { Hex } from 'viem'
import type { Backend } from '../../Backend.ts'
import { toHex, toQuantity } from '../../hex.ts'
import type { Mining } from '../../production/mining.ts'
import { bool, decimal, looseQuantity, Mismatch, object, optional, type Parser, readParameters } from '../parameters.ts'
import { RpcError, rpcCodes } from '../RpcError.ts'
import type { RpcMethod, RpcMethods } from '../router.ts'

/** Time, mining and snapshots, under the names of anvil, Hardhat and Ganache. They leave every block valid. */
export function createEvmMethods({ store, producer, loop, clock }: Backend): RpcMethods {
  const snapshots = new Map<bigint, Hex>()
  let lastSnapshot = 0n

  const mine: RpcMethod = async (params) => {
    const { blocks, interval } = readParameters(params, {
      blocks: optional(looseQuantity, 1n),
      interval: optional(looseQuantity, 1n),
    })
    for (let i = 0n; i < blocks; i++) {
      if (i > 0n) producer.setNextTimestamp(store.head().block.header.timestamp + interval)
      await producer.seal()
    }
    return null
  }

  const increaseTime: RpcMethod = async (params) => {
    const { seconds } = readParameters(params, { seconds: looseQuantity })
    clock.warp(Number(seconds))
    return toQuantity(seconds)
  }

  const setNextBlockTimestamp: RpcMethod = async (params) => {
    const { timestamp } = readParameters(params, { timestamp: looseQuantity })
    const head = store.head().block.header.timestamp
    if (timestamp <= head) {
      throw new RpcError(rpcCodes.invalidParams, `timestamp ${timestamp} must exceed that of the head, ${head}`)
    }
    producer.setNextTimestamp(timestamp)
    return null
  }

  const setAutomine: RpcMethod = async (params) => {
    const { enabled } = readParameters(params, { enabled: bool })
    loop.setMining({ mode: enabled ? 'instant' : 'manual' })
    return null
  }

  const setIntervalMining: RpcMethod = async (params) => {
    const { seconds } = readParameters(params, { seconds: decimal })
    loop.setMining(miningEvery(seconds))
    return null
  }

  const snapshot: RpcMethod = async (params) => {
    readParameters(params, {})
    lastSnapshot += 1n
    snapshots.set(lastSnapshot, toHex(store.head().hash))
    return toQuantity(lastSnapshot)
  }

  /** As anvil's: the snapshot and all later ones are gone afterwards. Time does not go back. */
  const revert: RpcMethod = async (params) => {
    const { id } = readParameters(params, { id: looseQuantity })
    const hash = snapshots.get(id)
    if (hash === undefined) return false
    for (const later of snapshots.keys()) if (later >= id) snapshots.delete(later)
    await producer.rewind(hash)
    return true
  }

  return {
    async evm_mine(params) {
      const { options } = readParameters(params, { options: optional(mineOptions, {}) })
      if (options.timestamp !== undefined) await setNextBlockTimestamp([toQuantity(options.timestamp)], {})
      for (let i = 0n; i < (options.blocks ?? 1n); i++) await producer.seal()
      return '0x0'
    },
    anvil_mine: mine,
    hardhat_mine: mine,
    evm_increaseTime: increaseTime,
    evm_setNextBlockTimestamp: setNextBlockTimestamp,
    evm_setAutomine: setAutomine,
    evm_setIntervalMining: setIntervalMining,
    anvil_setAutoMine: setAutomine,
    anvil_setIntervalMining: setIntervalMining,
    anvil_getAutomine: async () => loop.mining().mode === 'instant',
    hardhat_getAutomine: async () => loop.mining().mode === 'instant',
    anvil_getIntervalMining: async () => {
      const mining = loop.mining()
      return mining.mode === 'interval' ? mining.seconds : null
    },
    evm_snapshot: snapshot,
    anvil_snapshot: snapshot,
    evm_revert: revert,
    anvil_revert: revert,
  }
}

const mineOptionsObject = object({ timestamp: optional(looseQuantity), blocks: optional(looseQuantity) })

/** Ganache took a timestamp, anvil takes an object. */
const mineOptions: Parser<{ timestamp?: bigint | undefined; blocks?: bigint | undefined }> = (value) => {
  if (typeof value === 'object') return mineOptionsObject(value)
  if (typeof value !== 'number' && typeof value !== 'string')
    throw new Mismatch('a timestamp or { timestamp, blocks }', value)
  return { timestamp: looseQuantity(value) }
}

/** 0 turns interval mining off, as in anvil. */
function miningEvery(seconds: number): Mining {
  return seconds > 0 ? { mode: 'interval', seconds } : { mode: 'manual' }
}
