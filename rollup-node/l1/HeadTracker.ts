import type { Hex } from 'viem'
import type { Logger } from '../../chain/index.ts'
import { createL1Client, readL1Block } from './createL1Client.ts'
import type { L1Block } from './L1Block.ts'
import type { L1Provider } from './L1Provider.ts'

export type HeadTracker = {
  /** Reads the head and begins to follow it. */
  start(): Promise<void>
  stop(): void
  /** The newest block seen. */
  latest(): L1Block
  /** Asks L1 now; what it has beyond `latest` is announced before this resolves. */
  refresh(): Promise<L1Block>
  /**
   * Calls back for every L1 block after the present one, in order and without gaps. After a reorg the numbers step back to
   * the first replaced block. Returns the way to stop it.
   */
  onBlock(listener: (block: L1Block) => void): () => void
  /** Resolves with the next block after this call, or with `undefined` when the tracker stops. */
  next(): Promise<L1Block | undefined>
}

/** How many block hashes are remembered, to find where a reorg begins: EIP-2935's window, in which anchors must lie too. */
const REMEMBERED = 8191n

/**
 * Follows L1's head: by the provider's own events where it has them, else by asking every `pollingInterval` ms.
 * A block that came and went between two questions is fetched by its child's parent hash, so none is missed.
 */
export function createHeadTracker(
  options: { provider: L1Provider; pollingInterval?: number },
  deps: { logger: Logger },
): HeadTracker {
  const { provider, pollingInterval = 200 } = options
  const client = createL1Client(provider)
  const listeners = new Set<(block: L1Block) => void>()
  const waiters = new Set<(block: L1Block | undefined) => void>()
  const hashes = new Map<bigint, Hex>()
  let latest: L1Block | undefined
  let running: Promise<L1Block> | undefined
  let queued: Promise<L1Block> | undefined
  let unreachable = false
  let stopped = false
  let stopListening = () => {}

  async function update(): Promise<L1Block> {
    const head = await readL1Block(client)
    if (latest === undefined) return accept(head)
    if (head.hash === latest.hash) return head
    const lowest = hashes.keys().next().value!
    const fresh = [head]
    for (let oldest = head; oldest.number > lowest && hashes.get(oldest.number - 1n) !== oldest.parentHash; ) {
      oldest = await readL1Block(client, { blockHash: oldest.parentHash })
      fresh.unshift(oldest)
    }
    for (const block of fresh) announce(accept(block))
    return head
  }

  function accept(block: L1Block): L1Block {
    for (let stale = block.number; hashes.delete(stale); stale++);
    hashes.set(block.number, block.hash)
    hashes.delete(block.number - REMEMBERED)
    latest = block
    return block
  }

  function announce(block: L1Block): void {
    for (const listener of listeners) listener(block)
    for (const resolve of waiters) resolve(block)
    waiters.clear()
  }

  function refresh(): Promise<L1Block> {
    if (running === undefined) {
      running = update().finally(() => {
        running = undefined
      })
      return running
    }
    // Whoever asks while an answer is under way may know of a newer head than that answer.
    queued ??= running
      .catch(() => {})
      .then(() => {
        queued = undefined
        return refresh()
      })
    return queued
  }

  async function look(): Promise<void> {
    try {
      await refresh()
      if (unreachable) deps.logger.info('l1.reachable')
      unreachable = false
    } catch (error) {
      if (!unreachable && !stopped) deps.logger.warn({ err: error }, 'l1.unreachable')
      unreachable = true
    }
  }

  function listen(): () => void {
    if (provider.subscribe !== undefined) return provider.subscribe(() => void look())
    let timer: NodeJS.Timeout
    const poll = async () => {
      await look()
      if (!stopped) timer = setTimeout(poll, pollingInterval)
    }
    timer = setTimeout(poll, pollingInterval)
    return () => clearTimeout(timer)
  }

  return {
    async start() {
      stopped = false
      await refresh()
      stopListening = listen()
    },
    stop() {
      stopped = true
      stopListening()
      for (const resolve of waiters) resolve(undefined)
      waiters.clear()
    },
    latest: () => latest!,
    refresh,
    onBlock(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    next: () => (stopped ? Promise.resolve(undefined) : new Promise((resolve) => waiters.add(resolve))),
  }
}
