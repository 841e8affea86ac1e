import { type EIP7702CompatibleTx, getCalldataFloorGas, type TypedTransaction } from '@ethereumjs/tx'
import { type Address, bigIntMax, bigIntMin, bytesToUnprefixedHex } from '@ethereumjs/util'
import { InvalidTransaction } from '../errors.ts'
import { isDelegation } from '../evm/delegation.ts'
import { warmAddress } from '../evm/warmAddress.ts'
import { warmPrecompiles } from '../evm/warmPrecompiles.ts'
import { bytesToQuantity } from '../rlp/quantity.ts'
import { emptyCodeHash, equalBytes } from '../state/accountCodec.ts'
import type { Authorization } from '../types/Simulation.ts'
import type { BlockEnvironment } from './BlockEnvironment.ts'

/**
 * What a transaction costs before a single instruction runs, and the least it costs (EIP-7623).
 * @throws InvalidTransaction INTRINSIC_GAS_TOO_LOW
 */
export function intrinsicGas(tx: TypedTransaction, sender: Address): { intrinsic: bigint; floor: bigint } {
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

/**
 * EIP-3607; EIP-7702 lets delegated accounts send.
 * @throws InvalidTransaction SENDER_IS_CONTRACT
 */
export async function assertNoContract({ state, common }: BlockEnvironment, sender: Address): Promise<void> {
  const account = await state.getAccount(sender)
  if (account === undefined || equalBytes(account.codeHash, emptyCodeHash)) return
  if (common.isActivatedEIP(7702) && isDelegation(await state.getCode(sender))) return
  throw new InvalidTransaction('SENDER_IS_CONTRACT', 'invalid sender address, address is not EOA (EIP-3607)', {
    value: sender.toString(),
  })
}

/** Wei per gas that the sender pays (EIP-1559). */
export function gasPriceOf(tx: TypedTransaction, baseFee: bigint): bigint {
  return 'maxFeePerGas' in tx ? bigIntMin(tx.maxPriorityFeePerGas + baseFee, tx.maxFeePerGas) : tx.gasPrice
}

/** EIP-2929, EIP-2930, EIP-3651. */
export function warmUp({ evm, common, block }: BlockEnvironment, tx: TypedTransaction, sender: Address): void {
  const { journal } = evm
  if (!common.isActivatedEIP(2929)) return
  warmPrecompiles(evm, evm.precompiles.keys())
  warmAddress(evm, sender.bytes)
  if (tx.to !== undefined) warmAddress(evm, tx.to.bytes)
  if (common.isActivatedEIP(3651)) warmAddress(evm, block.header.coinbase.bytes)
  if (!('accessList' in tx)) return
  for (const [bytes, slots] of tx.accessList) {
    const address = bytesToUnprefixedHex(bytes)
    journal.addAlwaysWarmAddress(address, true)
    for (const slot of slots) journal.addAlwaysWarmSlot(address, bytesToUnprefixedHex(slot), true)
  }
}

/** Those that can be signed at all. */
export function authorizationsOf(tx: EIP7702CompatibleTx): Authorization[] {
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
