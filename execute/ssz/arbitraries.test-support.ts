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

const arbitraryWitness: fc.Arbitrary<ExecutionWitness> = fc.record({
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

type Place = { at: number; to: number; value: number }
type Edit = (bytes: Uint8Array, place: Place) => Uint8Array

/** Numbers that offsets and lengths are played with. */
const lengths = [0, 1, 2, 4, 20, 28, 0x7f, 0xff, 0x400, 0x401, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff]

const edits: Edit[] = [
  (bytes, { at, value }) => withByte(bytes, at, value),
  (bytes, { at, value }) => withByte(bytes, at, bytes[at]! ^ (1 << (value & 7))),
  (bytes, { at, value }) => withByte(bytes, at, bytes[at]! + [1, 4, 255, 252][value & 3]!),
  // A 32-bit number that is anything, or off by a little, as offsets of SSZ and lengths of RLP are.
  (bytes, { at, value }) => withUint32(bytes, at, () => lengths[value % lengths.length]!),
  (bytes, { at, value }) => withUint32(bytes, at & ~3, (old) => old + [1, 4, -1, -4, 32, bytes.length][value % 6]!),
  (bytes, { at, value }) => joined(bytes.subarray(0, at), bytes.subarray(at + (value % 40))),
  (bytes, { at, value }) => joined(bytes.subarray(0, at), new Uint8Array(value % 40), bytes.subarray(at)),
  (bytes, { at }) => bytes.subarray(0, at),
  // What stands elsewhere: again here, or in place of what is here.
  (bytes, { at, to, value }) => joined(bytes.subarray(0, at), bytes.subarray(to, to + value), bytes.subarray(at)),
  (bytes, { at, to, value }) => {
    const out = bytes.slice()
    out.set(bytes.subarray(to, Math.min(to + value, to + bytes.length - at)), at)
    return out
  },
]

const place = fc.oneof(fc.nat({ max: 700 }), fc.nat({ max: 2 ** 30 }))
const oneEdit = fc.tuple(fc.nat({ max: edits.length - 1 }), place, place, fc.nat({ max: 255 }))

/** One to three edits of kinds that find lenient decoders, for bytes of any length: flipped, cut, added, copied, offsets moved. */
export const arbitraryByteEdits: fc.Arbitrary<(bytes: Uint8Array) => Uint8Array> = fc
  .array(oneEdit, { minLength: 1, maxLength: 3 })
  .map((chosen) => (bytes) => {
    let out = bytes
    for (const [kind, at, to, value] of chosen) {
      if (out.length === 0) break
      out = edits[kind]!(out, { at: at % out.length, to: to % out.length, value })
    }
    return out
  })

export function arbitraryMutation(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  return arbitraryByteEdits.map((edit) => edit(bytes))
}

function withByte(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const out = bytes.slice()
  out[at] = value
  return out
}

function withUint32(bytes: Uint8Array, at: number, change: (old: number) => number): Uint8Array {
  const out = bytes.slice()
  if (at + 4 > out.length) return out
  const view = new DataView(out.buffer)
  view.setUint32(at, change(view.getUint32(at, true)), true)
  return out
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}
