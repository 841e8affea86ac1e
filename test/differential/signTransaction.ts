import { createTx, type TypedTransaction } from '@ethereumjs/tx'
import { eoaCode7702SignAuthorization } from '@ethereumjs/util'
import { type Hex, numberToHex } from 'viem'
import { type ChainRules, signHash } from '../../execute/index.ts'
import { chainId, keys } from './accounts.ts'
import type { ScenarioAuthorization, ScenarioTransaction } from './arbitraryScenario.ts'

/** Signs a scenario's transaction for the state at hand. `nonceOf` counts from the state before the block. */
export function signTransaction(
  transaction: ScenarioTransaction,
  { rules, timestamp, nonceOf }: { rules: ChainRules; timestamp: bigint; nonceOf(sender: number): bigint },
): TypedTransaction {
  const { type, sender, to, data, value, gasLimit, priorityFee, accessList } = transaction
  const common = { type, nonce: nonceOf(sender), data, value, gasLimit, ...(to && { to }) }
  const maxFeePerGas = 10n ** 11n
  const fees = type < 2 ? { gasPrice: maxFeePerGas } : { maxFeePerGas, maxPriorityFeePerGas: priorityFee }
  const fields = {
    ...common,
    ...fees,
    ...(type > 0 && { chainId, accessList }),
    ...(type === 4 && {
      authorizationList: transaction.authorizations.map((each) => authorize(each, transaction, nonceOf)),
    }),
  }
  return createTx(fields as never, { common: rules.common(timestamp) }).sign(keys[sender]!)
}

function authorize(
  { authority, to, chainId, nonceError }: ScenarioAuthorization,
  { sender }: ScenarioTransaction,
  nonceOf: (sender: number) => bigint,
) {
  // The sender's own nonce has grown by the time its authorization is read (EIP-7702).
  const nonce = nonceOf(authority) + BigInt(nonceError) + (authority === sender ? 1n : 0n)
  const quantity = (value: bigint | number): Hex => (BigInt(value) === 0n ? '0x' : numberToHex(value))
  const unsigned = { chainId: quantity(chainId), address: to, nonce: quantity(nonce) }
  const ecSign = (hash: Uint8Array, key: Uint8Array) => {
    const { r, s, yParity } = signHash(hash, key)
    return { r: toBigInt(r), s: toBigInt(s), recovery: yParity }
  }
  return eoaCode7702SignAuthorization(unsigned as never, keys[authority]!, ecSign as never)
}

function toBigInt(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
}

/** Accounts whose nonce a transaction may change beside its sender's. */
export function authoritiesOf({ type, authorizations }: ScenarioTransaction): number[] {
  return type === 4 ? authorizations.map(({ authority }) => authority) : []
}
