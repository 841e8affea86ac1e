/**
 * What stateless execution of one block needs besides the block (execution-specs `stateless_host_exec_witness.py`).
 * Minimal: without any one element the block cannot be executed.
 */
export type ExecutionWitness = {
  /** RLP of trie nodes of the pre-state, sorted by bytes, unique. */
  state: Uint8Array[]
  /** Contract codes of the pre-state that were read, sorted by bytes, unique. */
  codes: Uint8Array[]
  /** RLP of ancestors' headers, oldest needed first; the last one is the parent. */
  headers: Uint8Array[]
  /**
   * What was read or written, before hashing: addresses (20 bytes) and slots (32), sorted by bytes, unique. Tells which leaf
   * is whose; nothing that execution needs, so SSZ leaves it out.
   */
  keys?: Uint8Array[]
}
