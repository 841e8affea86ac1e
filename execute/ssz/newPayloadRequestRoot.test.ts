import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Codec } from './Codec.ts'
import { chainsafeResult } from './chainsafeTypes.test-support.ts'
import { progressiveContainer } from './containers.ts'
import { validationResultRoot } from './newPayloadRequestRoot.ts'
import { amsterdamPayloadFields, schemaIds, schemaOf } from './schemas.ts'
import { encodeValidationResult } from './validationResult.ts'

const hex = (bytes: Uint8Array) => `0x${Buffer.from(bytes).toString('hex')}`
const bytes = (text: string) => Uint8Array.from(Buffer.from(text.slice(2), 'hex'))

const VECTORS = new URL('../../../shared/fixtures/l2beat/native_rollup_vectors.first2.json', import.meta.url)

type Vector = {
  header: Record<string, string | number>
  versionedHashes: string[]
  parentBeaconBlockRoot: string
} & Record<
  'executionRequestsRoot' | 'payloadRoot' | 'versionedHashesRoot' | 'newPayloadRequestRoot' | 'publicInputRoot',
  string
>

describe.skipIf(!existsSync(VECTORS))(
  'roots of consensus-specs (vectors of l2beat; skipped without ../shared/fixtures)',
  () => {
    const { chainId, schemaId, cases } = existsSync(VECTORS)
      ? (JSON.parse(readFileSync(VECTORS, 'utf8')) as { chainId: number; schemaId: number; cases: Vector[] })
      : { chainId: 0, schemaId: 0, cases: [] }

    it.each(cases.map((vector, number) => ({ number, vector })))('case $number', ({ vector }) => {
      expect(schemaId).toBe(schemaIds.amsterdam)
      const { header } = vector
      const given: Record<string, unknown> = {
        transactions: header.transactionsRoot,
        withdrawals: header.withdrawalsRoot,
        blockAccessList: header.blockAccessListRoot,
      }
      const fields: Record<string, Codec<unknown>> = {
        ...(amsterdamPayloadFields as unknown as Record<string, Codec<unknown>>),
      }
      const payload: Record<string, unknown> = {}
      for (const [name, codec] of Object.entries(fields)) {
        const value = given[name] ?? header[name]
        if (name in given) fields[name] = knownRoot(codec)
        payload[name] =
          typeof value === 'number' || name === 'baseFeePerGas' ? BigInt(value as string) : bytes(value as string)
      }
      const payloadCodec = progressiveContainer<Record<string, unknown>>(fields as never)
      expect(hex(payloadCodec.root(payload))).toBe(vector.payloadRoot)

      const requests = { deposits: [], withdrawals: [], consolidations: [], builderDeposits: [], builderExits: [] }
      const { executionRequests } = schemaOf(schemaIds.amsterdam)
      expect(hex(executionRequests.root(requests))).toBe(vector.executionRequestsRoot)

      const root = bytes(vector.newPayloadRequestRoot)
      const result = { newPayloadRequestRoot: root, successfulValidation: true, chainId: BigInt(chainId), schemaId }
      expect(hex(validationResultRoot(result, 'progressive'))).toBe(vector.publicInputRoot)
    })

    it('of the whole request, where the vector tells every value', () => {
      const { header, versionedHashes, parentBeaconBlockRoot, newPayloadRequestRoot } = cases[0]!
      const payload = Object.fromEntries(
        Object.keys(amsterdamPayloadFields).map((name) => {
          if (name === 'transactions' || name === 'withdrawals') return [name, []]
          if (name === 'blockAccessList') return [name, new Uint8Array()]
          const value = header[name]!
          return [name, typeof value === 'number' || name === 'baseFeePerGas' ? BigInt(value) : bytes(value)]
        }),
      )
      const request = {
        executionPayload: payload as never,
        versionedHashes: versionedHashes.map(bytes),
        parentBeaconBlockRoot: bytes(parentBeaconBlockRoot),
        executionRequests: { deposits: [], withdrawals: [], consolidations: [], builderDeposits: [], builderExits: [] },
      }
      expect(hex(schemaOf(schemaIds.amsterdam).newPayloadRequest.progressive.root(request))).toBe(newPayloadRequestRoot)
    })
  },
)

describe('validation result', () => {
  const result = {
    newPayloadRequestRoot: new Uint8Array(32).fill(7),
    successfulValidation: true,
    chainId: 901n,
    schemaId: schemaIds.amsterdam,
  }

  it('is 43 bytes, integers little endian', () => {
    expect(hex(encodeValidationResult(result))).toBe(`0x${'07'.repeat(32)}018503000000000000${'0115'}`)
  })

  it.each(['plain', 'progressive'] as const)('has the %s root of @chainsafe/ssz', (merkleization) => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), fc.boolean(), (chainId, successfulValidation) => {
        const value = { ...result, chainId, successfulValidation }
        expect(hex(validationResultRoot(value, merkleization))).toBe(
          hex(chainsafeResult[merkleization].hashTreeRoot(value)),
        )
      }),
    )
  })
})

/** A field of which only the root is known, given as its value. */
function knownRoot(codec: Codec<unknown>): Codec<unknown> {
  return { ...codec, root: (root) => root as Uint8Array }
}
