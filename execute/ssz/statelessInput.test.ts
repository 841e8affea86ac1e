import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryInput, arbitraryMutation } from './arbitraries.test-support.ts'
import { encode } from './Codec.ts'
import { chainsafeTypes } from './chainsafeTypes.test-support.ts'
import { newPayloadRequestRoot } from './newPayloadRequestRoot.ts'
import { schemaIds, schemaOf } from './schemas.ts'
import { decodeStatelessInput, encodeStatelessInput } from './statelessInput.ts'

const oracleOf = (schemaId: number) => chainsafeTypes[schemaId === schemaIds.osaka ? 'osaka' : 'amsterdam']

describe('stateless input', () => {
  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(arbitraryInput, (value) => {
        expect(decodeStatelessInput(encodeStatelessInput(value))).toEqual(value)
      }),
    )
  })

  it('is written as @chainsafe/ssz writes it', () => {
    fc.assert(
      fc.property(arbitraryInput, ({ schemaId, input }) => {
        const expected = oracleOf(schemaId).statelessInput.serialize(input)
        expect(encode(schemaOf(schemaId).statelessInput, input)).toEqual(expected)
      }),
    )
  })

  it.each(['plain', 'progressive'] as const)('has the %s request root of @chainsafe/ssz', (merkleization) => {
    fc.assert(
      fc.property(arbitraryInput, ({ schemaId, input }) => {
        const expected = oracleOf(schemaId)[merkleization].hashTreeRoot(input.newPayloadRequest)
        const root = newPayloadRequestRoot(input.newPayloadRequest, schemaId, merkleization)
        expect(Buffer.from(root).toString('hex')).toBe(Buffer.from(expected).toString('hex'))
      }),
    )
  })

  it('has one encoding: a changed one is refused or is that of another value', () => {
    const mutated = arbitraryInput.map(encodeStatelessInput).chain(arbitraryMutation)
    let refused = 0
    fc.assert(
      fc.property(mutated, (bytes) => {
        const decoded = attempt(() => decodeStatelessInput(bytes))
        if (decoded === undefined) refused++
        else expect(encodeStatelessInput(decoded)).toEqual(bytes)
      }),
      { numRuns: 2000 },
    )
    expect(refused).toBeGreaterThan(0)
  })

  it('begins with the schema id, most significant byte first', () => {
    const [sample] = fc.sample(arbitraryInput, { numRuns: 1, seed: 1 })
    const bytes = encodeStatelessInput({ ...sample!, schemaId: sample!.schemaId })
    expect([...bytes.subarray(0, 2)]).toEqual([sample!.schemaId >> 8, 1])
  })

  it.each([
    ['no bytes', [], 'UNKNOWN_SCHEMA'],
    ['one byte', [0x12], 'UNKNOWN_SCHEMA'],
    ['a fork without a schema', [0x11, 0x01], 'UNKNOWN_SCHEMA'],
    ['nothing behind the schema id', [0x12, 0x01], 'SSZ_LENGTH'],
  ])('refuses %s', (_, bytes, code) => {
    expect(() => decodeStatelessInput(Uint8Array.from(bytes))).toThrow(expect.objectContaining({ code }))
  })
})

function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch (error) {
    expect(error).toHaveProperty('code', expect.stringMatching(/^(SSZ_|UNKNOWN_SCHEMA)/))
    return undefined
  }
}
