import type { TypedTransaction } from '@ethereumjs/tx'
import { Account, type Address, bigIntMax, bigIntMin } from '@ethereumjs/util'
import { InvalidTransaction } from '../../errors.ts'
import { pack } from '../../trie/packed.ts'
import { accessListOf } from '../accessListOf.ts'
import type { Outcome } from '../addToOutput.ts'
import type { BlockEnvironment } from '../BlockEnvironment.ts'
import { credit } from '../credit.ts'
import { destroyAccounts } from '../destroyAccounts.ts'
import { gasPerBlob } from '../feeMarket.ts'
import { assertNoContract, authorizationsOf, gasPriceOf, intrinsicGas, warmUp } from '../prepareTransaction.ts'
import { executeCall } from './executeCall.ts'

/**
 * Executes a transaction that `checkTransaction` has let pass, as `../runTransaction.ts` does, since Amsterdam: gas has two
 * dimensions (EIP-8037), refunds do not free a block's gas (EIP-7778), and what it touches is listed (EIP-7928).
 * @throws InvalidTransaction INTRINSIC_GAS_TOO_LOW, GAS_LIMIT_TOO_HIGH or SENDER_IS_CONTRACT, before anything is written
 */
export async function runTransaction(env: BlockEnvironment, tx: TypedTransaction, sender: Address): Promise<Outcome> {
  const { evm, state, common, header } = env
  const accessList = accessListOf(env)
  const { intrinsic, floor } = intrinsicGas(tx, sender)
  const { gas, reservoir } = split(env, tx, intrinsic, floor)
  await assertNoContract(env, sender)
  const gasPrice = gasPriceOf(tx, header.baseFeePerGas ?? 0n)
  const isBlob = tx.type === 3
  const blobGas = isBlob ? gasPerBlob * BigInt(tx.numBlobs()) : 0n
  await evm.journal.cleanup()
  try {
    warmUp(env, tx, sender)
    const payer = (await state.getAccount(sender)) ?? new Account()
    const before = payer.balance
    payer.balance -= tx.gasLimit * gasPrice + blobGas * (env.blobBaseFee ?? 0n)
    payer.nonce += 1n
    await evm.journal.putAccount(sender, payer)
    const senderKey = pack(sender.bytes)
    accessList?.changeBalance(senderKey, payer.balance, before)
    accessList?.changeNonce(senderKey, payer.nonce)

    const { execResult, gasUsed } = await executeCall(env, {
      ...{ caller: sender, gas, reservoir, gasPrice, value: tx.value, data: tx.data },
      ...(tx.to && { to: tx.to }),
      authorizations: tx.type === 4 ? authorizationsOf(tx) : [],
      blobVersionedHashes: isBlob ? tx.blobVersionedHashes : [],
    })

    const spentBeforeRefund = intrinsic + gasUsed
    const stateGasUsed = bigIntMax(evm.executionStateGasUsed, 0n)
    const refund = bigIntMin(execResult.gasRefund ?? 0n, spentBeforeRefund / common.param('maxRefundQuotient'))
    const spent = bigIntMax(spentBeforeRefund - refund, floor)
    await credit(env, sender.bytes, (tx.gasLimit - spent) * gasPrice)
    await credit(env, env.block.header.coinbase.bytes, spent * (gasPrice - (header.baseFeePerGas ?? 0n)))
    await destroyAccounts(env, execResult)
    await evm.journal.cleanup()
    accessList?.cleanupNetZeroBalanceChanges()
    const outcome: Outcome = {
      execResult,
      totalGasSpent: spent,
      blockGasSpent: bigIntMax(spentBeforeRefund, floor),
      txStateGas: stateGasUsed,
      txRegularGas: bigIntMax(spentBeforeRefund - stateGasUsed, floor),
    }
    return isBlob ? { ...outcome, blobGasUsed: blobGas } : outcome
  } finally {
    evm.journal.cleanJournal()
    state.originalStorageCache.clear()
  }
}

/** EIP-7825 bounds a transaction's gas; what it has beyond that is for growing the state. */
function split({ common }: BlockEnvironment, { gasLimit }: TypedTransaction, intrinsic: bigint, floor: bigint) {
  const most = common.param('maxTransactionGasLimit')
  const needed = bigIntMax(intrinsic, floor)
  if (needed > most) {
    throw new InvalidTransaction(
      'GAS_LIMIT_TOO_HIGH',
      `Transaction intrinsic regular gas ${needed} exceeds the EIP-7825 cap (${most})`,
      { value: needed, expected: most },
    )
  }
  const gas = bigIntMin(gasLimit - intrinsic, most - intrinsic)
  return { gas, reservoir: gasLimit - intrinsic - gas }
}
