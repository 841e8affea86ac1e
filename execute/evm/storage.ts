import type { Address } from '@ethereumjs/util'
import type { InstructionTable, StorageGas } from './instructionTable.ts'
import type { RunState } from './runAhead.ts'
import { bytesOfWord, wordOf } from './words.ts'

/** A state that answers at once. */
export type SynchronousState = {
  /** Values are big-endian without leading zeros. */
  readSlot(address: Address, slot: Uint8Array): Uint8Array
  /** The value before the transaction (EIP-2200). */
  readOriginalSlot(address: Address, slot: Uint8Array): Uint8Array
  writeSlot(address: Address, slot: Uint8Array, value: Uint8Array): void
}

/** EthereumJS' notes on what is warm, by hex without prefix (EIP-2929). */
type WarmSlots = {
  journal: Map<string, Set<string>>
  alwaysWarmJournal: Map<string, Set<string>>
  addWarmedStorage(address: Uint8Array, slot: Uint8Array): void
}

export function isSynchronous(state: object): state is SynchronousState {
  return 'readSlot' in state && 'readOriginalSlot' in state && 'writeSlot' in state
}

// Most accesses are by the contract that made the last one.
let lastAddress: Address | undefined
let lastAccount = ''

function isWarm(journal: WarmSlots, address: Address, slot: bigint): boolean {
  if (address !== lastAddress) {
    lastAddress = address
    lastAccount = address.toString().slice(2)
  }
  const account = lastAccount
  const key = slot.toString(16).padStart(64, '0')
  return journal.journal.get(account)?.has(key) === true || journal.alwaysWarmJournal.get(account)?.has(key) === true
}

/** SLOAD (EIP-2929); undefined, and nothing done, if `gas` does not suffice. */
export function loadSlot(
  { env, stateManager, interpreter }: RunState,
  { storage }: InstructionTable,
  slot: bigint,
  gas: number,
): { gas: number; value: bigint } | undefined {
  if (storage === undefined || !isSynchronous(stateManager)) return undefined
  const journal = interpreter.journal as unknown as WarmSlots
  const { address } = env
  const warm = isWarm(journal, address, slot)
  const cost = warm ? storage.warmRead : storage.coldSload
  if (gas < cost) return undefined
  const key = bytesOfWord(slot)
  if (!warm) journal.addWarmedStorage(address.bytes, key)
  return { gas: cost, value: wordOf(stateManager.readSlot(address, key)) }
}

/** SSTORE (EIP-2200, EIP-2929, EIP-3529); undefined, and nothing done, if it fails. */
export function storeSlot(
  runState: RunState,
  { storage }: InstructionTable,
  slot: bigint,
  value: bigint,
  gas: number,
): number | undefined {
  const { env, stateManager, interpreter } = runState
  if (storage === undefined || env.isStatic || !isSynchronous(stateManager) || gas <= storage.sentry) return undefined
  const journal = interpreter.journal as unknown as WarmSlots
  const { address } = env
  const key = bytesOfWord(slot)
  const warm = isWarm(journal, address, slot)
  const current = wordOf(stateManager.readSlot(address, key))
  const original = wordOf(stateManager.readOriginalSlot(address, key))
  // What was written in this transaction is warm.
  if (!warm && current !== original) return undefined
  const { cost, refund, repayment } = writeCost(storage, { current, original, value, warm })
  const spent = warm ? cost : cost + storage.coldSload
  if (gas < spent || runState.gasRefund < repayment) return undefined
  runState.gasRefund += refund - repayment
  if (!warm) journal.addWarmedStorage(address.bytes, key)
  if (value !== current) stateManager.writeSlot(address, key, bytesOfWord(value))
  return spent
}

type Write = { current: bigint; original: bigint; value: bigint; warm: boolean }

/** EIP-2200 as EIP-2929 changes it; a refund given earlier may have to be repaid. */
function writeCost(storage: StorageGas, { current, original, value, warm }: Write) {
  if (current === value) return { cost: warm ? storage.warmRead : storage.noop, refund: 0n, repayment: 0n }
  if (original === current) {
    if (original === 0n) return { cost: storage.init, refund: 0n, repayment: 0n }
    return { cost: storage.clean, refund: value === 0n ? storage.clearRefund : 0n, repayment: 0n }
  }
  let refund = 0n
  if (original === value) refund += original === 0n ? storage.initRefund : storage.cleanRefund
  if (original === 0n) return { cost: storage.dirty, refund, repayment: 0n }
  if (current === 0n) return { cost: storage.dirty, refund, repayment: storage.clearRefund }
  if (value === 0n) refund += storage.clearRefund
  return { cost: storage.dirty, refund, repayment: 0n }
}
