import type { TypedTransaction } from '@ethereumjs/tx'
import type { Hex } from 'viem'
import { keccak256, type SealedBlock, type WorldState } from '../../../../execute/index.ts'
import type { Backend } from '../../../Backend.ts'
import { fromHex, toHex, toQuantity } from '../../../hex.ts'
import { decodeRawTransaction } from '../../../pool/decodeRawTransaction.ts'
import { TransactionRejected } from '../../../pool/TransactionRejected.ts'
import {
  hash,
  hex,
  list,
  looseQuantity,
  Mismatch,
  object,
  optional,
  type Parser,
  readParameters,
} from '../../parameters.ts'
import type { RequestSigner } from '../../RequestSigner.ts'
import { RpcError, rpcCodes } from '../../RpcError.ts'
import type { RpcMethods } from '../../router.ts'

/** What `evm_revert` goes back to. */
export type Snapshot = { head: SealedBlock; state: WorldState }

/** Going back, and taking another way from there. Time does not go back. */
export function createHistoryMethods(
  { store, producer, headState, pool, rules }: Backend,
  signer: RequestSigner,
  snapshots: Map<bigint, Snapshot>,
): RpcMethods {
  let lastSnapshot = 0n

  /** The block `depth` below the head. Errors: -32602 when it lies before the genesis or below the finalized block. */
  function ancestor(depth: bigint): SealedBlock {
    const { number } = store.head().block.header
    const floor = store.finalized() === store.head() ? 0n : store.finalized().block.header.number
    if (depth > 0n && depth <= number - floor) return store.blockByNumber(number - depth) as SealedBlock
    const message = `a chain of ${number} blocks with block ${floor} finalized can go back by 1 to ${number - floor}`
    throw new RpcError(rpcCodes.invalidParams, `${message}, not by ${depth}`)
  }

  async function decode(transaction: Hex | object): Promise<TypedTransaction> {
    if (typeof transaction === 'object') return signer.transaction(transaction)
    return decodeRawTransaction(fromHex(transaction), rules, producer.nextTimestamp()).transaction
  }

  return {
    async snapshot(params) {
      readParameters(params, {})
      lastSnapshot += 1n
      snapshots.set(lastSnapshot, { head: store.head(), state: headState.current() })
      return toQuantity(lastSnapshot)
    },
    /** As anvil's: the snapshot and all later ones are gone afterwards. */
    async revert(params) {
      const { id } = readParameters(params, { id: looseQuantity })
      const snapshot = snapshots.get(id)
      if (snapshot === undefined) return false
      for (const later of snapshots.keys()) if (later >= id) snapshots.delete(later)
      await producer.rewind(toHex(snapshot.head.hash), snapshot.state)
      pool.onAmended()
      return true
    },
    async rollback(params) {
      const { to } = readParameters(params, { to: optional(rollbackTarget, 1n) })
      const { number } = store.head().block.header
      const target = typeof to === 'bigint' ? ancestor(to) : store.blockByHash(to.hash)
      if (target === undefined || !store.isCanonical(target)) {
        throw new RpcError(rpcCodes.invalidInput, 'block not found: it is not on the canonical chain')
      }
      if (target !== store.head()) await producer.rewind(toHex(ancestor(number - target.block.header.number).hash))
      return null
    },
    /** go-ethereum's: back to the block of that number. */
    async setHead(params) {
      const { block } = readParameters(params, { block: looseQuantity })
      const depth = store.head().block.header.number - block
      if (depth > 0n) await producer.rewind(toHex(ancestor(depth).hash))
      return null
    },
    /**
     * As anvil's: the last `depth` blocks give way to as many others, which hold the transactions given for them and no
     * more. As on a live chain, the transactions of the blocks that are gone return to the pool.
     */
    async reorg(params) {
      const { depth, transactions } = readParameters(params, {
        depth: looseQuantity,
        transactions: optional(list(placedTransaction), []),
      })
      const from = ancestor(depth)
      for (const { block } of transactions) {
        if (block < depth) continue
        throw new RpcError(
          rpcCodes.invalidParams,
          `a reorg of ${depth} blocks has blocks 0 to ${depth - 1n}, not ${block}`,
        )
      }
      const placed = await Promise.all(
        transactions.map(async ({ transaction, block }) => ({ transaction: await decode(transaction), block })),
      ).catch((error: unknown) => {
        if (!(error instanceof TransactionRejected)) throw error
        throw new RpcError(rpcCodes.invalidParams, `invalid argument 1 (transactions): ${error.message}`)
      })
      const first = from.block.header.number + 1n
      await producer.reorg(
        from,
        Array.from({ length: Number(depth) }, (_, i) => {
          const replaced = store.blockByNumber(first + BigInt(i)) as SealedBlock
          return {
            transactions: placed.filter(({ block }) => block === BigInt(i)).map(({ transaction }) => transaction),
            timestamp: replaced.block.header.timestamp,
            // Another proposer's, so that even an empty block differs from the one it replaces.
            prevRandao: keccak256(replaced.hash),
          }
        }),
      )
      return null
    },
    async reset(params) {
      const { fork } = readParameters(params, { fork: optional(forking) })
      if (fork?.forking?.jsonRpcUrl) {
        throw new RpcError(rpcCodes.methodNotSupported, 'this chain forks no other: reset without parameters')
      }
      snapshots.clear()
      await producer.rewind(toHex(store.genesis.hash))
      pool.clear(new TransactionRejected('RESET', 'the chain was reset'))
      return null
    },
  }
}

const forking = object({ forking: optional(object({ jsonRpcUrl: optional((value) => value) })) })

/** A depth, or the block to go back to. */
const rollbackTarget: Parser<bigint | { hash: Hex }> = (value) => {
  if (typeof value === 'string' && value.length === 66) return { hash: hash(value) }
  return looseQuantity(value)
}

/** `[transaction, block]`: raw bytes or a request, and the index of the new block that it belongs into. */
const placedTransaction: Parser<{ transaction: Hex | object; block: bigint }> = (value) => {
  if (!Array.isArray(value) || value.length !== 2) throw new Mismatch('[transaction, block]', value)
  const [transaction, block] = value
  return {
    transaction: typeof transaction === 'object' && transaction !== null ? transaction : hex(transaction),
    block: looseQuantity(block),
  }
}
