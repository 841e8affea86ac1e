import type { EVM, EVMError } from '@ethereumjs/evm'
import type { Account, Address } from '@ethereumjs/util'

/** The EthereumJS whose internals, as far as this file describes them, are known to be like this. */
export const knownVersion = '10.1.3'

/** What EthereumJS keeps of a frame while it executes. */
export type RunState = {
  programCounter: number
  opCode: number
  memory: { _store: Uint8Array }
  memoryWordCount: bigint
  highestMemCost: bigint
  stack: { _store: bigint[]; _len: number }
  code: Uint8Array
  gasLeft: bigint
  gasRefund: bigint
  /** EIP-8037 */
  stateGasSpilled: bigint
  returnBytes: Uint8Array
  /** A call that has failed, which EthereumJS finds out at the next instruction. */
  eip7928PostTargetCallOog?: unknown
  stateManager: EVM['stateManager']
  env: RunEnvironment
  interpreter: Interpreter
}

export type RunEnvironment = {
  address: Address
  caller: Address
  callData: Uint8Array
  callValue: bigint
  code: Uint8Array
  isStatic: boolean
  isCreate: boolean
  depth: number
  gasPrice: bigint
  origin: Address
  block: unknown
  contract: Account
  codeAddress: Address
  gasRefund: bigint
  chargeCodeAccesses?: boolean
  blobVersionedHashes: string[]
  createdAddresses?: Set<string>
  eof?: unknown
}

/** One frame's executor. */
export type Interpreter = {
  _evm: EVM
  _runState: RunState
  _result: {
    logs: [Uint8Array, Uint8Array[], Uint8Array][]
    returnValue?: Uint8Array
    selfdestruct: Map<string, string>
    createdAddresses?: Set<string>
  }
  run(code: Uint8Array): Promise<{ exceptionError?: EVMError }>
  finish(data: Uint8Array): void
  revert(data: Uint8Array): void
  constructor: unknown
}

export type InterpreterClass = new (
  evm: EVM,
  stateManager: EVM['stateManager'],
  blockchain: EVM['blockchain'],
  environment: RunEnvironment,
  gasLeft: bigint,
  journal: EVM['journal'],
) => Interpreter

/** Whether a frame has the shape that is known here. */
export function isKnownFrame({
  stack,
  memory,
  gasLeft,
  highestMemCost,
  stateGasSpilled,
  interpreter,
}: RunState): boolean {
  return (
    Array.isArray(stack._store) &&
    typeof stack._len === 'number' &&
    memory._store instanceof Uint8Array &&
    typeof gasLeft === 'bigint' &&
    typeof highestMemCost === 'bigint' &&
    typeof stateGasSpilled === 'bigint' &&
    Array.isArray(interpreter._result.logs) &&
    interpreter._result.selfdestruct instanceof Map
  )
}

/** A tracer sees every instruction and call, so then EthereumJS executes each. */
export function isObserved({ events }: EVM): boolean {
  return ['step', 'beforeMessage', 'afterMessage', 'newContract'].some(
    (event) => events.listenerCount(event as 'step') > 0,
  )
}
