import { RLP } from '@ethereumjs/rlp'
import { InvalidBlock } from '../errors.ts'

/**
 * Byte strings and lists of them.
 * @throws InvalidBlock with `code`
 */
export function decodeRlp(bytes: Uint8Array, code: string): unknown {
  try {
    return RLP.decode(bytes)
  } catch (cause) {
    throw new InvalidBlock(code, 'The bytes are not RLP', { value: bytes, cause })
  }
}
