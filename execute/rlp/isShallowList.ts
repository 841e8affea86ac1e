import { decodeList } from '../trie/rlpItems.ts'

/**
 * Whether `bytes` are one canonical RLP list whose lists nest at most `depth` deep, itself counted. Looks no deeper than that,
 * so its cost is linear, whereas a recursive decoder copies what is left at every level: seconds for a list of nothing but lists.
 */
export function isShallowList(bytes: Uint8Array, depth: number): boolean {
  const items = decodeList(bytes)
  return items?.every(({ isList, raw }) => !isList || (depth > 1 && isShallowList(raw, depth - 1))) ?? false
}
