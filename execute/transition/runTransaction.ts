import { type EIP7702CompatibleTx, getCalldataFloorGas, type TypedTransaction } from '@ethereumjs/tx'
import { Account, type Address, bigIntMax, bigIntMin, bytesToUnprefixedHex } from '@ethereumjs/util'
import { InvalidTransaction } from '../errors.ts'
import { warmPrecompiles } from '../evm/warmPrecompiles.ts'
import { bytesToQuantity } from '../rlp/quantity.ts'
import { emptyCodeHash, equalBytes } from '../state/accountCodec.ts'
import type { Authorization } from '../types/Simulation.ts'
import type { Outcome } from './addToOutput.ts'
import type { BlockEnvironment } from './BlockEnvironment.ts'
import { destroyAccounts } from './destroyAccounts.ts'
import { gasPerBlob } from './feeMarket.ts'
import { isDelegation, setDelegations } from './setDelegations.ts'

/** Whether `runTransaction` knows the fork: its receipts hold a status, and gas has one dimension. */
export function knowsForkOf({ common }: BlockEnvironment): boolean {
  return common.gteHardfork('byzantium') && !common.gteHardfork('amsterdam')
}

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
    await credit(env, sender, (tx.gasLimit - spent) * gasPrice)
    await credit(env, env.block.header.coinbase, spent * (gasPrice - (header.baseFeePerGas ?? 0n)))
    await destroyAccounts(env, execResult)
    await evm.journal.cleanup()
    const outcome: Outcome = { execResult, totalGasSpent: spent, blockGasSpent: spent }
    return isBlob ? { ...outcome, blobGasUsed: blobGas } : outcome
  } finally {
    evm.journal.cleanJournal()
    state.originalStorageCache.clear()
  }
}

function intrinsicGas(tx: TypedTransaction, sender: Address): { intrinsic: bigint; floor: bigint } {
  const intrinsic = tx.getIntrinsicGas()
  // EIP-7623; zero before.
  const floor = getCalldataFloorGas(tx, sender)
  const needed = bigIntMax(intrinsic, floor)
  if (tx.gasLimit < needed) {
    throw new InvalidTransaction(
      'INTRINSIC_GAS_TOO_LOW',
      `INTRINSIC_GAS_TOO_LOW: tx gas limit ${tx.gasLimit} is lower than the minimum gas limit of ${needed}`,
      { value: tx.gasLimit, expected: needed },
    )
  }
  return { intrinsic, floor }
}

/** EIP-3607; EIP-7702 lets delegated accounts send. */
async function assertNoContract({ state, common }: BlockEnvironment, sender: Address): Promise<void> {
  const account = await state.getAccount(sender)
  if (account === undefined || equalBytes(account.codeHash, emptyCodeHash)) return
  if (common.isActivatedEIP(7702) && isDelegation(await state.getCode(sender))) return
  throw new InvalidTransaction('SENDER_IS_CONTRACT', 'invalid sender address, address is not EOA (EIP-3607)', {
    value: sender.toString(),
  })
}

/** Wei per gas that the sender pays (EIP-1559). */
function gasPriceOf(tx: TypedTransaction, baseFee: bigint): bigint {
  return 'maxFeePerGas' in tx ? bigIntMin(tx.maxPriorityFeePerGas + baseFee, tx.maxFeePerGas) : tx.gasPrice
}

/** EIP-2929, EIP-2930, EIP-3651. */
function warmUp({ evm, common, block }: BlockEnvironment, tx: TypedTransaction, sender: Address): void {
  const { journal } = evm
  if (!common.isActivatedEIP(2929)) return
  warmPrecompiles(evm, evm.precompiles.keys())
  journal.addAlwaysWarmAddress(sender.toString())
  if (tx.to !== undefined) journal.addAlwaysWarmAddress(tx.to.toString())
  if (common.isActivatedEIP(3651)) journal.addAlwaysWarmAddress(block.header.coinbase.toString())
  if (!('accessList' in tx)) return
  for (const [bytes, slots] of tx.accessList) {
    const address = bytesToUnprefixedHex(bytes)
    journal.addAlwaysWarmAddress(address, true)
    for (const slot of slots) journal.addAlwaysWarmSlot(address, bytesToUnprefixedHex(slot), true)
  }
}

async function credit({ state, evm }: BlockEnvironment, address: Address, amount: bigint): Promise<void> {
  const account = (await state.getAccount(address)) ?? new Account()
  account.balance += amount
  await evm.journal.putAccount(address, account)
}

function authorizationsOf(tx: EIP7702CompatibleTx): Authorization[] {
  return tx.authorizationList
    .map(([chainId, address, nonce, yParity, r, s]) => ({
      chainId: bytesToQuantity(chainId),
      address,
      nonce: bytesToQuantity(nonce),
      yParity: bytesToQuantity(yParity),
      r: bytesToQuantity(r),
      s: bytesToQuantity(s),
    }))
    .filter(({ r }) => r < 2n ** 256n)
}
