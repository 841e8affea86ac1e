import { createTxFromRLP, type TypedTransaction } from '@ethereumjs/tx'
import { Address } from '@ethereumjs/util'
import type { VM } from '@ethereumjs/vm'

const impersonated = new WeakSet<TypedTransaction>()

/**
 * The same transaction with a sender who has not signed it, for test methods: the sender may even be a contract
 * (EIP-3607 is not applied). No other node takes a block that holds it.
 * @param sender 20 bytes
 */
export function impersonate(transaction: TypedTransaction, sender: Uint8Array): TypedTransaction {
  const { common } = transaction
  const from = new Address(sender)
  const copy = Object.assign(createTxFromRLP(transaction.serialize(), { common, freeze: false }), {
    getSenderAddress: () => from,
  })
  impersonated.add(copy)
  return copy
}

/** Whether `impersonate` made it, so that no signature stands behind its sender. */
export function isImpersonated(transaction: TypedTransaction): boolean {
  return impersonated.has(transaction)
}

/**
 * The VM as a transaction with a contract for sender must see it: EIP-3607's check, which EthereumJS always makes, takes
 * the sender's code for a delegation (EIP-7702). What the EVM executes comes from its own view of the state.
 */
export function vmForImpersonated(vm: VM, sender: Address): VM {
  const { stateManager } = vm
  const getCode: typeof stateManager.getCode = async (address) =>
    address.equals(sender) ? delegation : stateManager.getCode(address)
  return Object.create(vm, { stateManager: { value: Object.create(stateManager, { getCode: { value: getCode } }) } })
}

const delegation = Uint8Array.from([0xef, 0x01, 0x00, ...new Uint8Array(20)])
