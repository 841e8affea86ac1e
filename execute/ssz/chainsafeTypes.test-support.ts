import {
  BooleanType,
  ByteListType,
  ByteVectorType,
  ContainerType,
  ListCompositeType,
  ProgressiveByteListType,
  ProgressiveContainerType,
  ProgressiveListCompositeType,
  type Type,
  UintBigintType,
  UintNumberType,
} from '@chainsafe/ssz'

// The schema a second time, in a library's types: an oracle for encodings and roots that shares no code with ours.

const uint64 = new UintBigintType(8)
const bytes = (length: number) => new ByteVectorType(length)
const progressiveList = (element: ContainerType<never> | ByteVectorType | ByteListType | ProgressiveByteListType) =>
  new ProgressiveListCompositeType(element as ByteVectorType)
const record = (fields: Record<string, Type<unknown>>) =>
  new ContainerType(fields as never) as unknown as ContainerType<never>
const progressive = (fields: Record<string, Type<unknown>>) =>
  new ProgressiveContainerType(
    fields,
    Object.keys(fields).map(() => true),
  )

const withdrawal = record({ index: uint64, validatorIndex: uint64, address: bytes(20), amount: uint64 })
const builderDeposit = { pubkey: bytes(48), withdrawalCredentials: bytes(32), amount: uint64, signature: bytes(96) }

function typesOf(fork: 'osaka' | 'amsterdam') {
  const executionPayload = progressive({
    parentHash: bytes(32),
    feeRecipient: bytes(20),
    stateRoot: bytes(32),
    receiptsRoot: bytes(32),
    logsBloom: bytes(256),
    prevRandao: bytes(32),
    blockNumber: uint64,
    gasLimit: uint64,
    gasUsed: uint64,
    timestamp: uint64,
    extraData: new ByteListType(32),
    baseFeePerGas: new UintBigintType(32),
    blockHash: bytes(32),
    transactions: progressiveList(new ProgressiveByteListType()),
    withdrawals: progressiveList(withdrawal),
    blobGasUsed: uint64,
    excessBlobGas: uint64,
    ...(fork === 'amsterdam' && { blockAccessList: new ProgressiveByteListType(), slotNumber: uint64 }),
  })
  const executionRequests = progressive({
    deposits: progressiveList(record({ ...builderDeposit, index: uint64 })),
    withdrawals: progressiveList(record({ sourceAddress: bytes(20), validatorPubkey: bytes(48), amount: uint64 })),
    consolidations: progressiveList(
      record({ sourceAddress: bytes(20), sourcePubkey: bytes(48), targetPubkey: bytes(48) }),
    ),
    ...(fork === 'amsterdam' && {
      builderDeposits: progressiveList(record(builderDeposit)),
      builderExits: progressiveList(record({ sourceAddress: bytes(20), pubkey: bytes(48) })),
    }),
  })
  const requestOf = (versionedHashes: Type<unknown>) => ({
    executionPayload,
    versionedHashes,
    parentBeaconBlockRoot: bytes(32),
    executionRequests,
  })
  const plain = record(requestOf(progressiveList(bytes(32))))
  return {
    plain,
    progressive: progressive(requestOf(new ListCompositeType(bytes(32), 4096))),
    statelessInput: record({
      newPayloadRequest: plain,
      witness: record({
        state: progressiveList(new ByteListType(2 ** 10)),
        codes: progressiveList(new ByteListType(2 ** 16)),
        headers: new ListCompositeType(new ByteListType(2 ** 10), 256),
      }),
      chainId: uint64,
      publicKeys: progressiveList(bytes(65)),
    }),
  }
}

type Oracle = { serialize(value: unknown): Uint8Array; hashTreeRoot(value: unknown): Uint8Array }
type Oracles = { plain: Oracle; progressive: Oracle; statelessInput: Oracle }

export const chainsafeTypes = {
  osaka: typesOf('osaka') as unknown as Oracles,
  amsterdam: typesOf('amsterdam') as unknown as Oracles,
}

const resultFields = {
  newPayloadRequestRoot: bytes(32),
  successfulValidation: new BooleanType(),
  chainId: uint64,
  schemaId: new UintNumberType(2),
}

export const chainsafeResult = {
  plain: record(resultFields) as unknown as Oracle,
  progressive: progressive(resultFields) as unknown as Oracle,
}
