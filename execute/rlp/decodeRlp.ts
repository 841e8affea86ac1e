import { RLP } from '@ethereumjs/rlp'
import { InvalidBlock } from '../errors.ts'
import { isShallowList } from './isShallowList.ts'

/**
 * A list of byte strings and lists, which nest at most `depth` deep, itself counted.
 * @throws InvalidBlock with `code`
 */
export function decodeRlp(bytes: Uint8Array, code: string, depth: number): unknown[] {
  if (!isShallowList(bytes, depth)) {
    throw new InvalidBlock(code, `The bytes are no RLP list whose lists nest at most ${depth} deep`, { value: bytes })
  }
  return RLP.decode(bytes) as unknown[]
}
