import { bytesToHex, type Hex } from 'viem'
import type { ExecutionNode, Logger } from '../../chain/index.ts'
import { blockOfPayload, NativerollError } from '../../execute/index.ts'
import type { BlobSource } from '../l1/BlobSource.ts'
import type { L1Client } from '../l1/createL1Client.ts'
import type { HeadTracker } from '../l1/HeadTracker.ts'
import type { Advanced, RollupContract } from '../l1/RollupContract.ts'
import { createLoop } from '../loop.ts'
import { printable } from '../printable.ts'
import type { BlockReference } from '../status.ts'
import { advanceInputs } from './advanceInputs.ts'
import { groupByTransaction } from './groupByTransaction.ts'
import { readExecuteInput } from './readExecuteInput.ts'

/** The first block where L1's record and our own execution part. */
export type Mismatch = {
  number: bigint
  /** What differs: a rule of the protocol (`WRONG_STATE_ROOT`), or where the block could not be had from L1. */
  field: string
  expected: string
  got: string
  l1Transaction?: Hex
}

export type FollowerReport = {
  /** The newest block rebuilt. */
  head: BlockReference
  /** Blocks rebuilt so far. */
  blocks: bigint
  /** When set, nothing is rebuilt beyond `head`. */
  mismatch?: Mismatch
}

export type Follower = {
  /** The chain as rebuilt from L1 alone. */
  node: ExecutionNode
  /** Rebuilds up to L1's present head. */
  sync(): Promise<FollowerReport>
  /** Syncs now and after every L1 block, reporting each time something was rebuilt, until `stop`. */
  follow(onReport: (report: FollowerReport) => void): void
  stop(): Promise<void>
}

export type FollowerParts = {
  node: ExecutionNode
  client: L1Client
  contract: RollupContract
  heads: HeadTracker
  blobs: BlobSource
}

/** Blobs whose L1 block is remembered once what L1 has settled is rebuilt: posts that wait are the newest. */
const mostCarried = 8192

/**
 * Rebuilds a rollup from what L1 holds: the events of its contract, the calldata of `advance`, and the blobs these name. Each
 * block is executed in full by a node that knows nothing but the genesis, and what it rebuilt before.
 */
export function createFollowerOf(parts: FollowerParts, { logger }: { logger: Logger }): Follower {
  const { node, client, contract, heads, blobs } = parts
  /** L1 block of the newest post of each blob; one that was never posted came with the advance itself. */
  const carriedBy = new Map<Hex, bigint>()
  let scanned = -1n
  let newest = -1n
  let reorgs = 0
  let mismatch: Mismatch | undefined
  let logged: string | undefined
  let stopFollowing = async () => {}
  let last: Promise<unknown> = Promise.resolve()

  async function syncOnce(): Promise<FollowerReport> {
    const reorgsBefore = reorgs
    const { number: l1Head } = await heads.refresh()
    const events = await contract.advanced(scanned + 1n, l1Head)
    for (const post of await contract.posted(scanned + 1n, l1Head)) {
      for (const hash of post.versionedHashes) carriedBy.set(hash, post.l1Block)
    }
    // Tried again every time: a blob that was not to be had may have turned up.
    mismatch = undefined
    for (const group of groupByTransaction(events)) {
      if (mismatch !== undefined) break
      mismatch = await rebuildAll(group)
    }
    // What was read may be of L1 blocks that are gone by now.
    if (reorgs !== reorgsBefore) return syncOnce()
    if (mismatch === undefined) {
      scanned = l1Head
      for (const hash of carriedBy.keys()) {
        if (carriedBy.size <= mostCarried) break
        carriedBy.delete(hash)
      }
      mismatch = await compareHeads(l1Head)
    }
    if (mismatch !== undefined && logged !== mismatch.expected) {
      logger.error(printable(mismatch), 'follower.mismatch')
      logged = mismatch.expected
    }
    return report()
  }

  /** Whether the block is there already; one that is not kept any more was there. */
  function isRebuilt({ number, hash }: Advanced): boolean {
    const own = node.blockByNumber(number)
    return own === undefined ? number < node.head().block.header.number : bytesToHex(own.hash) === hash
  }

  async function rebuildAll(events: Advanced[]): Promise<Mismatch | undefined> {
    if (events.every(isRebuilt)) return undefined
    const { transactionHash } = events[0]!
    const inputs = await advanceInputs(client, contract.address, transactionHash)
    for (const [index, event] of events.entries()) {
      const input = inputs[index]
      const found =
        input === undefined
          ? { field: 'ADVANCE_INPUT', expected: event.hash, got: 'no input in the transaction' }
          : await rebuild(event, input)
      if (found !== undefined) return { number: event.number, ...found, l1Transaction: transactionHash }
    }
    return undefined
  }

  async function rebuild(event: Advanced, input: Hex): Promise<Omit<Mismatch, 'number'> | undefined> {
    if (isRebuilt(event)) return undefined
    const started = performance.now()
    try {
      const l1BlockOf = (versionedHash: Hex) => carriedBy.get(versionedHash) ?? event.l1Block
      const { newPayloadRequest, chainId } = await readExecuteInput(input, blobs, l1BlockOf)
      if (chainId !== BigInt(node.chainId)) {
        return { field: 'CHAIN_ID', expected: String(node.chainId), got: String(chainId) }
      }
      const sealed = await node.importBlock(blockOfPayload(newPayloadRequest))
      const hash = bytesToHex(sealed.hash)
      if (hash !== event.hash) return { field: 'BLOCK_HASH', expected: event.hash, got: hash }
      node.setForkchoice({ safe: hash, finalized: hash })
      logger.info({ number: Number(event.number), hash, ms: Math.round(performance.now() - started) }, 'block.rebuilt')
      return undefined
    } catch (error) {
      if (!(error instanceof NativerollError)) throw error
      return { field: error.code, expected: show(error.expected), got: `${show(error.value)}: ${error.message}` }
    }
  }

  async function compareHeads(l1Head: bigint): Promise<Mismatch | undefined> {
    const settled = await contract.head()
    const own = node.blockByNumber(settled.number)
    if (own !== undefined && bytesToHex(own.hash) === settled.blockHash) return undefined
    // The contract may have moved on since its events were read.
    if (heads.latest().number > l1Head || own === undefined) return undefined
    return { number: settled.number, field: 'HEAD', expected: settled.blockHash, got: bytesToHex(own.hash) }
  }

  function report(): FollowerReport {
    const { block, hash } = node.head()
    const { number } = block.header
    return { head: { number, hash: bytesToHex(hash) }, blocks: number, ...(mismatch && { mismatch }) }
  }

  function sync(): Promise<FollowerReport> {
    const result = last.then(syncOnce)
    last = result.catch(() => {})
    return result
  }

  heads.onBlock(({ number }) => {
    if (number <= newest) reorgs++
    newest = number
    if (number <= scanned) scanned = number - 1n
  })

  return {
    node,
    sync,
    follow(onReport) {
      let reported = ''
      const work = async () => {
        const now = await sync()
        const key = `${now.head.hash}${now.mismatch?.field}`
        if (key !== reported) onReport(now)
        reported = key
      }
      const loop = createLoop('follow', work, logger)
      const stopListening = heads.onBlock(loop.trigger)
      stopFollowing = () => {
        stopListening()
        return loop.idle()
      }
      loop.trigger()
    },
    stop: () => stopFollowing(),
  }
}

function show(value: unknown): string {
  return value instanceof Uint8Array ? bytesToHex(value) : String(value)
}
