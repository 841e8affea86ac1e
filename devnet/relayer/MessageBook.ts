import type { Hash } from 'viem'
import { getBlockNumber } from 'viem/actions'
import type { Context, KnownChain } from '../operations/Context.ts'
import { type LocatedMessage, readMessages } from '../operations/findMessage.ts'
import type { CursorStore } from './cursorStore.ts'

export type PendingMessage = LocatedMessage & {
  destination: KnownChain
  /** Attempts to deliver it that came to nothing. */
  attempts: number
  /** `performance.now()` before which it is left alone. */
  notBefore: number
  /** The destination's gateway was asked whether it has it already. */
  checked: boolean
}

/** The messages that are under way, read from the chains. */
export type MessageBook = {
  /** Goes back to where everything before is known to be delivered. */
  open(): Promise<void>
  /** Reads what a chain sent since the last time. `true`: there is something new. */
  discover(source: KnownChain): Promise<boolean>
  /** In the order they were found: within a source, the order they were sent. */
  pendingFor(destination: KnownChain): PendingMessage[]
  done(id: Hash): void
}

export function createMessageBook(context: Context, cursors: CursorStore): MessageBook {
  const pending = new Map<Hash, PendingMessage>()
  /** First block of each chain that has not been read. */
  const next = new Map<KnownChain, bigint>()

  /** Everything before is delivered. */
  function settledBefore(source: KnownChain): bigint {
    let first = next.get(source)!
    for (const message of pending.values()) {
      if (message.source === source && message.blockNumber < first) first = message.blockNumber
    }
    return first
  }

  async function save(source: KnownChain): Promise<void> {
    await cursors.write(source, settledBefore(source))
  }

  return {
    async open() {
      await Promise.all(context.chains.map(async (source) => next.set(source, await cursors.read(source))))
    },
    async discover(source) {
      const from = next.get(source)!
      const latest = await getBlockNumber(source.client, { cacheTime: 0 })
      if (latest < from) return false
      const found = await readMessages(context, source, { from, to: latest })
      let added = false
      for (const located of found) {
        const { id, destination } = located
        if (destination === undefined || pending.has(id)) continue
        pending.set(id, { ...located, destination, attempts: 0, notBefore: 0, checked: false })
        added = true
      }
      next.set(source, latest + 1n)
      await save(source)
      return added
    },
    pendingFor: (destination) => [...pending.values()].filter((message) => message.destination === destination),
    done(id) {
      const message = pending.get(id)
      pending.delete(id)
      if (message) void save(message.source)
    },
  }
}
