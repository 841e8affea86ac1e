import { NativerollError } from '../errors.ts'
import { decode, encode } from '../ssz/Codec.ts'
import { decodeExecutionWitness } from '../ssz/executionWitness.ts'
import { type SchemaId, schemaIds, schemaOf } from '../ssz/schemas.ts'
import {
  assertSchemaId,
  decodeStatelessInput,
  encodeStatelessInput,
  readSchemaId,
  SCHEMA_ID_SIZE,
  type SchemaInput,
  withSchemaId,
} from '../ssz/statelessInput.ts'
import type { BlobReferenceInput, BlobSlice, StatelessInput } from '../ssz/types.ts'
import { isReference, noSlice, type ReadBlob, readBlobSlice } from './blobSlice.ts'
import { unpackPayloadBlobBytes } from './payloadBlobBytes.ts'

/** The top bit of the schema id: transactions or witness are read from blobs. */
const BY_REFERENCE = 0x8000

/** Where blobs hold the packed payload (EIP-8142) and SSZ(ExecutionWitness); a slice left out stays inline. */
export type BlobReference = { transactions?: BlobSlice; witness?: BlobSlice }

export type ExecuteInput = SchemaInput & {
  /** What 16 gas each are asked for: the input's bytes and those of both slices. */
  bytes: number
  reference?: Required<BlobReference>
}

/** The bytes that EXECUTE takes: inline, or by blob reference with the fields that the blobs hold left empty. */
export function encodeExecuteInput({
  schemaId,
  input,
  reference,
}: SchemaInput & { reference?: BlobReference }): Uint8Array {
  if (reference === undefined) return encodeStatelessInput({ schemaId, input })
  const { transactions = noSlice, witness = noSlice } = reference
  const statelessInput = { ...input }
  if (isReference(transactions))
    statelessInput.newPayloadRequest = withTransactions(input, schemaId, [], new Uint8Array())
  if (isReference(witness)) statelessInput.witness = { state: [], codes: [], headers: [] }
  return withSchemaId(
    schemaId | BY_REFERENCE,
    encode(schemaOf(schemaId).blobReferenceInput, { statelessInput, transactions, witness }),
  )
}

/**
 * Reads what EXECUTE was given, fetching what lies in blobs. `onBytes` hears the number of bytes to pay for before any blob is
 * read, and may throw.
 * @throws MalformedInput, or NativerollError `UNKNOWN_SCHEMA`, `REFERENCED_FIELD_NOT_EMPTY` and what `readBlobSlice` and `unpackPayloadBlobBytes` throw
 */
export function decodeExecuteInput(
  bytes: Uint8Array,
  readBlob: ReadBlob,
  onBytes: (count: number) => void = () => {},
): ExecuteInput {
  onBytes(bytes.length)
  const id = readSchemaId(bytes)
  if (id === undefined || (id & BY_REFERENCE) === 0) return { ...decodeStatelessInput(bytes), bytes: bytes.length }

  const schemaId = assertSchemaId(id & ~BY_REFERENCE)
  const body = bytes.subarray(SCHEMA_ID_SIZE)
  const referenced = decode(schemaOf(schemaId).blobReferenceInput, body, 'blob_reference_input')
  const { transactions, witness } = referenced
  const count = bytes.length + transactions.length + witness.length
  onBytes(count)
  return {
    schemaId,
    input: resolve(referenced, schemaId, readBlob),
    bytes: count,
    reference: { transactions, witness },
  }
}

function resolve(
  { statelessInput, transactions, witness }: BlobReferenceInput,
  schemaId: SchemaId,
  readBlob: ReadBlob,
): StatelessInput {
  const input = { ...statelessInput }
  if (isReference(transactions)) {
    const { executionPayload } = input.newPayloadRequest
    assertEmpty('transactions', executionPayload.transactions.length)
    assertEmpty('block_access_list', executionPayload.blockAccessList?.length ?? 0)
    const contents = unpackPayloadBlobBytes(readBlobSlice(transactions, readBlob))
    input.newPayloadRequest = withTransactions(input, schemaId, contents.transactions, contents.blockAccessList)
  }
  if (isReference(witness)) {
    const { state, codes, headers } = input.witness
    assertEmpty('witness', state.length + codes.length + headers.length)
    input.witness = decodeExecutionWitness(readBlobSlice(witness, readBlob))
  }
  return input
}

function withTransactions(
  { newPayloadRequest }: StatelessInput,
  schemaId: SchemaId,
  transactions: Uint8Array[],
  blockAccessList: Uint8Array,
): StatelessInput['newPayloadRequest'] {
  const executionPayload = { ...newPayloadRequest.executionPayload, transactions }
  if (schemaId === schemaIds.amsterdam) executionPayload.blockAccessList = blockAccessList
  else assertEmpty('block_access_list', blockAccessList.length)
  return { ...newPayloadRequest, executionPayload }
}

function assertEmpty(field: string, length: number): void {
  if (length === 0) return
  throw new NativerollError('REFERENCED_FIELD_NOT_EMPTY', `${field} is filled, but not where it is to be read from`, {
    value: length,
    expected: 'an empty field: the blobs hold it, or the fork has none',
  })
}
