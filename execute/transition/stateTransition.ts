import { InvalidBlock, InvalidTransaction } from '../errors.ts'
import { encodeBlock } from '../rlp/block.ts'
import { hashHeader } from '../rlp/header.ts'
import { equalBytes } from '../state/accountCodec.ts'
import type { Block } from '../types/Block.ts'
import type { SealedBlock } from '../types/BlockBuilder.ts'
import type { Header } from '../types/Header.ts'
import { beginRecording } from '../witness/beginRecording.ts'
import { beginBody, endBody } from './applyBody.ts'
import { type BlockEnvironment, createBlockEnvironment } from './BlockEnvironment.ts'
import { type BlockOutput, emptyBlockOutput } from './BlockOutput.ts'
import { checkBlockAccessList } from './checkBlockAccessList.ts'
import { maxBlockSize } from './constants.ts'
import type { BlockBuilderOptions } from './createBlockBuilder.ts'
import { releaseForkEvm } from './createForkEvm.ts'
import { processTransaction } from './processTransaction.ts'
import { sealedHeader } from './sealedHeader.ts'
import { validateHeader } from './validateHeader.ts'

export type StateTransitionOptions = Omit<BlockBuilderOptions, 'attributes'> & { block: Block }

/**
 * Checks a block against its parent and executes it (execution-specs `state_transition`).
 * @throws InvalidBlock naming the rule that the block breaks; MissingData if a partial state lacks something.
 */
export async function stateTransition(options: StateTransitionOptions): Promise<SealedBlock> {
  const { rules, parent, block } = options
  const { header, ommers, transactions, withdrawals } = block
  const recording = beginRecording(options)

  checkBlockSize(options)
  validateHeader(rules, parent, header)
  checkBody(options)

  const env = await createBlockEnvironment({ header, ...options, ...recording })
  const output = await applyBody(env, block)
  checkBlockAccessList(env)
  const state = env.state.finish()
  const found = sealedHeader(env, output, state, block)

  compare('WRONG_GAS_USED', 'gas used', header.gasUsed, found.gasUsed)
  compare('WRONG_TRANSACTIONS_ROOT', 'transactions root', header.transactionsRoot, found.transactionsRoot)
  compare('WRONG_STATE_ROOT', 'state root', header.stateRoot, found.stateRoot)
  compare('WRONG_RECEIPTS_ROOT', 'receipts root', header.receiptsRoot, found.receiptsRoot)
  compare('WRONG_LOGS_BLOOM', 'logs bloom', header.logsBloom, found.logsBloom)
  compare('WRONG_OMMERS_HASH', 'ommers hash', header.ommersHash, found.ommersHash)
  compare('WRONG_WITHDRAWALS_ROOT', 'withdrawals root', header.withdrawalsRoot, found.withdrawalsRoot)
  compare('WRONG_BLOB_GAS_USED', 'blob gas used', header.blobGasUsed, found.blobGasUsed)
  compare('WRONG_REQUESTS_HASH', 'requests hash', header.requestsHash, found.requestsHash)
  compare(
    'WRONG_BLOCK_ACCESS_LIST_HASH',
    'block access list hash',
    header.blockAccessListHash,
    found.blockAccessListHash,
  )

  const sealed: SealedBlock = {
    block: withdrawals === undefined ? { header, transactions, ommers } : { header, transactions, ommers, withdrawals },
    hash: hashHeader(header),
    state,
    receipts: output.receipts,
    requests: output.requests,
  }
  if (recording.recorder !== undefined) sealed.witness = recording.witness()
  const accessList = env.evm.blockLevelAccessList
  if (accessList !== undefined) sealed.blockAccessList = accessList.serialize()
  releaseForkEvm(env.evm)
  return sealed
}

/** execution-specs `apply_body`. */
async function applyBody(env: BlockEnvironment, block: Block): Promise<BlockOutput> {
  const output = emptyBlockOutput()
  await beginBody(env)
  for (const [index, transaction] of block.transactions.entries()) {
    try {
      await processTransaction(env, output, transaction)
    } catch (cause) {
      if (!(cause instanceof InvalidTransaction)) throw cause
      throw new InvalidBlock('INVALID_TRANSACTION', `Transaction ${index} cannot be included: ${cause.message}`, {
        value: index,
        cause,
      })
    }
  }
  await endBody(env, output, block)
  return output
}

/** EIP-7934: RLP of at most 8 MiB. */
function checkBlockSize({ rules, block }: StateTransitionOptions): void {
  if (!rules.isActive('osaka', block.header.timestamp, block.header.number)) return
  const size = encodeBlock(block).length
  if (size > maxBlockSize) {
    throw new InvalidBlock('BLOCK_TOO_LARGE', `The block has ${size} bytes`, {
      value: size,
      expected: `at most ${maxBlockSize} bytes`,
    })
  }
}

function checkBody({ rules, block }: StateTransitionOptions): void {
  const { header, ommers, withdrawals } = block
  const isMerged = rules.isActive('paris', header.timestamp, header.number)
  if (isMerged && ommers.length > 0)
    throw new InvalidBlock('OMMERS_AFTER_MERGE', 'A block has no ommers since the merge', { value: ommers.length })
  const hasWithdrawals = rules.isActive('shanghai', header.timestamp, header.number)
  if (hasWithdrawals !== (withdrawals !== undefined)) {
    throw new InvalidBlock('WRONG_BODY_FIELDS', `Withdrawals must be ${hasWithdrawals ? 'present' : 'absent'} here`, {
      value: withdrawals,
    })
  }
}

function compare(code: string, name: string, claimed: Header[keyof Header], found: Header[keyof Header]): void {
  const same =
    claimed instanceof Uint8Array && found instanceof Uint8Array ? equalBytes(claimed, found) : claimed === found
  if (!same)
    throw new InvalidBlock(code, `The header's ${name} is not what execution gives`, {
      value: claimed,
      expected: found,
    })
}
