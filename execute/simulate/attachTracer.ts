import type { EVM, EVMResult, InterpreterStep, Message } from '@ethereumjs/evm'
import type { TraceEnter, Tracer } from '../types/Tracer.ts'

const opcodes = {
  create: 0xf0,
  call: 0xf1,
  callcode: 0xf2,
  delegatecall: 0xf4,
  create2: 0xf5,
  staticcall: 0xfa,
  selfdestruct: 0xff,
} as const

const frameTypes: { [opcode: number]: TraceEnter['type'] } = {
  [opcodes.create]: 'CREATE',
  [opcodes.call]: 'CALL',
  [opcodes.callcode]: 'CALLCODE',
  [opcodes.delegatecall]: 'DELEGATECALL',
  [opcodes.create2]: 'CREATE2',
  [opcodes.staticcall]: 'STATICCALL',
}

/** Reports what the EVM does to the tracer. Answers a function that stops it. */
export function attachTracer(evm: EVM, tracer: Tracer): () => void {
  // Whoever looks at states alone leaves the EVM its speed.
  if (!tracer.step && !tracer.enter && !tracer.exit) return () => {}
  // The frame's type is that of the instruction that opened it; EthereumJS' message does not tell.
  let lastOpcode = 0
  let stopWaiting: () => void = () => {}
  // Output of the last call made, for each open frame.
  const returnData: Uint8Array[] = []
  const depths: number[] = []
  let pendingCreate: { type: TraceEnter['type']; message: Message; input: Uint8Array } | undefined

  function onStep(step: InterpreterStep): void {
    lastOpcode = step.opcode.code
    tracer.step?.({
      pc: step.pc,
      opcode: step.opcode.code,
      name: step.opcode.name,
      gas: step.gasLeft,
      gasCost: step.opcode.dynamicFee ?? BigInt(step.opcode.fee),
      refund: step.gasRefund,
      depth: step.depth,
      address: step.address.bytes,
      codeAddress: (step.codeAddress ?? step.address).bytes,
      stack: step.stack,
      memory: step.memory,
      returnData: returnData.at(-1) ?? new Uint8Array(0),
    })
    if (step.opcode.code === opcodes.selfdestruct) reportSelfdestruct(step)
    const pause = tracer.pause?.()
    if (pause) waitFor(pause)
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

  function reportSelfdestruct(step: InterpreterStep): void {
    const beneficiary = (step.stack.at(-1) ?? 0n).toString(16).padStart(64, '0').slice(24)
    const depth = step.depth + 1
    tracer.enter?.({
      type: 'SELFDESTRUCT',
      depth,
      from: step.address.bytes,
      to: new Uint8Array(Buffer.from(beneficiary, 'hex')),
      input: new Uint8Array(0),
      gas: 0n,
      value: step.account.balance,
    })
    tracer.exit?.({ depth, output: new Uint8Array(0), gasUsed: 0n })
  }

  function onMessage(message: Message): void {
    const isCreate = message.to === undefined
    const type = message.depth === 0 ? (isCreate ? 'CREATE' : 'CALL') : (frameTypes[lastOpcode] ?? 'CALL')
    depths.push(message.depth)
    returnData.push(new Uint8Array(0))
    if (isCreate) {
      // The new contract's address is decided a little later: `newContract` brings it.
      pendingCreate = { type, message, input: message.data }
      return
    }
    tracer.enter?.({
      type,
      depth: message.depth,
      // A delegated call runs as the calling contract, whose own caller it sees.
      from: type === 'DELEGATECALL' ? message.to!.bytes : message.caller.bytes,
      to: message.codeAddress.bytes,
      input: message.data,
      gas: message.gasLimit,
      value: message.value,
    })
  }

  function enterCreate(address: Uint8Array): void {
    if (pendingCreate === undefined) return
    const { type, message, input } = pendingCreate
    pendingCreate = undefined
    tracer.enter?.({
      type,
      depth: message.depth,
      from: message.caller.bytes,
      to: address,
      input,
      gas: message.gasLimit,
      value: message.value,
    })
  }

  function onResult({ execResult, createdAddress }: EVMResult): void {
    // A creation that failed at once (a collision, say) never became a new contract.
    enterCreate(createdAddress?.bytes ?? new Uint8Array(20))
    const depth = depths.pop() ?? 0
    returnData.pop()
    const error = execResult.exceptionError?.error
    const visible = error === undefined || error === 'revert'
    const isCreate = createdAddress !== undefined
    if (returnData.length > 0)
      returnData[returnData.length - 1] =
        visible && !(isCreate && error === undefined) ? execResult.returnValue : new Uint8Array(0)
    const exit = { depth, output: execResult.returnValue, gasUsed: execResult.executionGasUsed }
    tracer.exit?.(error === undefined ? exit : { ...exit, error })
  }

  const onNewContract = ({ address }: { address: { bytes: Uint8Array } }) => enterCreate(address.bytes)
  evm.events.on('step', onStep)
  evm.events.on('beforeMessage', onMessage)
  evm.events.on('newContract', onNewContract)
  evm.events.on('afterMessage', onResult)
  return () => {
    stopWaiting()
    evm.events.off('step', onStep)
    evm.events.off('beforeMessage', onMessage)
    evm.events.off('newContract', onNewContract)
    evm.events.off('afterMessage', onResult)
  }
}
