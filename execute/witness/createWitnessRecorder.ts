import type { AccountLeaf } from '../state/AccountLeaf.ts'
import { encodeAccount, encodeSlot } from '../state/accountCodec.ts'
import { type EncodeValue, encodeNode } from '../trie/encodeNode.ts'
import type { ResolvedNode } from '../trie/nodes.ts'

/** Notes which parts of the pre-state an execution looked at. */
export type WitnessRecorder = {
  visitAccountNode(node: ResolvedNode<AccountLeaf>): void
  visitStorageNode(node: ResolvedNode<Uint8Array>): void
  visitCode(code: Uint8Array): void
  /** How much has been noted; `forgetSince` it undoes what a transaction that was not included looked at. */
  mark(): number
  forgetSince(mark: number): void
  /** Bytes noted so far; identical nodes of different tries count twice until the witness is made. */
  size(): number
  /** Sorted by bytes and unique (execution-specs `stateless_host_exec_witness.py`). */
  state(): Uint8Array[]
  codes(): Uint8Array[]
}

export function createWitnessRecorder(): WitnessRecorder {
  // In order of discovery: a node or code, and its bytes.
  const noted = new Map<object, { bytes: Uint8Array; isCode: boolean }>()
  let size = 0

  function note(key: object, bytes: Uint8Array, isCode: boolean): void {
    noted.set(key, { bytes, isCode })
    size += bytes.length
  }

  function visitNode<V>(node: ResolvedNode<V>, encodeValue: EncodeValue<V>): void {
    // A node without a reference was made in this block; one below 32 bytes comes with its parent.
    if (node.reference?.length === 33 && !noted.has(node)) note(node, encodeNode(node, encodeValue), false)
  }

  const collect = (isCode: boolean) =>
    sortedUnique([...noted.values()].filter((entry) => entry.isCode === isCode).map(({ bytes }) => bytes))

  return {
    visitAccountNode: (node) => visitNode(node, encodeAccount),
    visitStorageNode: (node) => visitNode(node, encodeSlot),
    visitCode(code) {
      if (code.length > 0 && !noted.has(code)) note(code, code, true)
    },
    mark: () => noted.size,
    forgetSince(mark) {
      for (const key of [...noted.keys()].slice(mark)) {
        size -= noted.get(key)!.bytes.length
        noted.delete(key)
      }
    },
    size: () => size,
    state: () => collect(false),
    codes: () => collect(true),
  }
}

function sortedUnique(items: Uint8Array[]): Uint8Array[] {
  return items
    .sort(Buffer.compare)
    .filter((item, index) => index === 0 || Buffer.compare(item, items[index - 1]!) !== 0)
}
