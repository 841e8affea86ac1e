import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryInput } from '../ssz/arbitraries.test-support.ts'
import { encodeExecutionWitness } from '../ssz/executionWitness.ts'
import { schemaIds } from '../ssz/schemas.ts'
import { blobSlice, type ReadBlob } from './blobSlice.ts'
import { blobsFromBytes } from './blobsFromBytes.ts'
import { decodeExecuteInput, encodeExecuteInput } from './executeInput.ts'
import { packPayloadBlobBytes } from './payloadBlobBytes.ts'

const noBlobs: ReadBlob = () => undefined
const code = (code: string) => expect.objectContaining({ code })
const [osaka] = fc.sample(
  arbitraryInput.filter(({ schemaId, input }) => schemaId === schemaIds.osaka && input.witness.state.length > 0),
  { numRuns: 1, seed: 3 },
)
const sample = osaka!

/** Payload and witness one behind the other in blobs, behind `lead` bytes of something else. */
function inBlobs({ input }: typeof sample, lead = 0) {
  const { transactions, blockAccessList } = input.newPayloadRequest.executionPayload
  const payload = packPayloadBlobBytes({ transactions, ...(blockAccessList && { blockAccessList }) })
  const witness = encodeExecutionWitness(input.witness)
  const blobs = blobsFromBytes(new Uint8Array([...new Uint8Array(lead), ...payload, ...witness]))
  const hashes = blobs.map((_, i) => new Uint8Array(32).fill(i + 1))
  const readBlob: ReadBlob = (hash) => blobs[hash[0]! - 1]
  const reference = {
    transactions: blobSlice(hashes, lead, payload.length),
    witness: blobSlice(hashes, lead + payload.length, witness.length),
  }
  return { reference, readBlob, bytes: payload.length + witness.length }
}

describe('the input of EXECUTE', () => {
  it('reads back inline', () => {
    fc.assert(
      fc.property(arbitraryInput, (value) => {
        const encoded = encodeExecuteInput(value)
        expect(decodeExecuteInput(encoded, noBlobs)).toEqual({ ...value, bytes: encoded.length })
      }),
    )
  })

  it('reads back by blob reference, and counts the bytes in blobs', () => {
    fc.assert(
      fc.property(arbitraryInput, fc.constantFrom(0, 5, 126_970), (value, lead) => {
        const { reference, readBlob, bytes } = inBlobs(value, lead)
        const encoded = encodeExecuteInput({ ...value, reference })
        expect(encoded[0]! & 0x80).toBe(0x80)
        expect(decodeExecuteInput(encoded, readBlob)).toEqual({ ...value, reference, bytes: encoded.length + bytes })
      }),
      { numRuns: 30 },
    )
  })

  it.each(['transactions', 'witness'] as const)('takes only the %s from blobs, if only they are named', (field) => {
    const { reference, readBlob } = inBlobs(sample)
    const encoded = encodeExecuteInput({ ...sample, reference: { [field]: reference[field] } })
    expect(decodeExecuteInput(encoded, readBlob).input).toEqual(sample.input)
  })

  it('is refused when a blob is missing', () => {
    const { reference } = inBlobs(sample)
    expect(() => decodeExecuteInput(encodeExecuteInput({ ...sample, reference }), noBlobs)).toThrow(
      code('BLOB_NOT_FOUND'),
    )
  })

  it('is refused when a slice is short, long, outside its blobs or empty', () => {
    const { reference, readBlob } = inBlobs(sample)
    const decodeWith = (
      change: Partial<(typeof reference)['witness']>,
      field: 'witness' | 'transactions' = 'witness',
    ) => {
      const changed = { ...reference, [field]: { ...reference[field], ...change } }
      return () => decodeExecuteInput(encodeExecuteInput({ ...sample, reference: changed }), readBlob)
    }
    const { length } = reference.transactions
    expect(decodeWith({ length: length - 1 }, 'transactions')).toThrow(code('PAYLOAD_BLOB_BYTES'))
    expect(decodeWith({ length: length + 1 }, 'transactions')).toThrow(code('PAYLOAD_BLOB_BYTES'))
    expect(decodeWith({ offset: 126_976 })).toThrow(code('BLOB_SLICE_OUT_OF_RANGE'))
    expect(decodeWith({ versionedHashes: [] })).toThrow(code('BLOB_SLICE_OUT_OF_RANGE'))
    expect(decodeWith({ length: 0 })).toThrow(code('EMPTY_BLOB_SLICE'))
    expect(decodeWith({ length: 3 })).toThrow(code('SSZ_LENGTH'))
  })

  it('is refused when a field is both in place and in blobs', () => {
    const { reference, readBlob } = inBlobs(sample)
    const inPlace = encodeExecuteInput({ ...sample, reference: { transactions: reference.transactions } })
    const both = encodeExecuteInput({ ...sample, reference })
    // The reference container's head holds three offsets; the input whose witness stayed in place gets the head that names a witness slice.
    const spliced = splice(inPlace, both)
    expect(() => decodeExecuteInput(spliced, readBlob)).toThrow(code('REFERENCED_FIELD_NOT_EMPTY'))
  })

  it('is refused when a fork without block access lists gets one from blobs', () => {
    const { transactions } = sample.input.newPayloadRequest.executionPayload
    const packed = packPayloadBlobBytes({ transactions, blockAccessList: Uint8Array.of(0xc0) })
    const [blob] = blobsFromBytes(packed)
    const reference = { transactions: blobSlice([new Uint8Array(32)], 0, packed.length) }
    const encoded = encodeExecuteInput({ ...sample, reference })
    expect(() => decodeExecuteInput(encoded, () => blob)).toThrow(code('REFERENCED_FIELD_NOT_EMPTY'))
  })
})

/** The stateless input of `left` with the slices of `right`. */
function splice(left: Uint8Array, right: Uint8Array): Uint8Array {
  const offset = (bytes: Uint8Array, index: number) =>
    new DataView(bytes.buffer, bytes.byteOffset + 2).getUint32(4 * index, true)
  const input = left.subarray(2 + 12, 2 + offset(left, 1))
  const slices = right.subarray(2 + offset(right, 1))
  const out = new Uint8Array(2 + 12 + input.length + slices.length)
  out.set(left.subarray(0, 2))
  const view = new DataView(out.buffer, 2)
  view.setUint32(0, 12, true)
  view.setUint32(4, 12 + input.length, true)
  view.setUint32(8, 12 + input.length + offset(right, 2) - offset(right, 1), true)
  out.set(input, 14)
  out.set(slices, 14 + input.length)
  return out
}
