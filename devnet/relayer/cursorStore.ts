import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Hash } from 'viem'
import { getBlock } from 'viem/actions'
import type { KnownChain } from '../operations/Context.ts'

/** Remembers, per source chain, the first block that may hold a message not delivered yet. Losing it costs time, nothing else. */
export type CursorStore = {
  read(chain: KnownChain): Promise<bigint>
  write(chain: KnownChain, number: bigint): Promise<void>
}

/** Reads every chain from its beginning. */
export const noCursors: CursorStore = { read: async () => 0n, write: async () => {} }

type Cursors = Record<string, { number: string /** Hash of the block before it. */; parent: Hash }>

/** A cursor counts only if the chain still has the block before it: a new devnet may have the old one's ids. */
export function createCursorFile(path: string): CursorStore {
  const cursors = readCursors(path)
  const hashBefore = async (chain: KnownChain, number: bigint) =>
    getBlock(chain.client, { blockNumber: number - 1n }).then(
      ({ hash }) => hash ?? undefined,
      () => undefined,
    )
  return {
    async read(chain) {
      const cursor = cursors[chain.chainId]
      if (cursor === undefined) return 0n
      const number = BigInt(cursor.number)
      return (await hashBefore(chain, number)) === cursor.parent ? number : 0n
    },
    async write(chain, number) {
      if (number === 0n || cursors[chain.chainId]?.number === String(number)) return
      const parent = await hashBefore(chain, number)
      if (parent === undefined) return
      cursors[chain.chainId] = { number: String(number), parent }
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(`${path}.new`, JSON.stringify(cursors))
      renameSync(`${path}.new`, path)
    },
  }
}

function readCursors(path: string): Cursors {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Cursors
  } catch {
    return {}
  }
}
