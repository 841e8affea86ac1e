import { Address } from '@ethereumjs/util'
import { isDead } from '../state/accountCodec.ts'
import type { CachedAccount } from '../state/CachedAccount.ts'
import { pack } from '../trie/packed.ts'
import { transferLog } from './amsterdam/etherLogs.ts'
import { canAfford, chargeStateGas } from './amsterdam/stateGas.ts'
import { beginFrame } from './beginFrame.ts'
import { callPrecompile } from './callPrecompile.ts'
import { beginsAsDelegation, isDelegation } from './delegation.ts'
import type { Execution } from './Execution.ts'
import { endFrame } from './endFrame.ts'
import { Frame, nothing } from './Frame.ts'
import { endOf, maxMemory } from './Memory.ts'
import { moveEther } from './moveEther.ts'
import { calling, failed, goOn, type Outcome, stopped, waiting } from './Outcome.ts'
import { refuseFrame } from './refuseFrame.ts'
import { bytesOfAddress, maxWord } from './words.ts'

const callOpcode = 0xf1
const callCodeOpcode = 0xf2
const delegateCallOpcode = 0xf4
const staticCallOpcode = 0xfa
const addressMask = (1n << 160n) - 1n

/** CALL, CALLCODE, DELEGATECALL and STATICCALL: EIP-150, EIP-161, EIP-2929, EIP-7702, EIP-8037 and EIP-8038 say what they cost. */
export function call(execution: Execution, frame: Frame, opcode: number): Outcome {
  const { state, journal, table, precompiles, accessList } = execution
  const prices = table.frames!
  const { stack, memory } = frame
  const hasValue = opcode === callOpcode || opcode === callCodeOpcode
  let top = frame.top
  const requested = stack[--top]!
  const target = stack[--top]! & addressMask
  const value = hasValue ? stack[--top]! : 0n
  if (frame.isStatic && opcode === callOpcode && value !== 0n) return failed
  const inputSize = stack[top - 2]!
  const inputEnd = endOf(stack[top - 1]!, inputSize)
  const outputSize = stack[top - 4]!
  const outputEnd = endOf(stack[top - 3]!, outputSize)
  top -= 4
  const end = Math.max(inputEnd, outputEnd)
  if (end > maxMemory) return memory.tooFar(frame.gas)

  const address = new Address(bytesOfAddress(target))
  if (state.isVirtual(address.bytes)) return waiting
  const key = pack(address.bytes)
  let gas = memory.price(end) + (journal.isWarm(key) ? prices.warmAccount : prices.coldAccount)
  if (value !== 0n) gas += prices.valueTransfer
  if (accessList !== undefined) {
    // EIP-7928: what the account itself decides is charged after it is looked at.
    if (frame.gas < gas) return failed
    accessList.touch(key)
  }
  let charged = 0
  if (value !== 0n && opcode === callOpcode) {
    const { current } = state.openAccount(address.bytes, key)
    if (isDead(current)) {
      gas += prices.newAccount
      charged = prices.newAccountState
    } else if (current!.balance + value > maxWord && balanceOf(execution, frame) >= value) return waiting
  }
  let delegation: string | undefined
  let code: Uint8Array | undefined
  if (prices.followsDelegations) {
    code = state.codeOf(state.openAccount(address.bytes, key))
    if (beginsAsDelegation(code)) {
      if (!isDelegation(code)) return waiting
      const delegate = code.subarray(3)
      delegation = pack(delegate)
      gas += delegation === key || journal.isWarm(delegation) ? prices.warmAccount : prices.coldAccount
      if (frame.gas < gas) return failed
      if (state.isVirtual(delegate)) return waiting
      if (accessList !== undefined) {
        accessList.touch(delegation)
        // The code is looked at before anything else is charged, so a witness holds it.
        code = state.codeOf(state.openAccount(delegate))
      }
    }
  }
  if (!canAfford(execution, frame, gas, charged)) return failed
  const precompile = precompiles.get(key)

  journal.warm(key)
  if (delegation !== undefined) journal.warm(delegation)
  frame.gas -= gas
  frame.top = top
  frame.returnData = nothing
  memory.expand(end)
  chargeStateGas(execution, frame, charged)
  const most = frame.gas - Math.floor(frame.gas / 64)
  let given = Math.min(Number(requested), most)
  if (value !== 0n) {
    given += prices.stipend
    frame.gas += prices.stipend
  }
  frame.gas -= given

  const input = {
    parent: frame,
    isCreation: false,
    address: (hasValue && opcode === callOpcode) || opcode === staticCallOpcode ? address : frame.address,
    caller: opcode === delegateCallOpcode ? frame.input.caller : frame.address,
    value: opcode === delegateCallOpcode ? frame.input.value : value,
    data: inputSize === 0n ? nothing : memory.bytes.subarray(inputEnd - Number(inputSize), inputEnd),
    code: nothing,
    isStatic: frame.isStatic || opcode === staticCallOpcode,
    depth: frame.input.depth + 1,
    gas: given,
    outputAt: outputEnd - Number(outputSize),
    outputSize: Number(outputSize),
    // `presentOf`, written out: to spread it takes a tenth of what a call takes.
    refund: execution.refund,
    logCount: execution.logs.length,
    reservoir: execution.stateGas.reservoir,
    stateGasUsed: execution.stateGas.used,
    charged,
  }
  const self = frame.accountIn(state)
  const isTooDeep = input.depth > prices.maxDepth
  if (isTooDeep || (value !== 0n && balanceOf(execution, frame) < value)) {
    refuseFrame(execution, input, isTooDeep ? 'max call depth exceeded' : 'insufficient balance')
    return goOn
  }
  beginFrame(execution, input)
  if (opcode !== delegateCallOpcode) transfer(execution, frame, self, input.address, value)
  if (precompile !== undefined) return callPrecompile(execution, input, precompile)
  if (delegation !== undefined && accessList === undefined) code = state.codeOf(state.openAccount(code!.subarray(3)))
  input.code = code ?? state.codeOf(state.openAccount(address.bytes, key))
  if (input.code.length === 0) {
    execution.output = nothing
    endFrame(execution, input, stopped, given)
    return goOn
  }
  execution.frame = new Frame(input)
  return calling
}

function balanceOf({ state }: Execution, frame: Frame): bigint {
  return frame.accountIn(state).current?.balance ?? 0n
}

/** Moves value, and touches both accounts even if it is none (EIP-161). */
function transfer(execution: Execution, frame: Frame, self: CachedAccount, to: Address, value: bigint): void {
  const { state, journal, accessList, logs } = execution
  journal.touch(frame.key)
  if (to === frame.address) return
  const key = pack(to.bytes)
  const account = state.openAccount(to.bytes, key)
  journal.touch(key)
  if (value === 0n) return
  moveEther(execution, self, account, value)
  if (accessList !== undefined && key !== frame.key) logs.push(transferLog(frame.address.bytes, to.bytes, value))
}
