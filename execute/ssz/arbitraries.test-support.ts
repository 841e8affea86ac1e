import fc from 'fast-check'
import type { ExecutionWitness } from '../types/ExecutionWitness.ts'
import { schemaIds } from './schemas.ts'
import type { SchemaInput } from './statelessInput.ts'
import type { ExecutionPayload, ExecutionRequests, NewPayloadRequest, StatelessInput } from './types.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const byteList = (maxLength: number) => fc.uint8Array({ maxLength })
const uint64 = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })
const few = <T>(element: fc.Arbitrary<T>) => fc.array(element, { maxLength: 5 })
const bytes32 = bytes(32)
const address = bytes(20)
const pubkey = bytes(48)

const payloadFields = {
  parentHash: bytes32,
  feeRecipient: address,
  stateRoot: bytes32,
  receiptsRoot: bytes32,
  logsBloom: bytes(256),
  prevRandao: bytes32,
  blockNumber: uint64,
  gasLimit: uint64,
  gasUsed: uint64,
  timestamp: uint64,
  extraData: byteList(32),
  baseFeePerGas: fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
  blockHash: bytes32,
  transactions: few(byteList(200)),
  withdrawals: few(fc.record({ index: uint64, validatorIndex: uint64, address, amount: uint64 })),
  blobGasUsed: uint64,
  excessBlobGas: uint64,
}

const builderDeposit = { pubkey, withdrawalCredentials: bytes32, amount: uint64, signature: bytes(96) }

const requestFields = {
  deposits: few(fc.record({ ...builderDeposit, index: uint64 })),
  withdrawals: few(fc.record({ sourceAddress: address, validatorPubkey: pubkey, amount: uint64 })),
  consolidations: few(fc.record({ sourceAddress: address, sourcePubkey: pubkey, targetPubkey: pubkey })),
}

const newPayloadRequest = (
  executionPayload: fc.Arbitrary<ExecutionPayload>,
  executionRequests: fc.Arbitrary<ExecutionRequests>,
): fc.Arbitrary<NewPayloadRequest> =>
  fc.record({ executionPayload, versionedHashes: few(bytes32), parentBeaconBlockRoot: bytes32, executionRequests })

const requestOf = {
  osaka: newPayloadRequest(fc.record(payloadFields), fc.record(requestFields)),
  amsterdam: newPayloadRequest(
    fc.record({ ...payloadFields, blockAccessList: byteList(100), slotNumber: uint64 }),
    fc.record({
      ...requestFields,
      builderDeposits: few(fc.record(builderDeposit)),
      builderExits: few(fc.record({ sourceAddress: address, pubkey })),
    }),
  ),
}

export const arbitraryWitness: fc.Arbitrary<ExecutionWitness> = fc.record({
  state: few(byteList(600)),
  codes: few(byteList(2000)),
  headers: few(byteList(700)),
})

const inputOf = (request: fc.Arbitrary<NewPayloadRequest>): fc.Arbitrary<StatelessInput> =>
  fc.record({ newPayloadRequest: request, witness: arbitraryWitness, chainId: uint64, publicKeys: few(bytes(65)) })

/** A well-formed (not necessarily valid) input of either schema. */
export const arbitraryInput: fc.Arbitrary<SchemaInput> = fc.oneof(
  fc.record({ schemaId: fc.constant(schemaIds.osaka), input: inputOf(requestOf.osaka) }),
  fc.record({ schemaId: fc.constant(schemaIds.amsterdam), input: inputOf(requestOf.amsterdam) }),
)

/** One to three edits of a kind that finds lenient decoders: bytes flipped, cut, added, and offsets moved. */
export function arbitraryMutation(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const at = fc.nat({ max: Math.max(0, bytes.length - 1) })
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('set' as const), at, value: fc.nat({ max: 255 }) }),
    fc.record({ kind: fc.constant('bump' as const), at, value: fc.constantFrom(1, 4, 255, 252) }),
    fc.record({ kind: fc.constant('cut' as const), at, value: fc.nat({ max: 40 }) }),
    fc.record({ kind: fc.constant('insert' as const), at, value: fc.nat({ max: 40 }) }),
  )
  return fc.array(edit, { minLength: 1, maxLength: 3 }).map((edits) => {
    let out: Uint8Array = bytes.slice()
    for (const { kind, at, value } of edits) {
      if (kind === 'set') out[at % out.length] = value
      else if (kind === 'bump') out[at % out.length]! += value
      else if (kind === 'cut') out = joined(out.subarray(0, at), out.subarray(at + value))
      else out = joined(out.subarray(0, at), new Uint8Array(value), out.subarray(at))
    }
    return out
  })
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
