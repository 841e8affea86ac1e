import { createTxFromRLP, type TypedTransaction } from '@ethereumjs/tx'
import type { Address } from '@ethereumjs/util'
import { createVM, runTx } from '@ethereumjs/vm'
import { InvalidTransaction, NativerollError } from '../errors.ts'
import { isAmsterdam } from '../evm/prices.ts'
import { versionedHashesOf } from '../rlp/transaction.ts'
import type { TransactionResult } from '../types/BlockBuilder.ts'
import { accessListOf } from './accessListOf.ts'
import { addToOutput, type Outcome } from './addToOutput.ts'
import { runTransaction as runAmsterdamTransaction } from './amsterdam/runTransaction.ts'
import type { BlockEnvironment } from './BlockEnvironment.ts'
import type { BlockOutput } from './BlockOutput.ts'
import { checkTransaction } from './checkTransaction.ts'
import { impersonate, isImpersonated, vmForImpersonated } from './impersonate.ts'
import { runTransaction } from './runTransaction.ts'

const mostGas = BigInt(Number.MAX_SAFE_INTEGER)

/**
 * Executes a transaction and adds its outcome to the block's (execution-specs `process_transaction`).
 * @param accept throws InvalidTransaction if the block shall not include what it has run
 * @throws InvalidTransaction, with state and output as before, if it cannot be included; MissingData if the state has a gap.
 */
export async function processTransaction(
  env: BlockEnvironment,
  output: BlockOutput,
  transaction: TypedTransaction,
  accept?: (env: BlockEnvironment) => void,
): Promise<TransactionResult> {
  const tx = underRulesOf(env, transaction)
  const accessList = accessListOf(env)
  if (accessList !== undefined) accessList.blockAccessIndex = output.receipts.length + 1
  accessList?.checkpoint()
  env.state.beginAttempt()
  for (const meter of env.meters) meter.beginAttempt()
  try {
    const sender = await checkTransaction(env, output, tx)
    env.blobs.current = versionedHashesOf(tx)
    const run = runnerOf(env, tx)
    const outcome = run ? await run(env, tx, sender) : await runWithEthereumjs(env, output, tx, sender)
    const failure = env.state.failure()
    if (failure !== undefined) throw failure
    accept?.(env)
    accessList?.commit()
    env.blobs.earlier.push(...env.blobs.current)
    return addToOutput(env, output, tx, sender, outcome)
  } catch (error) {
    env.state.abandonAttempt()
    for (const meter of env.meters) meter.abandonAttempt()
    accessList?.abandon()
    throw env.state.failure() ?? asInvalidTransaction(error)
  } finally {
    env.blobs.current = []
  }
}

/** Undefined before Byzantium, whose receipts hold no status, for senders who have not signed, and gas beyond all numbers. */
function runnerOf({ common }: BlockEnvironment, tx: TypedTransaction): typeof runTransaction | undefined {
  if (!common.gteHardfork('byzantium') || isImpersonated(tx) || tx.gasLimit > mostGas) return undefined
  return isAmsterdam(common) ? runAmsterdamTransaction : runTransaction
}

/** What is not ours to run. */
async function runWithEthereumjs(
  env: BlockEnvironment,
  output: BlockOutput,
  tx: TypedTransaction,
  sender: Address,
): Promise<Outcome> {
  const vm = await createVM({ common: env.common, stateManager: env.state, evm: env.evm })
  const restoreJournal = undoListWithJournal(env)
  const result = await runTx(isImpersonated(tx) ? vmForImpersonated(vm, sender) : vm, {
    tx,
    block: env.block,
    blockGasUsed: output.cumulativeGasUsed,
  }).finally(restoreJournal)
  return 'stateRoot' in result.receipt ? { ...result, stateRoot: result.receipt.stateRoot } : result
}

/**
 * EIP-2780: a transaction without the gas for its delegations, or for what comes before its code, sets none. EthereumJS then
 * takes them back from the state, not from the block access list. Answers what ends that they go together.
 */
function undoListWithJournal({ evm, common }: BlockEnvironment): () => void {
  const { blockLevelAccessList: list, journal } = evm
  if (list === undefined || !common.isActivatedEIP(7928)) return () => {}
  const [checkpoint, commit, revert] = [journal.checkpoint, journal.commit, journal.revert]
  Object.assign(journal, {
    checkpoint() {
      list.checkpoint()
      return checkpoint.call(journal)
    },
    commit() {
      list.commit()
      return commit.call(journal)
    },
    revert() {
      list.revert()
      return revert.call(journal)
    },
  })
  return () => void Object.assign(journal, { checkpoint, commit, revert })
}

/** The transaction as the block's fork reads it; it may have been decoded under an older fork's rules. */
function underRulesOf(env: BlockEnvironment, tx: TypedTransaction): TypedTransaction {
  if (tx.common === env.common) return tx
  try {
    const same = createTxFromRLP(tx.serialize(), { common: env.common })
    return isImpersonated(tx) ? impersonate(same, tx.getSenderAddress().bytes) : same
  } catch (error) {
    throw asInvalidTransaction(error)
  }
}

function asInvalidTransaction(error: unknown): unknown {
  if (error instanceof NativerollError) return error
  // EthereumJS refuses a transaction with a plain Error; anything else is a fault in the node.
  if (
    !(error instanceof Error) ||
    error instanceof TypeError ||
    error instanceof RangeError ||
    error instanceof ReferenceError
  )
    return error
  const code = /INTRINSIC_GAS_TOO_LOW/.test(error.message)
    ? 'INTRINSIC_GAS_TOO_LOW'
    : /EIP-3607/.test(error.message)
      ? 'SENDER_IS_CONTRACT'
      : 'INVALID_TRANSACTION'
  return new InvalidTransaction(code, error.message.replace(/ \(vm hf=.*$/s, ''), { cause: error })
}
