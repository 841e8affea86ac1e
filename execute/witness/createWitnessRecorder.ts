import type { AccountLeaf } from '../state/AccountLeaf.ts'
import { encodeAccount, encodeSlot } from '../state/accountCodec.ts'
import { packNode } from '../trie/encodeNode.ts'
import type { ResolvedNode } from '../trie/nodes.ts'
import { type Packed, unpack } from '../trie/packed.ts'
import type { Visit } from '../trie/trie.ts'

/** Notes which parts of the pre-state an execution looked at. What they are in bytes is found out when somebody asks. */
export type WitnessRecorder = {
  visitAccountNode: Visit<AccountLeaf>
  visitStorageNode: Visit<Uint8Array>
  visitCode(code: Uint8Array): void
  /** An address or a slot, before it is hashed to be looked up. */
  visitKey(key: Packed): void
  /** How much has been noted; `forgetSince` it undoes what a transaction that was not included looked at. */
  mark(): Mark
  forgetSince(mark: Mark): void
  /** Bytes of the state and codes noted so far; identical nodes of different tries count twice until the witness is made. */
  size(): number
  /** Sorted by bytes and unique (execution-specs `stateless_host_exec_witness.py`). */
  state(): Uint8Array[]
  codes(): Uint8Array[]
  /** In the order of their visits; a slot of several accounts several times. */
  keys(): readonly Packed[]
}

export type Mark = { accountNodes: number; storageNodes: number; codes: number; keys: number }

export function createWitnessRecorder(): WitnessRecorder {
  // What lies near a root is visited often: to note it again costs less than to find out whether it is there.
  const accountNodes: ResolvedNode<AccountLeaf>[] = []
  const storageNodes: ResolvedNode<Uint8Array>[] = []
  const codes: Uint8Array[] = []
  const keys: Packed[] = []
  const mark = () => ({
    accountNodes: accountNodes.length,
    storageNodes: storageNodes.length,
    codes: codes.length,
    keys: keys.length,
  })

  // Each once, of those that were noted before `next`.
  let next: Mark
  let seen: Set<object>
  let nodes: Packed[]
  let size: number
  summarizeAnew()

  function summarizeAnew(): void {
    next = { accountNodes: 0, storageNodes: 0, codes: 0, keys: 0 }
    seen = new Set()
    nodes = []
    size = 0
  }

  function isNew(subject: object): boolean {
    const before = seen.size
    return seen.add(subject).size > before
  }

  function summarize(): void {
    for (let i = next.accountNodes; i < accountNodes.length; i++) {
      const node = accountNodes[i]!
      if (isNew(node)) addNode(packNode(node, encodeAccount))
    }
    for (let i = next.storageNodes; i < storageNodes.length; i++) {
      const node = storageNodes[i]!
      if (isNew(node)) addNode(packNode(node, encodeSlot))
    }
    for (let i = next.codes; i < codes.length; i++) {
      const code = codes[i]!
      if (isNew(code)) size += code.length
    }
    next = mark()
  }

  function addNode(packed: Packed): void {
    nodes.push(packed)
    size += packed.length
  }

  return {
    visitAccountNode(node) {
      if (isOfPreState(node)) accountNodes.push(node)
    },
    visitStorageNode(node) {
      if (isOfPreState(node)) storageNodes.push(node)
    },
    visitCode(code) {
      if (code.length > 0) codes.push(code)
    },
    visitKey: (key) => void keys.push(key),
    mark,
    forgetSince(mark) {
      accountNodes.length = mark.accountNodes
      storageNodes.length = mark.storageNodes
      codes.length = mark.codes
      keys.length = mark.keys
      if (next.accountNodes > mark.accountNodes || next.storageNodes > mark.storageNodes || next.codes > mark.codes)
        summarizeAnew()
    },
    size() {
      summarize()
      return size
    },
    state() {
      summarize()
      // As strings they compare in the engine, and a branch's is there already.
      return nodes
        .sort()
        .filter((node, index) => node !== nodes[index - 1])
        .map(unpack)
    },
    codes: () => sortedUnique(codes),
    keys: () => keys,
  }
}

// A node without a reference was made in this block; one below 32 bytes comes with its parent.
function isOfPreState({ reference }: ResolvedNode<unknown>): boolean {
  return reference?.length === 33
}

function sortedUnique(items: readonly Uint8Array[]): Uint8Array[] {
  return [...new Set(items)]
    .sort(Buffer.compare)
    .filter((item, index, sorted) => index === 0 || Buffer.compare(item, sorted[index - 1]!) !== 0)
}
