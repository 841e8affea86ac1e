import {
  type ChainRules,
  decodeStatelessInput,
  decodeTransaction,
  encodeStatelessInput,
  type SchemaInput,
} from '../../execute/index.ts'

const SCHEMA_ID_SIZE = 2
/** Two offsets and `chain_id`: all that is in the fixed part of a `StatelessInput` without `public_keys`. */
const WITHOUT_KEYS = 16
const OFFSET_SIZE = 4

/**
 * The releases `tests-zkevm` from v21 on leave `public_keys` out of `StatelessInput`, under the same schema id. EXECUTE takes the
 * one layout with them, because contracts read fields at constant places; so they are added here, as the sequencer adds them.
 * Any other input comes back as it is.
 */
export function withPublicKeys(bytes: Uint8Array, rulesOf: (chainId: bigint) => ChainRules): Uint8Array {
  const body = bytes.subarray(SCHEMA_ID_SIZE)
  if (body.length < WITHOUT_KEYS || offsetAt(body, 0) !== WITHOUT_KEYS) return bytes
  const widened = new Uint8Array(bytes.length + OFFSET_SIZE)
  widened.set(bytes.subarray(0, SCHEMA_ID_SIZE + WITHOUT_KEYS))
  widened.set(body.subarray(WITHOUT_KEYS), SCHEMA_ID_SIZE + WITHOUT_KEYS + OFFSET_SIZE)
  const view = new DataView(widened.buffer, SCHEMA_ID_SIZE)
  for (const at of [0, OFFSET_SIZE]) view.setUint32(at, offsetAt(body, at) + OFFSET_SIZE, true)
  view.setUint32(WITHOUT_KEYS, widened.length - SCHEMA_ID_SIZE, true)
  return withSenders(widened, rulesOf)
}

function withSenders(bytes: Uint8Array, rulesOf: (chainId: bigint) => ChainRules): Uint8Array {
  let decoded: SchemaInput
  try {
    decoded = decodeStatelessInput(bytes)
  } catch {
    return bytes
  }
  const { input, schemaId } = decoded
  const { transactions, timestamp } = input.newPayloadRequest.executionPayload
  const rules = rulesOf(input.chainId)
  const publicKeys = transactions.map((transaction) => {
    try {
      return Uint8Array.of(4, ...decodeTransaction(transaction, rules, { timestamp }).getSenderPublicKey())
    } catch {
      return new Uint8Array(65)
    }
  })
  return encodeStatelessInput({ schemaId, input: { ...input, publicKeys } })
}

function offsetAt(body: Uint8Array, at: number): number {
  return new DataView(body.buffer, body.byteOffset, body.byteLength).getUint32(at, true)
}
