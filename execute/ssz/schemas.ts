import type { Withdrawal } from '../types/Block.ts'
import type { ExecutionWitness } from '../types/ExecutionWitness.ts'
import { boolean, uint16, uint32, uint64, uint256 } from './basic.ts'
import { byteList, byteVector, progressiveByteList } from './byteArrays.ts'
import type { Codec } from './Codec.ts'
import { container, progressiveContainer } from './containers.ts'
import { list, progressiveList } from './lists.ts'
import type {
  BlobReferenceInput,
  BlobSlice,
  BuilderDepositRequest,
  BuilderExitRequest,
  ConsolidationRequest,
  DepositRequest,
  ExecutionPayload,
  ExecutionRequests,
  NewPayloadRequest,
  StatelessInput,
  StatelessValidationResult,
  WithdrawalRequest,
} from './types.ts'

// execution-specs projects/zkevm, stateless_ssz.py: field order, types and limits.

const bytes32 = byteVector(32)
const address = byteVector(20)
const publicKey = byteVector(48)

const withdrawal = container<Withdrawal>({ index: uint64, validatorIndex: uint64, address, amount: uint64 })

const osakaPayloadFields = {
  parentHash: bytes32,
  feeRecipient: address,
  stateRoot: bytes32,
  receiptsRoot: bytes32,
  logsBloom: byteVector(256),
  prevRandao: bytes32,
  blockNumber: uint64,
  gasLimit: uint64,
  gasUsed: uint64,
  timestamp: uint64,
  extraData: byteList(32),
  baseFeePerGas: uint256,
  blockHash: bytes32,
  transactions: progressiveList(progressiveByteList),
  withdrawals: progressiveList(withdrawal),
  blobGasUsed: uint64,
  excessBlobGas: uint64,
}

export const amsterdamPayloadFields = {
  ...osakaPayloadFields,
  blockAccessList: progressiveByteList,
  slotNumber: uint64,
}

const deposit = container<DepositRequest>({
  pubkey: publicKey,
  withdrawalCredentials: bytes32,
  amount: uint64,
  signature: byteVector(96),
  index: uint64,
})

const osakaRequestFields = {
  deposits: progressiveList(deposit),
  withdrawals: progressiveList(
    container<WithdrawalRequest>({ sourceAddress: address, validatorPubkey: publicKey, amount: uint64 }),
  ),
  consolidations: progressiveList(
    container<ConsolidationRequest>({ sourceAddress: address, sourcePubkey: publicKey, targetPubkey: publicKey }),
  ),
}

const builderDeposit = container<BuilderDepositRequest>({
  pubkey: publicKey,
  withdrawalCredentials: bytes32,
  amount: uint64,
  signature: byteVector(96),
})

const amsterdamRequestFields = {
  ...osakaRequestFields,
  builderDeposits: progressiveList(builderDeposit),
  builderExits: progressiveList(container<BuilderExitRequest>({ sourceAddress: address, pubkey: publicKey })),
}

export const executionWitnessCodec: Codec<ExecutionWitness> = container<ExecutionWitness>({
  state: progressiveList(byteList(2 ** 10)),
  codes: progressiveList(byteList(2 ** 16)),
  headers: list(byteList(2 ** 10), 256),
})

const resultFields = {
  newPayloadRequestRoot: bytes32,
  successfulValidation: boolean,
  chainId: uint64,
  schemaId: uint16,
}

/** 43 bytes. */
export const validationResultCodec: Codec<StatelessValidationResult> =
  container<StatelessValidationResult>(resultFields)

/** The result under consensus-specs' name and merkleization: `PublicInput`, a progressive container. */
export const publicInputCodec: Codec<StatelessValidationResult> =
  progressiveContainer<StatelessValidationResult>(resultFields)

const blobSlice = container<BlobSlice>({ versionedHashes: list(bytes32, 16), offset: uint32, length: uint32 })

/** The codecs of one schema. Both new payload requests have the same encoding and differ in their root. */
export type Schema = {
  /** The oldest fork whose blocks have this shape. */
  fork: 'osaka' | 'amsterdam'
  executionPayload: Codec<ExecutionPayload>
  executionRequests: Codec<ExecutionRequests>
  /** The lists within, by request type (EIP-7685). */
  requestLists: { name: keyof ExecutionRequests; codec: Codec<unknown[]> }[]
  newPayloadRequest: { plain: Codec<NewPayloadRequest>; progressive: Codec<NewPayloadRequest> }
  statelessInput: Codec<StatelessInput>
  blobReferenceInput: Codec<BlobReferenceInput>
}

function createSchema(
  fork: Schema['fork'],
  executionPayload: Codec<ExecutionPayload>,
  requestFields: typeof osakaRequestFields,
): Schema {
  const executionRequests = progressiveContainer<ExecutionRequests>(requestFields)
  const fields = {
    executionPayload,
    versionedHashes: progressiveList(bytes32),
    parentBeaconBlockRoot: bytes32,
    executionRequests,
  }
  const plain = container<NewPayloadRequest>(fields)
  const progressive = progressiveContainer<NewPayloadRequest>({ ...fields, versionedHashes: list(bytes32, 4096) })
  const statelessInput = container<StatelessInput>({
    newPayloadRequest: plain,
    witness: executionWitnessCodec,
    chainId: uint64,
    publicKeys: progressiveList(byteVector(65)),
  })
  return {
    fork,
    executionPayload,
    executionRequests,
    requestLists: Object.entries(requestFields).map(([name, codec]) => ({
      name: name as keyof ExecutionRequests,
      codec: codec as Codec<unknown[]>,
    })),
    newPayloadRequest: { plain, progressive },
    statelessInput,
    blobReferenceInput: container<BlobReferenceInput>({ statelessInput, transactions: blobSlice, witness: blobSlice }),
  }
}

/** A schema id is `fork index << 8 | revision`: 0x12 is Osaka, 0x15 Amsterdam. */
export const schemaIds = { osaka: 0x1201, amsterdam: 0x1501 } as const
/** One of `schemaIds`. */
export type SchemaId = (typeof schemaIds)[keyof typeof schemaIds]

const osakaPayload = progressiveContainer<ExecutionPayload>(osakaPayloadFields)
const amsterdamPayload = progressiveContainer<ExecutionPayload>(amsterdamPayloadFields)

const schemas: Record<SchemaId, Schema> = {
  [schemaIds.osaka]: createSchema('osaka', osakaPayload, osakaRequestFields),
  [schemaIds.amsterdam]: createSchema('amsterdam', amsterdamPayload, amsterdamRequestFields),
}

export function isSchemaId(id: number): id is SchemaId {
  return Object.hasOwn(schemas, id)
}

export function schemaOf(id: SchemaId): Schema {
  return schemas[id]
}
