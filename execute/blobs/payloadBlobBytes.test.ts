import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryMutation } from '../ssz/arbitraries.test-support.ts'
import { packPayloadBlobBytes, unpackPayloadBlobBytes } from './payloadBlobBytes.ts'

const contents = fc.record({
  transactions: fc.array(fc.uint8Array({ maxLength: 120 }), { maxLength: 6 }),
  blockAccessList: fc.uint8Array({ maxLength: 80 }),
})

describe('payload bytes for blobs (EIP-8142)', () => {
  it('are two lengths, the block access list and the RLP list of transactions', () => {
    const bytes = packPayloadBlobBytes({
      transactions: [Uint8Array.of(0x02, 0xc0)],
      blockAccessList: Uint8Array.of(0xc0),
    })
    expect([...bytes]).toEqual([0, 0, 0, 1, 0, 0, 0, 4, 0xc0, 0xc3, 0x82, 0x02, 0xc0])
  })

  it('come back', () => {
    fc.assert(
      fc.property(contents, (value) => {
        expect(unpackPayloadBlobBytes(packPayloadBlobBytes(value))).toEqual(value)
      }),
    )
  })

  it('have one form: changed bytes are refused or are those of other contents', () => {
    fc.assert(
      fc.property(contents.map(packPayloadBlobBytes).chain(arbitraryMutation), (bytes) => {
        let unpacked: ReturnType<typeof unpackPayloadBlobBytes>
        try {
          unpacked = unpackPayloadBlobBytes(bytes)
        } catch (error) {
          expect(error).toHaveProperty('code', 'PAYLOAD_BLOB_BYTES')
          return
        }
        expect(packPayloadBlobBytes(unpacked)).toEqual(bytes)
      }),
      { numRuns: 3000 },
    )
  })
})
