import type { Database } from 'lmdb'
import type { Preimages } from '../../execute/index.ts'

/** Preimages in memory, or, once a table is given to them, there. */
export type KeptPreimages = Preimages & {
  /** From now on they lie in `table`: `write` puts those there that are new, within the transaction of a block. */
  keepIn(table: Database<Buffer, Uint8Array>): void
  write(): void
  /** The transaction has gone well: they are in the table alone. */
  written(): void
}

export function createPreimages(): KeptPreimages {
  // Keys are strings of 32 characters, one a byte.
  const inMemory = new Map<string, Uint8Array>()
  let table: Database<Buffer, Uint8Array> | undefined
  return {
    add(path, key) {
      const hash = hashOf(path)
      if (!inMemory.has(hash)) inMemory.set(hash, Uint8Array.from(key))
    },
    of(path) {
      const hash = hashOf(path)
      return inMemory.get(hash) ?? table?.get(Buffer.from(hash, 'latin1'))
    },
    keepIn(given) {
      table = given
    },
    write() {
      for (const [hash, key] of inMemory) table?.putSync(Buffer.from(hash, 'latin1'), Buffer.from(key))
    },
    written() {
      if (table) inMemory.clear()
    },
  }
}

function hashOf(path: Uint8Array): string {
  let hash = ''
  for (let i = 0; i < path.length; i += 2) hash += String.fromCharCode((path[i]! << 4) | path[i + 1]!)
  return hash
}
