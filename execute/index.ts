export { blobSlice, type ReadBlob } from './blobs/blobSlice.ts'
export { BLOB_SIZE, blobsFromBytes, bytesFromBlobs, USABLE_BYTES_PER_BLOB } from './blobs/blobsFromBytes.ts'
export { type BlobReference, decodeExecuteInput, type ExecuteInput, encodeExecuteInput } from './blobs/executeInput.ts'
export { type PayloadBlobContents, packPayloadBlobBytes, unpackPayloadBlobBytes } from './blobs/payloadBlobBytes.ts'
export { keccak256 } from './crypto/keccak256.ts'
export { publicKeyOf, type Signature, signHash } from './crypto/signHash.ts'
export {
  ExceptionalHalt,
  InvalidBlock,
  InvalidTransaction,
  MissingData,
  NativerollError,
  type NativerollErrorOptions,
  PrecompileGasExceeded,
} from './errors.ts'
export { isDelegation } from './evm/delegation.ts'
export type { ExecuteCall, ExecuteOptions, Execution } from './precompile/createExecute.ts'
export {
  createExecutePrecompile,
  type ExecutePrecompileOptions,
  executeAddress,
} from './precompile/createExecutePrecompile.ts'
export { ExecuteRefusal } from './precompile/ExecuteRefusal.ts'
export { type ExecutionRequest, type Executor, inlineExecutor, type Verdict } from './precompile/Executor.ts'
export { type ExplainExecuteOptions, type Explanation, explainExecute } from './precompile/explainExecute.ts'
export {
  type GasPrices,
  type GasSchedule,
  type GasScheduleName,
  gasScheduleOf,
  gasSchedules,
  type MarketOptions,
  marketGasSchedule,
} from './precompile/gasSchedules.ts'
export { decodeBlock, encodeBlock } from './rlp/block.ts'
export { decodeHeader, encodeHeader, hashHeader } from './rlp/header.ts'
export { encodeReceipt } from './rlp/receipt.ts'
export { decodeTransaction, encodeTransaction } from './rlp/transaction.ts'
export { type ChainRules, type ChainRulesOptions, createChainRules } from './rules/createChainRules.ts'
export { overrideState } from './simulate/overrideState.ts'
export { type SimulateBlockOptions, simulateBlock } from './simulate/simulateBlock.ts'
export { type SimulateTransactionOptions, simulateTransaction } from './simulate/simulateTransaction.ts'
export { type TraceTransactionsOptions, traceTransactions } from './simulate/traceTransactions.ts'
export { blockOfPayload } from './ssz/blockOfPayload.ts'
export { decodeExecutionWitness, encodeExecutionWitness } from './ssz/executionWitness.ts'
export { headerOfPayload } from './ssz/headerOfPayload.ts'
export { MalformedInput } from './ssz/MalformedInput.ts'
export { type Merkleization, newPayloadRequestRoot, validationResultRoot } from './ssz/newPayloadRequestRoot.ts'
export { statelessInputBase, statelessInputPositions } from './ssz/positions.ts'
export { type SchemaId, schemaIds } from './ssz/schemas.ts'
export { decodeStatelessInput, encodeStatelessInput, type SchemaInput } from './ssz/statelessInput.ts'
export { schemaIdOf, statelessInputOf } from './ssz/statelessInputOf.ts'
export type {
  BlobReferenceInput,
  BlobSlice,
  ExecutionPayload,
  ExecutionRequests,
  NewPayloadRequest,
  StatelessInput,
  StatelessValidationResult,
} from './ssz/types.ts'
export { decodeValidationResult, encodeValidationResult } from './ssz/validationResult.ts'
export { accountsIn, type WholeAccount } from './state/accountsIn.ts'
export { compareStates, type StateDifference, type StateItem } from './state/compareStates.ts'
export { createGenesisState, pad32 } from './state/createGenesisState.ts'
export { type StoredSlot, storageRange } from './state/storageRange.ts'
export { type NodeStore, worldStateFromNodes } from './state/worldStateFromNodes.ts'
export { type StatelessVerification, verifyStatelessNewPayload } from './stateless.ts'
export { runStatelessGuest } from './statelessGuest.ts'
export { systemContracts } from './transition/constants.ts'
export { type BlockBuilderOptions, createBlockBuilder } from './transition/createBlockBuilder.ts'
export { createGenesisBlock } from './transition/createGenesisBlock.ts'
export {
  blobBaseFeeOf,
  calculateBaseFee,
  calculateBlobBaseFee,
  calculateExcessBlobGas,
} from './transition/feeMarket.ts'
export { excessAfter, type MarketRecord, priceOf } from './transition/gasMarket.ts'
export { marketSlots } from './transition/gasMeter.ts'
export { impersonate, isImpersonated } from './transition/impersonate.ts'
export { type StateTransitionOptions, stateTransition } from './transition/stateTransition.ts'
export { orderedRoot } from './trie/orderedRoot.ts'
export type { Block, Withdrawal } from './types/Block.ts'
export type { BlockBuilder, PayloadAttributes, SealedBlock, TransactionResult } from './types/BlockBuilder.ts'
export type { ExecutionWitness } from './types/ExecutionWitness.ts'
export { type BlobParameters, type BlobSchedule, type Fork, type ForkSchedule, forks } from './types/Fork.ts'
export type { GasMarket, GasMeter } from './types/GasMarket.ts'
export type { Genesis, GenesisAccount, GenesisAlloc } from './types/Genesis.ts'
export type { Header } from './types/Header.ts'
export type { Precompile, PrecompileContext, PrecompileInput, PrecompileOutput } from './types/Precompile.ts'
export type { Preimages } from './types/Preimages.ts'
export type { Log, Receipt } from './types/Receipt.ts'
export type {
  AccessListEntry,
  AccountOverride,
  Authorization,
  BlockOverrides,
  CallRequest,
  SimulatedBlock,
  SimulatedBlockOverrides,
  SimulatedCall,
  SimulationResult,
  StateOverrides,
} from './types/Simulation.ts'
export type { TraceCost, TraceEnter, TraceExit, Tracer, TraceStep } from './types/Tracer.ts'
export type { Account, AccountProof, WorldState } from './types/WorldState.ts'
export { worldStateFromWitness } from './witness/worldStateFromWitness.ts'
export {
  createThreadedExecutor,
  type ThreadedExecutor,
  type ThreadedExecutorOptions,
} from './workers/createThreadedExecutor.ts'
