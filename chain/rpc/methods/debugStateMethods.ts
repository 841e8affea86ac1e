import type { Hex } from 'viem'
import {
  type Account,
  type SealedBlock,
  storageRange,
  traceTransactions,
  type WorldState,
} from '../../../execute/index.ts'
import type { Backend } from '../../Backend.ts'
import { fromHex, toHex } from '../../hex.ts'
import { replayBlock } from '../../replayBlock.ts'
import { createTraceBudget } from '../../tracing/TraceBudget.ts'
import { blockIdentifier, requireBlock } from '../blockIdentifier.ts'
import { address, bytes, hash, looseQuantity, Mismatch, optional, type Parser, readParameters } from '../parameters.ts'
import { RpcError, rpcCodes } from '../RpcError.ts'
import type { RpcMethods } from '../router.ts'

/** Slots in one answer. */
const mostSlots = 1024

/** What of the state a block or a transaction finds and leaves, as go-ethereum's `debug_…` has it. */
export function createDebugStateMethods(backend: Backend): RpcMethods {
  const { store } = backend

  function parentOf({ block }: SealedBlock): SealedBlock {
    const parent = store.blockByHash(toHex(block.header.parentHash))
    if (parent === undefined) throw new RpcError(rpcCodes.invalidInput, `block ${block.header.number} has no parent`)
    return parent
  }

  /** Told of the state before and after each transaction. */
  async function runAgain(
    sealed: SealedBlock,
    watch: { before?(state: WorldState, index: number): void; after?(state: WorldState): void; upTo?: number },
  ): Promise<void> {
    const parent = parentOf(sealed)
    await traceTransactions({
      rules: backend.rules,
      parent: parent.block.header,
      parentState: store.parentState(sealed),
      block: sealed.block,
      ...store.history(parent),
      precompiles: backend.precompiles,
      ...(watch.upTo !== undefined && { upTo: watch.upTo }),
      tracerFor: (index) => ({
        ...(watch.before && { begin: (state) => watch.before?.(state, index) }),
        ...(watch.after && { end: watch.after }),
      }),
    })
  }

  async function stateBefore(sealed: SealedBlock, index: number): Promise<WorldState> {
    const count = sealed.block.transactions.length
    if (index === 0 && count === 0) return store.parentState(sealed)
    if (index >= count) throw new RpcError(rpcCodes.invalidInput, `transaction index ${index} out of range for block`)
    let found: WorldState | undefined
    const before = (state: WorldState, at: number) => {
      if (at === index) found = state
    }
    await runAgain(sealed, { before, upTo: index })
    return found!
  }

  /** Accounts that the blocks after `start` up to `end` have looked at, and that are not the same afterwards. */
  async function modified(start: SealedBlock, end: SealedBlock): Promise<Hex[]> {
    const [from, to] = [start.block.header.number, end.block.header.number]
    if (from >= to) {
      const message = `start block height (${from}) must be less than end block height (${to})`
      throw new RpcError(rpcCodes.invalidInput, message)
    }
    const budget = createTraceBudget(backend.limits)
    const candidates = new Set<Hex>()
    for (let block = end; block.block.header.number > from; block = parentOf(block)) {
      await budget.turn()
      const { witness } = await replayBlock(backend, block, { recordWitness: true })
      for (const key of witness?.keys ?? []) if (key.length === 20) candidates.add(toHex(key))
    }
    return [...candidates].filter(
      (one) => !sameAccount(start.state.getAccount(fromHex(one)), end.state.getAccount(fromHex(one))),
    )
  }
  const modifiedIn = (start: SealedBlock, end: SealedBlock | undefined) =>
    end ? modified(start, end) : modified(parentOf(start), start)

  return {
    /** The state before the transaction of that index. Slots' numbers are not kept, only their hashes: `key` is null. */
    async debug_storageRangeAt(params) {
      const read = readParameters(params, {
        block: blockIdentifier,
        index: looseQuantity,
        address,
        from: rangeStart,
        most: looseQuantity,
      })
      const state = await stateBefore(requireBlock(store, read.block), Number(read.index))
      const most = Math.min(Number(read.most), mostSlots)
      const storage: Record<Hex, { key: null; value: Hex }> = {}
      let taken = 0
      for (const { hashedKey, value } of storageRange(state, fromHex(read.address), read.from)) {
        if (taken++ === most) return { storage, nextKey: toHex(hashedKey) }
        storage[toHex(hashedKey)] = { key: null, value: toHex(value) }
      }
      return { storage, nextKey: null }
    },
    async debug_getModifiedAccountsByNumber(params) {
      const { start, end } = readParameters(params, { start: looseQuantity, end: optional(looseQuantity) })
      return modifiedIn(requireBlock(store, start), end === undefined ? undefined : requireBlock(store, end))
    },
    async debug_getModifiedAccountsByHash(params) {
      const { start, end } = readParameters(params, { start: hash, end: optional(hash) })
      const byHash = (wanted: Hex) => requireBlock(store, { hash: wanted, requireCanonical: false })
      return modifiedIn(byHash(start), end === undefined ? undefined : byHash(end))
    },
    /** The state root after each transaction. */
    async debug_intermediateRoots(params) {
      const read = readParameters(params, { hash, config: optional((value) => value) })
      const roots: Hex[] = []
      const sealed = requireBlock(store, { hash: read.hash, requireCanonical: false })
      await runAgain(sealed, { after: ({ root }) => void roots.push(toHex(root)) })
      return roots
    },
    /** Blocks come from this node or were executed by it: none is kept that is not valid. */
    debug_getBadBlocks: async (params) => {
      readParameters(params, {})
      return []
    },
  }
}

/** A hash, or how it begins. */
const rangeStart: Parser<Uint8Array> = (value) => {
  const start = bytes(value)
  if (start.length > 32) throw new Mismatch('at most 32 bytes', value)
  return start
}

function sameAccount(a: Account | undefined, b: Account | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return (
    a.nonce === b.nonce &&
    a.balance === b.balance &&
    Buffer.compare(a.codeHash, b.codeHash) === 0 &&
    Buffer.compare(a.storageRoot, b.storageRoot) === 0
  )
}
