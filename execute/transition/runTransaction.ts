import type { TypedTransaction } from '@ethereumjs/tx'
import { Account, type Address, bigIntMax, bigIntMin } from '@ethereumjs/util'
import type { Outcome } from './addToOutput.ts'
import type { BlockEnvironment } from './BlockEnvironment.ts'
import { credit } from './credit.ts'
import { destroyAccounts } from './destroyAccounts.ts'
import { gasPerBlob } from './feeMarket.ts'
import { assertNoContract, authorizationsOf, gasPriceOf, intrinsicGas, warmUp } from './prepareTransaction.ts'
import { setDelegations } from './setDelegations.ts'

/**
 * Executes a transaction that `checkTransaction` has let pass (execution-specs `process_transaction`, from intrinsic gas
 * on). EthereumJS' `runTx` does the same, but checks everything again, recovers each authority in JavaScript, and makes a
 * bloom and a receipt of its own.
 * @throws InvalidTransaction INTRINSIC_GAS_TOO_LOW or SENDER_IS_CONTRACT, before anything is written
 */
export async function runTransaction(env: BlockEnvironment, tx: TypedTransaction, sender: Address): Promise<Outcome> {
  const { evm, state, common, header } = env
  const { intrinsic, floor } = intrinsicGas(tx, sender)
  await assertNoContract(env, sender)
  const gasPrice = gasPriceOf(tx, header.baseFeePerGas ?? 0n)
  const isBlob = tx.type === 3
  const blobGas = isBlob ? gasPerBlob * BigInt(tx.numBlobs()) : 0n
  await evm.journal.cleanup()
  try {
    warmUp(env, tx, sender)
    const payer = (await state.getAccount(sender)) ?? new Account()
    payer.balance -= tx.gasLimit * gasPrice + blobGas * (env.blobBaseFee ?? 0n)
    payer.nonce += 1n
    await evm.journal.putAccount(sender, payer)
    const delegationRefund = tx.type === 4 ? await setDelegations(env, authorizationsOf(tx)) : 0n

    const { execResult } = await evm.runCall({
      block: env.block,
      gasPrice,
      caller: sender,
      gasLimit: tx.gasLimit - intrinsic,
      ...(tx.to && { to: tx.to }),
      value: tx.value,
      data: tx.data,
      ...(isBlob && { blobVersionedHashes: tx.blobVersionedHashes }),
      skipNonceIncrement: true,
    })

    const used = intrinsic + execResult.executionGasUsed
    const refund = delegationRefund + (execResult.gasRefund ?? 0n)
    const spent = bigIntMax(used - bigIntMin(refund, used / common.param('maxRefundQuotient')), floor)
    await credit(env, sender.bytes, (tx.gasLimit - spent) * gasPrice)
    await credit(env, env.block.header.coinbase.bytes, spent * (gasPrice - (header.baseFeePerGas ?? 0n)))
    await destroyAccounts(env, execResult)
    await evm.journal.cleanup()
    const outcome: Outcome = { execResult, totalGasSpent: spent, blockGasSpent: spent }
    return isBlob ? { ...outcome, blobGasUsed: blobGas } : outcome
  } finally {
    evm.journal.cleanJournal()
    state.originalStorageCache.clear()
  }
}
