import type { StateManagerInterface } from '@ethereumjs/common'
import { Account, type Address } from '@ethereumjs/util'
import { keccak256 } from '../crypto/keccak256.ts'
import { MissingData, NativerollError } from '../errors.ts'
import type { SynchronousState } from '../evm/SynchronousState.ts'
import { emptyRoot } from '../trie/encodeNode.ts'
import { type Packed, pack, unpack } from '../trie/packed.ts'
import { get } from '../trie/trie.ts'
import type { WorldState } from '../types/WorldState.ts'
import type { Mark, WitnessRecorder } from '../witness/createWitnessRecorder.ts'
import { emptyCodeHash, equalBytes, hasNoCode, storageRootOf } from './accountCodec.ts'
import { applyChanges } from './applyChanges.ts'
import type { CachedAccount, Slot } from './CachedAccount.ts'
import { trim } from './createGenesisState.ts'
import { codeOf, pathOf } from './createWorldState.ts'
import { WrittenCodes } from './WrittenCodes.ts'

/** EthereumJS' view of a state during one block: reads go to the base state once, writes stay here until `finish`. */
export type JournaledState = StateManagerInterface &
  SynchronousState & {
    /** The first gap met in the base state. Whatever the EVM made of it, the block must be abandoned. */
    failure(): MissingData | undefined
    /** The base state with all changes. Records the nodes that only writing looks into. */
    finish(): WorldState
    /** Starts an attempt that `abandonAttempt` undoes entirely, so that not even a read of it is left. */
    beginAttempt(): void
    abandonAttempt(): void
    /** While `run` runs, `address` is an empty account that is neither read nor written (the caller of system calls). */
    withVirtualAccount<T>(address: Uint8Array, run: () => Promise<T>): Promise<T>
  }

const nothing = new Uint8Array(0)
const nobody = { nonce: 0n, balance: 0n, storageRoot: emptyRoot, codeHash: emptyCodeHash, code: undefined }

