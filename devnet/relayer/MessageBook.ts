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
  /** Forgets everything: blocks that were read are gone, and deliveries with them. `discover` begins anew. */
  reread(): void
  /** In the order they were found: within a source, the order they were sent. */
  pendingFor(destination: KnownChain): PendingMessage[]
  done(message: PendingMessage): void
}

export function createMessageBook(context: Context, cursors: CursorStore): MessageBook {
  const pending = new Map<Hash, PendingMessage>()
  /** First block of each chain that has not been read. */
  const next = new Map<KnownChain, bigint>()
  let rereads = 0

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

  const book: MessageBook = {
    async open() {
      await Promise.all(context.chains.map(async (source) => next.set(source, await cursors.read(source))))
    },
    async discover(source) {
      const rereadsBefore = rereads
      const from = next.get(source)!
      const latest = await getBlockNumber(source.client, { cacheTime: 0 })
      if (latest < from) return false
      const found = await readMessages(context, source, { from, to: latest })
      // What was found may be of blocks that are gone by now.
      if (rereads !== rereadsBefore) return book.discover(source)
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
    reread() {
      rereads++
      pending.clear()
      for (const source of next.keys()) next.set(source, 0n)
    },
    pendingFor: (destination) => [...pending.values()].filter((message) => message.destination === destination),
    done(message) {
      // After a reorg the same message may be here anew, not delivered any more.
      if (pending.get(message.id) !== message) return
      pending.delete(message.id)
      void save(message.source)
    },
  }
  return book
}
