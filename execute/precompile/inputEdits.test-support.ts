import type { TypedTransaction } from '@ethereumjs/tx'
import { createTx } from '@ethereumjs/tx'
import fc from 'fast-check'
import { keccak256 } from '../crypto/keccak256.ts'
import { decodeHeader, encodeHeader } from '../rlp/header.ts'
import { decodeTransaction } from '../rlp/transaction.ts'
import type { ChainRules } from '../rules/createChainRules.ts'
import type { SchemaInput } from '../ssz/statelessInput.ts'
import { uncompressedKeyOf } from '../ssz/statelessInputOf.ts'
import type { ExecutionPayload, StatelessInput } from '../ssz/types.ts'
import { addresses, keys } from './rollup.test-support.ts'

/** Changes an input in place; its block hash is put right afterwards. */
export type InputEdit = (input: StatelessInput, rules: ChainRules) => void

const payloadOf = ({ newPayloadRequest }: StatelessInput): ExecutionPayload => newPayloadRequest.executionPayload

/** A copy whose lists and fields can be replaced; their bytes are shared, and edits replace them too. */
export function copyOf({ schemaId, input }: SchemaInput): SchemaInput {
  const { newPayloadRequest, witness, publicKeys } = input
  const { executionPayload, executionRequests, versionedHashes } = newPayloadRequest
  return {
    schemaId,
    input: {
      ...input,
      publicKeys: [...publicKeys],
      witness: { state: [...witness.state], codes: [...witness.codes], headers: [...witness.headers] },
      newPayloadRequest: {
        ...newPayloadRequest,
        versionedHashes: [...versionedHashes],
        executionRequests: { ...executionRequests },
        executionPayload: {
          ...executionPayload,
          transactions: [...executionPayload.transactions],
          withdrawals: [...executionPayload.withdrawals],
        },
      },
    },
  }
}

const anywhere = fc.nat({ max: 2 ** 30 })
const bit = fc.nat({ max: 7 })

function flipped(bytes: Uint8Array, at: number, which: number): Uint8Array {
  const out = bytes.slice()
  if (out.length > 0) out[at % out.length]! ^= 1 << which
  return out
}

type BytesField =
  | 'stateRoot'
  | 'receiptsRoot'
  | 'logsBloom'
  | 'prevRandao'
  | 'feeRecipient'
  | 'extraData'
  | 'parentHash'
  | 'blockAccessList'

const flipField: fc.Arbitrary<InputEdit> = fc
  .tuple(
    fc.constantFrom<BytesField>(
      'stateRoot',
      'receiptsRoot',
      'logsBloom',
      'prevRandao',
      'feeRecipient',
      'extraData',
      'parentHash',
      'blockAccessList',
    ),
    anywhere,
    bit,
  )
  .map(([field, at, which]) => (input) => {
    const payload = payloadOf(input)
    const bytes = payload[field]
    if (bytes !== undefined) payload[field] = flipped(bytes, at, which)
  })

const flipAnchor: fc.Arbitrary<InputEdit> = fc.tuple(anywhere, bit).map(([at, which]) => ({ newPayloadRequest }) => {
  newPayloadRequest.parentBeaconBlockRoot = flipped(newPayloadRequest.parentBeaconBlockRoot, at, which)
})

/** The lists of byte strings in an input. */
const lists: ((input: StatelessInput) => Uint8Array[])[] = [
  (input) => payloadOf(input).transactions,
  ({ witness }) => witness.state,
  ({ witness }) => witness.codes,
  ({ witness }) => witness.headers,
  ({ publicKeys }) => publicKeys,
]
const someList = fc.constantFrom(...lists)

const flipInList: fc.Arbitrary<InputEdit> = fc
  .tuple(someList, anywhere, anywhere, bit)
  .map(([select, index, at, which]) => (input) => {
    const list = select(input)
    if (list.length > 0) list[index % list.length] = flipped(list[index % list.length]!, at, which)
  })

/** Elements dropped, doubled, moved, exchanged, added, or moved to another list. */
const reorder: fc.Arbitrary<InputEdit> = fc
  .tuple(
    someList,
    someList,
    anywhere,
    anywhere,
    fc.constantFrom('drop', 'double', 'move', 'exchange', 'add', 'misplace', 'clear', 'reverse'),
    fc.uint8Array({ maxLength: 40 }),
  )
  .map(([select, selectOther, index, to, how, bytes]) => (input) => {
    const list = select(input)
    if (how === 'add') list.splice(to % (list.length + 1), 0, bytes)
    if (list.length === 0) return
    const from = index % list.length
    const place = to % list.length
    if (how === 'drop') list.splice(from, 1)
    if (how === 'double') list.splice(place, 0, list[from]!)
    if (how === 'move') list.splice(place, 0, ...list.splice(from, 1))
    if (how === 'exchange') [list[from], list[place]] = [list[place]!, list[from]!]
    if (how === 'misplace') selectOther(input).push(list[from]!)
    if (how === 'clear') list.length = 0
    if (how === 'reverse') list.reverse()
  })

