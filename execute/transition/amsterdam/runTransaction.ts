import { EVMError, type ExecResult } from '@ethereumjs/evm'
import type { TypedTransaction } from '@ethereumjs/tx'
import { Account, type Address, bigIntMax, bigIntMin } from '@ethereumjs/util'
import { InvalidTransaction } from '../../errors.ts'
import { beginStateGas, giveStateGas, type StateGas } from '../../evm/amsterdam/stateGas.ts'
import { pack } from '../../trie/packed.ts'
import { accessListOf } from '../accessListOf.ts'
import type { Outcome } from '../addToOutput.ts'
import type { BlockEnvironment } from '../BlockEnvironment.ts'
import { credit } from '../credit.ts'
import { destroyAccounts } from '../destroyAccounts.ts'
import { gasPerBlob } from '../feeMarket.ts'
import { assertNoContract, authorizationsOf, gasPriceOf, intrinsicGas, warmUp } from '../prepareTransaction.ts'
import { setDelegations } from './setDelegations.ts'

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

    const { execResult, gasUsed } = await execute(env, tx, { sender, gas, reservoir, gasPrice })

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

type Budget = { sender: Address; gas: bigint; reservoir: bigint; gasPrice: bigint }

/**
 * Sets delegations and makes the call. If the gas does not even suffice until its code begins, the delegations are undone
 * too. `gasUsed` counts both dimensions.
 */
async function execute(env: BlockEnvironment, tx: TypedTransaction, { sender, gas, reservoir, gasPrice }: Budget) {
  const { evm } = env
  const accessList = accessListOf(env)
  const { to, value, data } = tx
  beginStateGas(evm, reservoir)
  const undo = async () => {
    await evm.journal.revert()
    accessList?.revert()
    giveStateGas(evm, { reservoir: Number(reservoir), used: 0 })
  }
  await evm.journal.checkpoint()
  accessList?.checkpoint()

  const meter = { gas: Number(gas), spilled: 0 }
  const stateGas: StateGas = { reservoir: Number(reservoir), used: 0 }
  const paid = new Set([pack(sender.bytes)])
  if (to !== undefined && value > 0n) paid.add(pack(to.bytes))
  if (tx.type === 4 && !(await setDelegations(env, authorizationsOf(tx), paid, meter, stateGas))) {
    await undo()
    const exceptionError = new EVMError(EVMError.errorMessages.OUT_OF_GAS)
    const execResult: ExecResult = { returnValue: new Uint8Array(0), executionGasUsed: gas, exceptionError }
    return { execResult, gasUsed: gas }
  }
  giveStateGas(evm, stateGas)
  const { execResult } = await evm.runCall({
    block: env.block,
    gasPrice,
    caller: sender,
    gasLimit: BigInt(meter.gas),
    ...(to && { to }),
    value,
    data,
    ...(tx.type === 3 && { blobVersionedHashes: tx.blobVersionedHashes }),
    skipNonceIncrement: true,
  })
  if (evm.eip2780PrepOog) await undo()
  else {
    await evm.journal.commit()
    accessList?.commit()
  }
  const fromReservoir = reservoir - evm.stateGasReservoir
  return { execResult, gasUsed: gas - BigInt(meter.gas) + execResult.executionGasUsed + fromReservoir }
}
