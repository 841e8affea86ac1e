import type { Hex } from 'viem'
import type { WorldState } from '../../execute/index.ts'
import { fromHex, toHex, toQuantity } from '../hex.ts'
import { bool, Mismatch, object, optional } from '../rpc/parameters.ts'
import type { TraceRecorder, TracerKind, TraceSubject } from './TraceRecorder.ts'
import { createTouchedState } from './touchedState.ts'

type AccountState = { balance?: Hex; nonce?: number; code?: Hex; codeHash?: Hex; storage?: Record<Hex, Hex> }
type StateByAddress = Record<Hex, AccountState>

const prestateTracerConfig = object({
  diffMode: optional(bool, false),
  disableCode: optional(bool, false),
  disableStorage: optional(bool, false),
  includeEmpty: optional(bool, false),
})

/** What an account, and what a slot of its storage take beside the code. */
const [perAccount, perSlot] = [300, 200]

const zeroWord: Hex = `0x${'0'.repeat(64)}`

/**
 * The state that an execution needs: every account and slot it touches, as before it. With `diffMode` only what it
 * changes, before and after.
 */
export const prestateTracer: TracerKind = (value) => {
  const config = prestateTracerConfig(value)
  if (config.diffMode && config.includeEmpty) throw new Mismatch('diffMode or includeEmpty, not both', value)
  return (subject) => createPrestateTracer(subject, config)
}

function createPrestateTracer(subject: TraceSubject, config: ReturnType<typeof prestateTracerConfig>): TraceRecorder {
  const { diffMode, disableCode, disableStorage, includeEmpty } = config
  const touched = createTouchedState()
  for (const address of [subject.from, subject.to, subject.coinbase, ...subject.authorities]) {
    if (address) touched.touch(address)
  }
  let before: WorldState | undefined
  let after: WorldState | undefined

  function accountIn(state: WorldState, address: Hex, slots: Iterable<Hex>): AccountState | undefined {
    const bytes = fromHex(address)
    const account = state.getAccount(bytes)
    if (account === undefined) return undefined
    const code = disableCode ? undefined : state.getCode(bytes)
    const storage = disableStorage
      ? []
      : [...slots].map((slot): [Hex, Hex] => [slot, toHex(state.getStorage(bytes, fromHex(slot)))])
    subject.charge(perAccount + 2 * (code?.length ?? 0) + perSlot * storage.length)
    return {
      balance: toQuantity(account.balance),
      ...(account.nonce > 0n && { nonce: Number(account.nonce) }),
      ...(code && code.length > 0 && { code: toHex(code), codeHash: toHex(account.codeHash) }),
      ...(storage.length > 0 && { storage: Object.fromEntries(storage) }),
    }
  }

  function prestate(state: WorldState): StateByAddress {
    const accounts: StateByAddress = {}
    for (const [address, slots] of touched.slotsByAddress) {
      const account = accountIn(state, address, slots)
      // What was not there is no state that an execution needs.
      if (account !== undefined) accounts[address] = account
      else if (includeEmpty) accounts[address] = { balance: '0x0' }
    }
    return accounts
  }

  function difference(from: WorldState, to: WorldState): { pre: StateByAddress; post: StateByAddress } {
    const [pre, post]: [StateByAddress, StateByAddress] = [{}, {}]
    for (const [address, slots] of touched.slotsByAddress) {
      const [old, now] = [accountIn(from, address, slots), accountIn(to, address, slots)]
      const changes = changedFields(old ?? { balance: '0x0' }, now ?? {})
      if (old !== undefined && now === undefined) pre[address] = withoutZeros(old)
      if (now === undefined || Object.keys(changes).length === 0) continue
      if (old !== undefined) pre[address] = withoutZeros(onlyChangedSlots(old, now))
      post[address] = changes
    }
    return { pre, post }
  }

  return {
    hooks: {
      ...touched.hooks,
      begin: (state) => {
        before = state
      },
      ...(diffMode && {
        end: (state: WorldState) => {
          after = state
        },
      }),
    },
    result() {
      if (before === undefined) return null
      return diffMode && after ? difference(before, after) : prestate(before)
    },
  }
}

/** Fields of `now` that differ, with the changed slots that are not zero. */
function changedFields(old: AccountState, now: AccountState): AccountState {
  const storage = Object.entries(now.storage ?? {}).filter(
    ([slot, value]) => value !== (old.storage?.[slot as Hex] ?? zeroWord),
  )
  const cleared = storage.length > 0
  const set = storage.filter(([, value]) => value !== zeroWord)
  return {
    ...(now.balance !== undefined && now.balance !== old.balance && { balance: now.balance }),
    ...(now.nonce !== old.nonce && { nonce: now.nonce ?? 0 }),
    ...(now.codeHash !== old.codeHash && { code: now.code ?? '0x', ...(now.codeHash && { codeHash: now.codeHash }) }),
    ...(cleared && { storage: Object.fromEntries(set) }),
  }
}

function onlyChangedSlots(old: AccountState, now: AccountState): AccountState {
  const { storage, ...fields } = old
  const changed = Object.entries(storage ?? {}).filter(([slot, value]) => value !== now.storage?.[slot as Hex])
  return changed.length > 0 ? { ...fields, storage: Object.fromEntries(changed) } : fields
}

function withoutZeros(account: AccountState): AccountState {
  const { storage, ...fields } = account
  const set = Object.entries(storage ?? {}).filter(([, value]) => value !== zeroWord)
  return set.length > 0 ? { ...fields, storage: Object.fromEntries(set) } : fields
}