type NumberField =
  | 'gasLimit'
  | 'gasUsed'
  | 'timestamp'
  | 'blockNumber'
  | 'baseFeePerGas'
  | 'blobGasUsed'
  | 'excessBlobGas'
const numberFields: NumberField[] = [
  'gasLimit',
  'gasUsed',
  'timestamp',
  'blockNumber',
  'baseFeePerGas',
  'blobGasUsed',
  'excessBlobGas',
]

const bump: fc.Arbitrary<InputEdit> = fc
  .tuple(fc.constantFrom(...numberFields), fc.constantFrom(1n, -1n, 1000n, 2n ** 40n, 2n ** 63n))
  .map(([field, by]) => (input) => {
    const payload = payloadOf(input)
    const value = payload[field] + by
    payload[field] = value < 0n ? 0n : value % 2n ** 64n
  })

/** Two fields of one kind exchanged. */
const swapFields: fc.Arbitrary<InputEdit> = fc
  .tuple(fc.constantFrom(...numberFields), fc.constantFrom(...numberFields))
  .map(([one, other]) => (input) => {
    const payload = payloadOf(input)
    ;[payload[one], payload[other]] = [payload[other] % 2n ** 64n, payload[one] % 2n ** 64n]
  })

type HeaderNumber = 'gasLimit' | 'gasUsed' | 'timestamp' | 'number' | 'baseFeePerGas' | 'blobGasUsed' | 'excessBlobGas'

/** Another parent, with the block made to be its child; ancestors before it kept or not. */
const forgeParent: fc.Arbitrary<InputEdit> = fc
  .tuple(
    fc.constantFrom<HeaderNumber>(
      'gasLimit',
      'gasUsed',
      'timestamp',
      'number',
      'baseFeePerGas',
      'blobGasUsed',
      'excessBlobGas',
    ),
    fc.constantFrom(0n, 1n, 5000n, 2n ** 40n, 2n ** 63n, 2n ** 256n),
    fc.boolean(),
  )
  .map(([field, value, keepsOlder]) => (input) => {
    const { headers } = input.witness
    const header = attempt(() => decodeHeader(headers.at(-1)!))
    if (header === undefined) return
    const forged = encodeHeader({ ...header, [field]: value })
    input.witness.headers = keepsOlder ? [...headers.slice(0, -1), forged] : [forged]
    payloadOf(input).parentHash = keccak256(forged)
  })

const withdraw: fc.Arbitrary<InputEdit> = fc.nat({ max: 3 }).map((amount) => (input) => {
  const address = payloadOf(input).feeRecipient
  payloadOf(input).withdrawals.push({ index: 0n, validatorIndex: 0n, address, amount: BigInt(amount) })
})

/** A transaction with a field changed, signed again, and its key in place. */
const signAgain: fc.Arbitrary<InputEdit> = fc
  .tuple(
    anywhere,
    fc.constantFrom('nonce', 'value', 'gasLimit', 'data', 'to', 'maxPriorityFeePerGas', 'gasPrice'),
    fc.constantFrom(0n, 1n, 2n, 21_000n, 60_000n, 10n ** 10n, 2n ** 64n - 1n, 2n ** 255n),
    fc.boolean(),
  )
  .map(([index, field, value, otherKey]) => (input, rules) => {
    const { transactions, timestamp, blockNumber } = payloadOf(input)
    if (transactions.length === 0) return
    const at = index % transactions.length
    const signed = attempt(() => {
      const old = decodeTransaction(transactions[at]!, rules, { timestamp, number: blockNumber })
      return resigned(old, field, value, otherKey, rules, timestamp)
    })
    if (signed === undefined) return
    transactions[at] = signed.serialize()
    if (at < input.publicKeys.length) input.publicKeys[at] = uncompressedKeyOf(signed)
  })

function resigned(
  old: TypedTransaction,
  field: string,
  value: bigint,
  otherKey: boolean,
  rules: ChainRules,
  timestamp: bigint,
): TypedTransaction {
  const wide = value.toString(16)
  const bytes = `0x${wide.padStart(field === 'to' ? 40 : wide.length + (wide.length % 2), '0')}`
  const changed = field === 'data' || field === 'to' ? bytes.slice(0, 42) : value
  const sender = old.getSenderAddress().toString()
  const index = addresses.findIndex((address) => address.toString() === sender)
  const fields = { ...old.toJSON(), chainId: rules.chainId, [field]: changed }
  const key = keys[(index + (otherKey ? 1 : 0) + keys.length) % keys.length]!
  return createTx({ ...fields, type: old.type } as never, { common: rules.common(timestamp) }).sign(key)
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}

export const arbitraryInputEdit: fc.Arbitrary<InputEdit> = fc.oneof(
  flipField,
  flipAnchor,
  { weight: 3, arbitrary: flipInList },
  { weight: 3, arbitrary: reorder },
  { weight: 2, arbitrary: bump },
  swapFields,
  forgeParent,
  withdraw,
  { weight: 2, arbitrary: signAgain },
)
