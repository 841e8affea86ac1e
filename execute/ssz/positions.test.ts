import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodeExecuteInput } from '../blobs/executeInput.ts'
import { arbitraryInput } from './arbitraries.test-support.ts'
import { statelessInputPositions as positions, statelessInputBase } from './positions.ts'

const reference = { witness: { versionedHashes: [new Uint8Array(32)], offset: 0, length: 1 } }

describe('positions of the fields of a stateless input', () => {
  it.each([
    { form: 'inline', base: statelessInputBase.inline, options: {} },
    { form: 'by blob reference', base: statelessInputBase.byReference, options: { reference } },
  ])('hold in every encoding $form', ({ base, options }) => {
    fc.assert(
      fc.property(arbitraryInput, (value) => {
        const encoded = encodeExecuteInput({ ...value, ...options })
        const bytesAt = (position: number, length: number) => encoded.slice(base + position, base + position + length)
        const uintAt = (position: number, length: number) =>
          bytesAt(position, length).reduceRight((total, byte) => total * 256n + BigInt(byte), 0n)
        const { executionPayload: payload, parentBeaconBlockRoot } = value.input.newPayloadRequest

        expect(uintAt(positions.chainId, 8)).toBe(value.input.chainId)
        expect(bytesAt(positions.parentBeaconBlockRoot, 32)).toEqual(parentBeaconBlockRoot)
        expect(bytesAt(positions.parentHash, 32)).toEqual(payload.parentHash)
        expect(bytesAt(positions.feeRecipient, 20)).toEqual(payload.feeRecipient)
        expect(bytesAt(positions.stateRoot, 32)).toEqual(payload.stateRoot)
        expect(bytesAt(positions.receiptsRoot, 32)).toEqual(payload.receiptsRoot)
        expect(bytesAt(positions.logsBloom, 256)).toEqual(payload.logsBloom)
        expect(bytesAt(positions.prevRandao, 32)).toEqual(payload.prevRandao)
        expect(uintAt(positions.blockNumber, 8)).toBe(payload.blockNumber)
        expect(uintAt(positions.gasLimit, 8)).toBe(payload.gasLimit)
        expect(uintAt(positions.gasUsed, 8)).toBe(payload.gasUsed)
        expect(uintAt(positions.timestamp, 8)).toBe(payload.timestamp)
        expect(uintAt(positions.baseFeePerGas, 32)).toBe(payload.baseFeePerGas)
        expect(bytesAt(positions.blockHash, 32)).toEqual(payload.blockHash)
        expect(encoded.length).toBeGreaterThanOrEqual(base + positions.end)
      }),
    )
  })
})