export function createJournaledState(base: WorldState, recorder?: WitnessRecorder): JournaledState {
  const accounts = new Map<string, CachedAccount>()
  const writtenCodes = new WrittenCodes()
  // What undoes each write, newest last; a checkpoint is a length of this list.
  let undo: (() => void)[] = []
  const checkpoints: number[] = []
  let unload: (() => void)[] = []
  let recorderMark: Mark | undefined
  let failure: MissingData | undefined
  let virtualKey: string | undefined
  // Counts transactions, to know which slots' original values are of the current one (EIP-2200).
  let epoch = 0

  function strict<T>(read: () => T): T {
    try {
      return read()
    } catch (error) {
      if (error instanceof MissingData) failure ??= error
      throw error
    }
  }

  function openAccount(address: Uint8Array, key = pack(address)): CachedAccount {
    let account = accounts.get(key)
    if (account === undefined) {
      recorder?.visitKey(key)
      const path = pathOf(address)
      const origin = strict(() => get(base.accounts, path, recorder?.visitAccountNode))
      const current = origin && {
        nonce: origin.nonce,
        balance: origin.balance,
        codeHash: origin.codeHash,
        storageRoot: storageRootOf(origin.storage),
        code: undefined,
      }
      account = {
        key,
        path,
        origin,
        current,
        originCode: undefined,
        storage: new Map(),
        storageCleared: false,
      }
      accounts.set(key, account)
      unload.push(() => accounts.delete(key))
    }
    return account
  }

  const load = (address: Address) => openAccount(address.bytes)

  function openSlot(account: CachedAccount, key: Packed): Slot {
    const { storage } = account
    let slot = storage.get(key)
    if (slot === undefined) {
      recorder?.visitKey(key)
      const path = pathOf(unpack(key))
      const trie = account.storageCleared ? undefined : account.origin?.storage
      const origin = strict(() => get(trie, path, recorder?.visitStorageNode)) ?? nothing
      slot = { path, origin, value: origin, transactionOrigin: nothing, epoch: -1 }
      storage.set(key, slot)
      unload.push(() => storage.delete(key))
    }
    return slot
  }

  function writeSlot(slot: Slot, value: Uint8Array): void {
    const previous = slot.value
    undo.push(() => {
      slot.value = previous
    })
    slot.value = trim(value)
  }

  function originOf(slot: Slot): Uint8Array {
    if (slot.epoch !== epoch) {
      slot.transactionOrigin = slot.value
      slot.epoch = epoch
    }
    return slot.transactionOrigin
  }

  function setCurrent(account: CachedAccount, current: CachedAccount['current']): void {
    const previous = account.current
    undo.push(() => {
      account.current = previous
    })
    account.current = current
  }

  function change(account: CachedAccount, fields: Partial<NonNullable<CachedAccount['current']>>): void {
    const { nonce, balance, storageRoot, codeHash, code } = account.current ?? nobody
    setCurrent(account, { nonce, balance, storageRoot, codeHash, code, ...fields })
  }

  const beginFrame = () => void checkpoints.push(undo.length)
  const keepFrame = () => void checkpoints.pop()

  function undoFrame(): void {
    const length = checkpoints.pop() ?? 0
    while (undo.length > length) undo.pop()!()
  }

  function clear(account: CachedAccount): void {
    if (account.storage.size === 0 && (account.storageCleared || account.origin?.storage === undefined)) return
    const { storage, storageCleared } = account
    undo.push(() => {
      account.storage = storage
      account.storageCleared = storageCleared
    })
    account.storage = new Map()
    account.storageCleared = true
  }

  function setCode(account: CachedAccount, code: Uint8Array): void {
    const codeHash = keccak256(code)
    undo.push(writtenCodes.add(codeHash, code))
    change(account, { codeHash, code })
  }

  function readCode(account: CachedAccount): Uint8Array {
    const { current, origin } = account
    if (current === undefined || hasNoCode(current)) return nothing
    if (current.code !== undefined) return current.code
    if (origin === undefined || !equalBytes(origin.codeHash, current.codeHash)) {
      throw new NativerollError('UNKNOWN_CODE', 'An account got a code hash without its code', {
        value: current.codeHash,
      })
    }
    if (account.originCode === undefined) {
      const written = writtenCodes.find(current.codeHash)
      if (written !== undefined) return written
      const code = strict(() => codeOf(origin, base.codes))
      account.originCode = code
      recorder?.visitCode(code)
      unload.push(() => {
        account.originCode = undefined
      })
    }
    return account.originCode
  }

  const isVirtual = (address: Uint8Array) => virtualKey !== undefined && pack(address) === virtualKey

  return {
    async getAccount(address) {
      if (isVirtual(address.bytes)) return new Account()
      const { current } = load(address)
      return current && new Account(current.nonce, current.balance, current.storageRoot, current.codeHash)
    },

    async putAccount(address, fields) {
      if (isVirtual(address.bytes)) return
      const account = load(address)
      if (fields === undefined) {
        setCurrent(account, undefined)
        clear(account)
        return
      }
      const { nonce, balance, storageRoot, codeHash } = fields
      const { current } = account
      const code = current !== undefined && equalBytes(codeHash, current.codeHash) ? current.code : undefined
      setCurrent(account, { nonce, balance, storageRoot, codeHash, code })
    },

    deleteAccount(address) {
      return this.putAccount(address)
    },

    async modifyAccountFields(address, fields) {
      const { current } = load(address)
      const { nonce = 0n, balance = 0n, storageRoot, codeHash } = { ...current, ...definedOf(fields) }
      await this.putAccount(address, new Account(nonce, balance, storageRoot, codeHash))
    },
    async putCode(address, code) {
      setCode(load(address), code)
    },
    async getCode(address) {
      return isVirtual(address.bytes) ? nothing : readCode(load(address))
    },
    async getCodeSize(address) {
      return isVirtual(address.bytes) ? 0 : readCode(load(address)).length
    },

    isVirtual,
    openAccount,
    codeOf: readCode,
    setBalance: (account, balance) => change(account, { balance }),
    setNonce: (account, nonce) => change(account, { nonce }),
    setCode,
    clearSlots: clear,
    openSlot,
    originOf,
    writeSlot,

    beginFrame,
    keepFrame,
    undoFrame,

    async getStorage(address, slotKey) {
      return openSlot(load(address), pack(slotKey)).value
    },
    async putStorage(address, slotKey, value) {
      writeSlot(openSlot(load(address), pack(slotKey)), value)
    },
    async clearStorage(address) {
      clear(load(address))
    },

    checkpoint: async () => beginFrame(),
    commit: async () => keepFrame(),
    revert: async () => undoFrame(),

    originalStorageCache: {
      get: async (address, slotKey) => originOf(openSlot(load(address), pack(slotKey))),
      clear() {
        epoch++
      },
    },

    /** Before Byzantium each receipt holds the state root after its transaction. */
    async getStateRoot() {
      return applyChanges(base, accounts.values()).root
    },

    failure: () => failure,

    finish: () => strict(() => applyChanges(base, accounts.values(), recorder)),

    beginAttempt() {
      unload = []
      undo = []
      recorderMark = recorder?.mark()
    },

    abandonAttempt() {
      while (undo.length > 0) undo.pop()!()
      while (unload.length > 0) unload.pop()!()
      checkpoints.length = 0
      if (recorderMark) recorder?.forgetSince(recorderMark)
    },

    async withVirtualAccount(address, run) {
      virtualKey = pack(address)
      try {
        return await run()
      } finally {
        virtualKey = undefined
      }
    },

    clearCaches() {},
    setStateRoot: unsupported,
    hasStateRoot: unsupported,
    shallowCopy: unsupported,
  }
}

function definedOf<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>
}

function unsupported(): never {
  throw new NativerollError('UNSUPPORTED', 'A journaled state belongs to one block: make another one instead')
}
