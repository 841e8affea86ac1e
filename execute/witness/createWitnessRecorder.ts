import type { AccountLeaf } from '../state/AccountLeaf.ts'
import { encodeAccount, encodeSlot } from '../state/accountCodec.ts'
import { encodeNode } from '../trie/encodeNode.ts'
import type { ResolvedNode } from '../trie/nodes.ts'
import type { Packed } from '../trie/packed.ts'

/** Notes which parts of the pre-state an execution looked at. */
export type WitnessRecorder = {
  visitAccountNode(node: ResolvedNode<AccountLeaf>): void
  visitStorageNode(node: ResolvedNode<Uint8Array>): void
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

export type Mark = { items: number; keys: number }

/** Nodes are immutable: their RLP is made when it is first needed, which is `bytes`. */
type Noted =
  | { kind: 'account'; subject: ResolvedNode<AccountLeaf>; bytes: Uint8Array | undefined }
  | { kind: 'slot'; subject: ResolvedNode<Uint8Array>; bytes: Uint8Array | undefined }
  | { kind: 'code'; subject: Uint8Array; bytes: Uint8Array }

export function createWitnessRecorder(): WitnessRecorder {
  const noted: Noted[] = []
  const subjects = new Set<Noted['subject']>()
  const keys: Packed[] = []
  let size = 0
  // How many of `noted` are in `size`.
  let sized = 0

  // A node without a reference was made in this block; one below 32 bytes comes with its parent.
  const isOfPreState = ({ reference }: ResolvedNode<unknown>) => reference?.length === 33

  function note(entry: Noted): void {
    subjects.add(entry.subject)
    noted.push(entry)
  }

  return {
    visitAccountNode(node) {
      if (isOfPreState(node) && !subjects.has(node)) note({ kind: 'account', subject: node, bytes: undefined })
    },
    visitStorageNode(node) {
      if (isOfPreState(node) && !subjects.has(node)) note({ kind: 'slot', subject: node, bytes: undefined })
    },
    visitCode(code) {
      if (code.length > 0 && !subjects.has(code)) note({ kind: 'code', subject: code, bytes: code })
    },
    visitKey(key) {
      keys.push(key)
    },
    mark: () => ({ items: noted.length, keys: keys.length }),
    forgetSince(mark) {
      while (noted.length > mark.items) {
        const entry = noted.pop()!
        subjects.delete(entry.subject)
        if (noted.length < sized) size -= bytesOf(entry).length
      }
      sized = Math.min(sized, mark.items)
      keys.length = mark.keys
    },
    size() {
      for (; sized < noted.length; sized++) size += bytesOf(noted[sized]!).length
      return size
    },
    state: () => sortedUnique(noted.filter(({ kind }) => kind !== 'code').map(bytesOf)),
    codes: () => sortedUnique(noted.filter(({ kind }) => kind === 'code').map(bytesOf)),
    keys: () => keys,
  }
}

function bytesOf(entry: Noted): Uint8Array {
  if (entry.kind === 'account') entry.bytes ??= encodeNode(entry.subject, encodeAccount)
  if (entry.kind === 'slot') entry.bytes ??= encodeNode(entry.subject, encodeSlot)
  return entry.bytes!
}

function sortedUnique(items: Uint8Array[]): Uint8Array[] {
  return items.sort(compareBytes).filter((item, index) => index === 0 || compareBytes(item, items[index - 1]!) !== 0)
}

/** Most differ soon: sooner than a call of Buffer.compare takes. */
function compareBytes(left: Uint8Array, right: Uint8Array): number {
  const length = Math.min(left.length, right.length)
  for (let i = 0; i < length; i++) if (left[i] !== right[i]) return left[i]! - right[i]!
  return left.length - right.length
}
