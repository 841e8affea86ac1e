import { decode, encode } from './Codec.ts'
import { validationResultCodec } from './schemas.ts'
import type { StatelessValidationResult } from './types.ts'

/** 43 bytes: `new_payload_request_root(32) ‖ success(1) ‖ chain_id(8, little endian) ‖ schema_id(2, little endian)`. */
export function encodeValidationResult(result: StatelessValidationResult): Uint8Array {
  return encode(validationResultCodec, result)
}

/** @throws MalformedInput */
export function decodeValidationResult(bytes: Uint8Array): StatelessValidationResult {
  return decode(validationResultCodec, bytes, 'validation_result')
}
