import type { EVM } from '@ethereumjs/evm'
import type { Execution } from '../Execution.ts'
import type { Frame } from '../Frame.ts'

type Metered = Pick<Execution, 'stateGas'>
type Meter = Pick<Frame, 'gas' | 'spilled'>

/** What a transaction has for growing the state besides its gas, and what it has used of both for that (EIP-8037). */
export type StateGas = { reservoir: number; used: number }

/** Whether a frame can pay gas and state gas. */
export function canAfford({ stateGas }: Metered, frame: Meter, gas: number, amount: number): boolean {
  return frame.gas >= gas && frame.gas + stateGas.reservoir >= gas + amount
}

/** execution-specs `charge_state_gas`: from the reservoir first. The frame must be able to afford it. */
export function chargeStateGas({ stateGas }: Metered, frame: Meter, amount: number): void {
  const spilled = Math.max(0, amount - stateGas.reservoir)
  stateGas.reservoir -= amount - spilled
  stateGas.used += amount
  frame.gas -= spilled
  frame.spilled += spilled
}

/** execution-specs `credit_state_gas_refund`: what was taken last goes back first. */
export function creditStateGas({ stateGas }: Metered, frame: Meter, amount: number): void {
  const spilled = Math.min(amount, frame.spilled)
  stateGas.reservoir += amount - spilled
  stateGas.used -= amount
  frame.gas += spilled
  frame.spilled -= spilled
}

/** As EthereumJS keeps it. */
export function stateGasOf({ stateGasReservoir, executionStateGasUsed }: EVM): StateGas {
  return { reservoir: Number(stateGasReservoir), used: Number(executionStateGasUsed) }
}

/** Begins a transaction or a system call: what EthereumJS kept of the one before is gone. */
export function beginStateGas(evm: EVM, reservoir: bigint): void {
  evm.stateGasReservoir = reservoir
  evm.executionStateGasUsed = 0n
  evm.eip2780PrepOog = false
  Object.assign(evm, {
    _stateGasSnapshots: [],
    createdAccountStateGas: new Map(),
    createdAccountIntrinsicStateGas: new Map(),
  })
}

/** Tells EthereumJS. */
export function giveStateGas(evm: EVM, { reservoir, used }: StateGas): void {
  evm.stateGasReservoir = BigInt(reservoir)
  evm.executionStateGasUsed = BigInt(used)
}
