import type { Address } from '@ethereumjs/util'
import type { CachedAccount } from '../state/CachedAccount.ts'
import { type Packed, pack } from '../trie/packed.ts'
import { type Memory, takeMemory } from './Memory.ts'
import type { SynchronousState } from './SynchronousState.ts'
import { wordOf } from './words.ts'

export const nothing: Uint8Array = new Uint8Array(0)

/** What a call or a creation is given (execution-specs `Message`). */
export type FrameInput = {
  parent: Frame | undefined
  isCreation: boolean
  /** Whose storage and balance it works on. */
  address: Address
  caller: Address
  value: bigint
  data: Uint8Array
  code: Uint8Array
  isStatic: boolean
  depth: number
  gas: number
  /** Where its output goes in the parent's memory. */
  outputAt: number
  outputSize: number
  /** What an undone frame goes back to. */
  refund: number
  logCount: number
  reservoir: number
  stateGasUsed: number
  /** State gas that its caller has paid for the account it creates, and gets back if it fails (EIP-8037). */
  charged: number
}

/** One execution of a code (execution-specs `Evm`). */
export class Frame {
  readonly input: FrameInput
  readonly address: Address
  readonly code: Uint8Array
  readonly isStatic: boolean
  gas: number
  /** Gas that is there, but not yet for `interpret` to use: it fails where it would have to, so that others get a turn. */
  withheld = 0
  /** State gas that was taken from `gas` (EIP-8037). */
  spilled = 0
  pc = 0
  stack: bigint[] = []
  /** Words on the stack. */
  top = 0
  memory: Memory
  /** What the last call returned. */
  returnData: Uint8Array = nothing
  private ownKey: Packed | undefined
  private ownAccount: CachedAccount | undefined
  private addressAsWord: bigint | undefined
  private callerAsWord: bigint | undefined

  constructor(input: FrameInput, memory: Memory = takeMemory()) {
    this.input = input
    this.address = input.address
    this.code = input.code
    this.isStatic = input.isStatic
    this.gas = input.gas
    this.memory = memory
  }

  /** Its address as maps are keyed by. */
  get key(): Packed {
    this.ownKey ??= pack(this.address.bytes)
    return this.ownKey
  }

  /** The account whose storage and balance it works on. */
  accountIn(state: SynchronousState): CachedAccount {
    this.ownAccount ??= state.openAccount(this.address.bytes, this.key)
    return this.ownAccount
  }

  get addressWord(): bigint {
    this.addressAsWord ??= wordOf(this.address.bytes)
    return this.addressAsWord
  }

  get callerWord(): bigint {
    this.callerAsWord ??= wordOf(this.input.caller.bytes)
    return this.callerAsWord
  }
}
