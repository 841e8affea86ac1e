import { type Packed, pack } from '../trie/packed.ts'

/**
 * Codes that a block has written, by their hashes. An account that has one of them needs none from the base state, and so
 * a witness holds none for it (execution-specs `get_code`).
 */
export class WrittenCodes {
  private readonly codes = new Map<Packed, Uint8Array>()

  find(codeHash: Uint8Array): Uint8Array | undefined {
    return this.codes.size === 0 ? undefined : this.codes.get(pack(codeHash))
  }

  /** Answers what undoes it. */
  add(codeHash: Uint8Array, code: Uint8Array): () => void {
    const key = pack(codeHash)
    if (this.codes.has(key)) return () => {}
    this.codes.set(key, code)
    return () => void this.codes.delete(key)
  }
}
