import type { Tracer } from '../types/Tracer.ts'
import type { Execution } from './Execution.ts'
import type { Ending } from './endFrame.ts'
import { type Frame, type FrameInput, nothing } from './Frame.ts'
import { failed, reverted } from './Outcome.ts'
import { openingOf } from './opening.ts'

/** Tells a tracer what frames of our own do. */
export class Tracing {
  readonly tracer: Tracer
  /** Whether each instruction is told of. */
  wantsSteps: boolean
  /** Whether it matters why frames fail, and what the instructions cost that do. */
  readonly wantsReasons: boolean
  /** The instruction that opens the next frame, and whose code that executes: what a call is given does not tell. */
  private opening: { opcode: number; codeAddress: Uint8Array } = { opcode: 0, codeAddress: nothing }
  /** Gas before the instruction that executes, if it was told of. */
  private gasBefore: number | undefined

  constructor(tracer: Tracer) {
    this.tracer = tracer
    this.wantsSteps = tracer.step !== undefined
    this.wantsReasons = tracer.exit !== undefined || tracer.cost !== undefined
  }

  opens(opcode: number, codeAddress: Uint8Array): void {
    this.opening = { opcode, codeAddress }
  }

  /** A frame begins; its gas is taken from its parent already. */
  enter(execution: Execution, input: FrameInput): void {
    const { isCreation, parent, depth, address, caller, data, code, value } = input
    // What a creation gets is no part of what its instruction costs (as go-ethereum has it).
    if (parent !== undefined) this.endStep(execution, parent.gas + (isCreation ? input.gas : 0))
    const { opcode, codeAddress } = this.opening
    const type = openingOf(opcode)!
    this.tracer.enter?.({
      type,
      depth,
      // A delegated call runs as the calling contract, whose own caller it sees.
      from: (type === 'DELEGATECALL' ? address : caller).bytes,
      to: isCreation ? address.bytes : codeAddress,
      input: isCreation ? code : data,
      gas: BigInt(input.gas),
      value,
    })
  }

  /** A frame has ended with so much gas left. */
  exit({ output, exception }: Execution, input: FrameInput, ending: Ending, gas: number): void {
    const exit = {
      depth: input.depth,
      output: ending === failed ? nothing : output,
      gasUsed: BigInt(input.gas - (ending === failed ? 0 : gas)),
    }
    const error = ending === reverted ? 'revert' : ending === failed ? exception?.error : undefined
    this.tracer.exit?.(error === undefined ? exit : { ...exit, error })
  }

  /** A frame that cannot begin (go-ethereum shows those too). */
  refuse(execution: Execution, input: FrameInput, error: string): void {
    this.enter(execution, input)
    this.tracer.exit?.({ depth: input.depth, output: nothing, gasUsed: 0n, error })
  }

  /** A contract has ended itself: go-ethereum shows that as a frame. */
  destroyed({ input, address }: Frame, beneficiary: Uint8Array, balance: bigint): void {
    const depth = input.depth + 1
    const inner = { depth, from: address.bytes, to: beneficiary, input: nothing, gas: 0n, value: balance }
    this.tracer.enter?.({ type: 'SELFDESTRUCT', ...inner })
    this.tracer.exit?.({ depth, output: nothing, gasUsed: 0n })
  }

  /** The frame is about to execute the instruction that it stands at. */
  beginStep({ table }: Execution, frame: Frame): void {
    const { pc, code, gas, input, address, stack, top, memory, returnData } = frame
    const opcode = code[pc]!
    const goesOn = this.tracer.step?.({
      pc,
      opcode,
      name: table.names[opcode]!,
      gas: BigInt(gas),
      depth: input.depth,
      address: address.bytes,
      stack: stack.slice(0, top),
      memory: memory.bytes.subarray(0, memory.size),
      returnData,
    })
    if (goesOn === false) this.wantsSteps = false
    else this.gasBefore = gas
  }

  /** The instruction has left so much gas. */
  endStep({ refund }: Execution, gas: number): void {
    if (this.gasBefore === undefined) return
    this.tracer.cost?.({ gas: BigInt(this.gasBefore - gas), refund: BigInt(refund) })
    this.gasBefore = undefined
  }

  /** Leaves it to EthereumJS to say what the instruction costs. Answers whether it was told of. */
  leaveStep(): boolean {
    const isToldOf = this.gasBefore !== undefined
    this.gasBefore = undefined
    return isToldOf
  }
}
