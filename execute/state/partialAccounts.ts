import { emptyRoot, hashReference } from '../trie/encodeNode.ts'
import { hashedNode } from '../trie/hashedNode.ts'
import type { NodeReference } from '../trie/nodes.ts'
import type { AccountTrie } from './AccountLeaf.ts'
import { accountSource, equalBytes } from './accountCodec.ts'

/** The account trie of which only the root is known; `node` answers the RLP behind a reference. */
export function partialAccounts(
  root: Uint8Array,
  node: (reference: NodeReference) => Uint8Array | undefined,
): AccountTrie {
  return equalBytes(root, emptyRoot) ? undefined : hashedNode(hashReference(root), accountSource(node))
}
