import { NativerollError } from '../errors.ts'
import { decode, encode } from './Codec.ts'
import { isSchemaId, type SchemaId, schemaIds, schemaOf } from './schemas.ts'
import type { StatelessInput } from './types.ts'

export const SCHEMA_ID_SIZE = 2

export type SchemaInput = { schemaId: SchemaId; input: StatelessInput }

/** `schema_id(2, big endian) ‖ SSZ(StatelessInput)`, as execution-specs' `stateless_guest.py` reads it. */
export function encodeStatelessInput({ schemaId, input }: SchemaInput): Uint8Array {
  return withSchemaId(schemaId, encode(schemaOf(schemaId).statelessInput, input))
}

/** @throws MalformedInput, or NativerollError `UNKNOWN_SCHEMA`. */
export function decodeStatelessInput(bytes: Uint8Array): SchemaInput {
  const schemaId = assertSchemaId(readSchemaId(bytes))
  return {
    schemaId,
    input: decode(schemaOf(schemaId).statelessInput, bytes.subarray(SCHEMA_ID_SIZE), 'stateless_input'),
  }
}

export function withSchemaId(id: number, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(SCHEMA_ID_SIZE + body.length)
  bytes[0] = id >> 8
  bytes[1] = id & 0xff
  bytes.set(body, SCHEMA_ID_SIZE)
  return bytes
}

/** The first two bytes; `undefined` if there are fewer. */
export function readSchemaId(bytes: Uint8Array): number | undefined {
  return bytes.length < SCHEMA_ID_SIZE ? undefined : bytes[0]! * 256 + bytes[1]!
}

export function assertSchemaId(id: number | undefined): SchemaId {
  if (id !== undefined && isSchemaId(id)) return id
  const value = id === undefined ? 'fewer than 2 bytes' : `0x${id.toString(16).padStart(4, '0')}`
  const expected = Object.entries(schemaIds).map(([fork, known]) => `0x${known.toString(16)} (${fork})`)
  throw new NativerollError('UNKNOWN_SCHEMA', `The input begins with ${value}, which is no known schema id`, {
    value: id,
    expected,
    hint: 'Begin the input with the two bytes of a schema id, most significant first.',
  })
}
