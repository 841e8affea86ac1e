import type { EVM, EVMResult, InterpreterStep, Message } from '@ethereumjs/evm'
import type { Log } from '../types/Receipt.ts'
import type { TraceCost, TraceEnter, Tracer } from '../types/Tracer.ts'
import { type Frame, nothing } from './Frame.ts'
import { endOf, maxMemory } from './Memory.ts'
import { openingOf, selfDestructOpcode } from './opening.ts'
import { reportAccess } from './reportAccess.ts'
import { bytesOfAddress, bytesOfWord } from './words.ts'

/** Instructions between looks at the clock: with megabytes of memory each of them takes long. */
const stepsPerPause = 64

/**
 * Reports to the tracer what EthereumJS executes, instruction by instruction: where frames of our own do not go. Answers a
 * function that stops it.
 * @param open a frame that EthereumJS goes on with
 */
export function listen(evm: EVM, tracer: Tracer, open?: Frame): () => void {
  // The frame's type is that of the instruction that opened it; EthereumJS' message does not tell.
  let lastOpcode = 0
  let steps = 0
  let wantsSteps = true
  let stopWaiting: () => void = () => {}
  // Output of the last call made, for each open frame.
  const returnData: Uint8Array[] = open === undefined ? [] : [open.returnData]
  let cost: TraceCost | undefined
  let pendingCreate: { type: TraceEnter['type']; message: Message; input: Uint8Array } | undefined

  function onStep(step: InterpreterStep): void {
    const { opcode, stack, depth } = step
    const address = step.address.bytes
    // A call that could not begin.
    if (openingOf(lastOpcode) !== undefined && returnData.length > 0) returnData[returnData.length - 1] = nothing
    lastOpcode = opcode.code
    endStep()
    if (wantsSteps && tracer.step !== undefined)
      wantsSteps =
        tracer.step({
          pc: step.pc,
          opcode: opcode.code,
          name: opcode.name,
          gas: step.gasLeft,
          depth,
          address,
          stack,
          memory: step.memory,
          returnData: returnData.at(-1) ?? nothing,
        }) !== false
    if (wantsSteps) cost = { gas: opcode.dynamicFee ?? BigInt(opcode.fee), refund: step.gasRefund }
    reportAccess(tracer, opcode.code, { stack, top: stack.length, address })
    const log = tracer.log && logOf(step)
    if (log) tracer.log?.(log)
    if (opcode.code === selfDestructOpcode) reportSelfdestruct(step)
    const pause = ++steps % stepsPerPause === 0 ? tracer.pause?.() : undefined
    if (pause) waitFor(pause)
  }

  function endStep(givenGas = 0n): void {
    if (cost !== undefined) tracer.cost?.({ ...cost, gas: cost.gas + givenGas })
    cost = undefined
  }

  /** EthereumJS waits for listeners that take a callback, which costs a promise each time: so for this once. */
  function waitFor(pause: Promise<void>): void {
    const wait = (_: InterpreterStep, goOn?: () => void) => {
      stopWaiting()
      void pause.then(goOn)
    }
    evm.events.on('step', wait)
    stopWaiting = () => evm.events.off('step', wait)
  }

  function reportSelfdestruct({ stack, depth, address, account }: InterpreterStep): void {
    const to = bytesOfAddress(stack.at(-1) ?? 0n)
    const inner = { depth: depth + 1, from: address.bytes, to, input: nothing, gas: 0n, value: account.balance }
    tracer.enter?.({ type: 'SELFDESTRUCT', ...inner })
    tracer.exit?.({ depth: depth + 1, output: nothing, gasUsed: 0n })
  }

  function onMessage(message: Message): void {
    const { depth, to, value, gasLimit } = message
    const isCreate = to === undefined
    const opening = depth === 0 ? undefined : openingOf(lastOpcode)
    const type = opening ?? (isCreate ? 'CREATE' : 'CALL')
    lastOpcode = 0
    const stipend = value > 0n && (type === 'CALL' || type === 'CALLCODE') ? evm.common.param('callStipendGas') : 0n
    endStep(isCreate ? 0n : gasLimit - stipend)
    returnData.push(nothing)
    if (isCreate) {
      // The new contract's address is decided a little later: `newContract` brings it.
      pendingCreate = { type, message, input: message.data }
      return
    }
    tracer.enter?.({
      type,
      depth,
      // A delegated call runs as the calling contract, whose own caller it sees.
      from: type === 'DELEGATECALL' ? to.bytes : message.caller.bytes,
      to: message.codeAddress.bytes,
      input: message.data,
      gas: gasLimit,
      value,
    })
  }

  function enterCreate(address: Uint8Array): void {
    if (pendingCreate === undefined) return
    const { type, message, input } = pendingCreate
    pendingCreate = undefined
    const { depth, caller, gasLimit: gas, value } = message
    tracer.enter?.({ type, depth, from: caller.bytes, to: address, input, gas, value })
  }

  function onResult({ execResult, createdAddress }: EVMResult): void {
    endStep()
    lastOpcode = 0
    // A creation that failed at once (a collision, say) never became a new contract.
    enterCreate(createdAddress?.bytes ?? new Uint8Array(20))
    returnData.pop()
    const depth = returnData.length + (open === undefined ? 0 : open.input.depth)
    const error = execResult.exceptionError?.error
    const visible = error === undefined || error === 'revert'
    const isCreate = createdAddress !== undefined
    if (returnData.length > 0)
      returnData[returnData.length - 1] =
        visible && !(isCreate && error === undefined) ? execResult.returnValue : nothing
    const exit = { depth, output: execResult.returnValue, gasUsed: execResult.executionGasUsed }
    tracer.exit?.(error === undefined ? exit : { ...exit, error })
  }

  const onNewContract = ({ address }: { address: { bytes: Uint8Array } }) => enterCreate(address.bytes)
  evm.events.on('step', onStep)
  evm.events.on('beforeMessage', onMessage)
  evm.events.on('newContract', onNewContract)
  evm.events.on('afterMessage', onResult)
  return () => {
    endStep()
    stopWaiting()
    evm.events.off('step', onStep)
    evm.events.off('beforeMessage', onMessage)
    evm.events.off('newContract', onNewContract)
    evm.events.off('afterMessage', onResult)
  }
}

/** What a LOG instruction is about to log; undefined for any other instruction, and for what no block has gas for. */
function logOf({ opcode, stack, memory, address }: InterpreterStep): Log | undefined {
  const topicCount = opcode.code - 0xa0
  if (topicCount < 0 || topicCount > 4 || stack.length < topicCount + 2) return undefined
  const [offset = 0n, size = 0n, ...topics] = stack.slice(-(topicCount + 2)).reverse()
  const end = endOf(offset, size)
  if (end > maxMemory) return undefined
  const data = new Uint8Array(Number(size))
  data.set(memory.subarray(end - data.length, end))
  return { address: address.bytes, topics: topics.map(bytesOfWord), data }
}
