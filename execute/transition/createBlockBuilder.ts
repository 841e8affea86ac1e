import { InvalidTransaction, NativerollError, PrecompileGasExceeded } from '../errors.ts'
import { hashHeader } from '../rlp/header.ts'
import { encodeTransaction } from '../rlp/transaction.ts'
import type { ChainRules } from '../rules/createChainRules.ts'
import { emptyRoot } from '../trie/encodeNode.ts'
import type { Block } from '../types/Block.ts'
import type { BlockBuilder, PayloadAttributes, SealedBlock } from '../types/BlockBuilder.ts'
import type { Header } from '../types/Header.ts'
import type { Precompile } from '../types/Precompile.ts'
import type { WorldState } from '../types/WorldState.ts'
import { beginRecording } from '../witness/beginRecording.ts'
import { beginBody, endBody } from './applyBody.ts'
import { type BlockEnvironment, createBlockEnvironment } from './BlockEnvironment.ts'
import { emptyBlockOutput } from './BlockOutput.ts'
import { checkBlockAccessList } from './checkBlockAccessList.ts'
import { emptyOmmersHash, emptyRequestsHash, maxBlockSize } from './constants.ts'
import { releaseForkEvm } from './createForkEvm.ts'
import { calculateBaseFee, calculateExcessBlobGas } from './feeMarket.ts'
import { processTransaction } from './processTransaction.ts'
import { sealedHeader } from './sealedHeader.ts'
import { validateHeader } from './validateHeader.ts'

export type BlockBuilderOptions = {
  rules: ChainRules
  parent: Header
  parentState: WorldState
  attributes: PayloadAttributes
  /** Hash of an ancestor of the parent, for BLOCKHASH; undefined if unknown. */
  getBlockHash(number: bigint): Uint8Array | undefined
  precompiles?: readonly Precompile[]
  /** @default false */
  recordWitness?: boolean
  /** An ancestor's header; only for a witness when BLOCKHASH reaches behind the parent. */
  getHeader?(number: bigint): Header | undefined
  /** Fields that break the rules which give them; no other node takes such a block. For test methods. */
  unlawful?: Partial<Pick<Header, 'baseFeePerGas' | 'gasLimit'>>
}

/** Room that the header and the lists' prefixes take of a block's bytes. */
const blockOverhead = 2048

/**
 * Begins a block on `parent`. Its transactions must be added one at a time: await each `add` before the next.
 * @throws InvalidBlock if the attributes cannot make a valid block
 */
export async function createBlockBuilder(options: BlockBuilderOptions): Promise<BlockBuilder> {
  const { rules, parent, attributes } = options
  const lawful = pendingHeader(rules, parent, attributes)
  validateHeader(rules, parent, lawful)
  const header = { ...lawful, ...options.unlawful }
  const recording = beginRecording(options)
  const env = await createBlockEnvironment({ header, ...options, ...recording })
  const output = emptyBlockOutput()
  const body: Omit<Block, 'header'> = { transactions: [], ommers: [] }
  if (rules.isActive('shanghai', header.timestamp, header.number)) body.withdrawals = attributes.withdrawals
  let size = blockOverhead + 64 * attributes.withdrawals.length
  let closed: string | undefined
  await beginBody(env)

  function assertOpen(): void {
    if (closed === undefined) return
    throw new NativerollError('BUILDER_CLOSED', `Block ${header.number} takes nothing more: ${closed}`, {
      hint: 'Make a new block builder.',
    })
  }

  return {
    header: () => ({ ...header, gasUsed: output.blockGasUsed }),
    gasUsed: () => output.blockGasUsed,
    blobGasUsed: () => output.blobGasUsed,
    witnessBytes: recording.size,
    precompileGasLeft: (precompile) => env.meters.find(({ address }) => address.toString() === precompile)?.left(),

    async add(transaction) {
      assertOpen()
      const bytes = encodeTransaction(transaction).length + 9
      if (size + bytes > maxBlockSize) {
        throw new InvalidTransaction(
          'BLOCK_SIZE_EXCEEDED',
          `The transaction would make the block larger than ${maxBlockSize} bytes`,
          {
            value: bytes,
            expected: `at most ${maxBlockSize - size} bytes`,
          },
        )
      }
      const result = await processTransaction(env, output, transaction, assertMetersSufficed).catch(
        (error: unknown) => {
          // A gap in the state or a fault of the node: what is half done cannot be trusted.
          if (!(error instanceof InvalidTransaction)) closed = 'a transaction failed to execute'
          throw error
        },
      )
      body.transactions.push(transaction)
      size += bytes
      return result
    },

    async seal() {
      assertOpen()
      closed = 'it is sealed'
      await endBody(env, output, body)
      checkBlockAccessList(env)
      const state = env.state.finish()
      const block = { header: sealedHeader(env, output, state, body), ...body }
      const result: SealedBlock = {
        block,
        hash: hashHeader(block.header),
        state,
        receipts: output.receipts,
        requests: output.requests,
      }
      if (recording.recorder !== undefined) result.witness = recording.witness()
      const accessList = env.evm.blockLevelAccessList
      if (accessList !== undefined) result.blockAccessList = accessList.serialize()
      releaseForkEvm(env.evm)
      return result
    },
  }
}

/** The header as far as parent and attributes decide it; what follows from execution is empty. */
function pendingHeader(rules: ChainRules, parent: Header, attributes: PayloadAttributes): Header {
  const { timestamp } = attributes
  const number = parent.number + 1n
  const header: Header = {
    parentHash: hashHeader(parent),
    ommersHash: emptyOmmersHash,
    coinbase: attributes.suggestedFeeRecipient,
    stateRoot: emptyRoot,
    transactionsRoot: emptyRoot,
    receiptsRoot: emptyRoot,
    logsBloom: new Uint8Array(256),
    difficulty: 0n,
    number,
    gasLimit: attributes.gasLimit,
    gasUsed: 0n,
    timestamp,
    extraData: attributes.extraData ?? new Uint8Array(0),
    prevRandao: attributes.prevRandao,
    nonce: new Uint8Array(8),
  }
  const baseFee = calculateBaseFee(rules, parent, timestamp)
  if (baseFee !== undefined) header.baseFeePerGas = baseFee
  if (rules.isActive('shanghai', timestamp, number)) header.withdrawalsRoot = emptyRoot
  const excessBlobGas = calculateExcessBlobGas(rules, parent, timestamp)
  if (excessBlobGas !== undefined) {
    header.blobGasUsed = 0n
    header.excessBlobGas = excessBlobGas
    header.parentBeaconBlockRoot = attributes.parentBeaconBlockRoot
  }
  if (rules.isActive('prague', timestamp, number)) header.requestsHash = emptyRequestsHash
  if (rules.isActive('amsterdam', timestamp, number)) {
    header.blockAccessListHash = new Uint8Array(32)
    header.slotNumber = attributes.slotNumber ?? 0n
  }
  return header
}

/**
 * A block with the transaction would be valid, and the call that met a full meter would have failed in it. A builder leaves
 * the transaction to a block that has room.
 */
function assertMetersSufficed({ meters }: BlockEnvironment): void {
  for (const { address, limit, lacked } of meters) {
    const found = lacked()
    if (found !== undefined) throw new PrecompileGasExceeded(address.toString(), { ...found, limit })
  }
}
