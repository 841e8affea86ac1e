import { systemAddress } from '../../execute/transition/constants.ts'
import type { SpecFrame } from './SpecFrame.ts'
import { ExceptionalHalt, Revert } from './specErrors.ts'
import { statePrices, wordsOf } from './specGas.ts'
import { executeInstruction } from './specInstructions.ts'
import { bytesOf, hexOf, numberOf, wordOf } from './values.ts'

/** EIP-7954. */
export const maxCodeSize = 0x10000
export const maxInitCodeSize = 2 * maxCodeSize

const transferTopic = 0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3efn

/** EIP-7708. */
export function logTransfer(frame: SpecFrame, from: `0x${string}`, to: `0x${string}`, amount: bigint): void {
  if (amount === 0n || from === to) return
  const topics = [transferTopic, numberOf(bytesOf(from)), numberOf(bytesOf(to))]
  frame.log(hexOf(systemAddress), topics, wordOf(amount))
}

/** `process_call`: moves the value and executes. */
export async function processCall(frame: SpecFrame): Promise<SpecFrame> {
  const { call, state, meter } = frame
  const undo = state.snapshot()
  try {
    if (call.transfers && call.value !== 0n) {
      state.move(call.caller, call.target, call.value)
      logTransfer(frame, call.caller, call.target, call.value)
    }
    await execute(frame)
  } catch (error) {
    if (!(error instanceof ExceptionalHalt || error instanceof Revert)) throw error
    meter.rollBack()
    if (error instanceof ExceptionalHalt) {
      meter.forfeit()
      frame.output = new Uint8Array(0)
    }
    frame.error = error
    undo()
  }
  return frame
}

async function execute(frame: SpecFrame): Promise<void> {
  const { call, block, meter } = frame
  if (call.codeAddress !== undefined && block.precompiles.has(call.codeAddress)) {
    if (call.disablePrecompiles) return
    const result = await block.runPrecompile(call.codeAddress, call.data, meter.gas)
    if (result === undefined) throw new ExceptionalHalt('precompile failed')
    meter.charge(result.cost)
    frame.output = result.output
    return
  }
  while (frame.running && frame.pc < call.code.length) await executeInstruction(frame)
}

/** `process_create`. */
export async function processCreate(frame: SpecFrame): Promise<SpecFrame> {
  const { state, meter } = frame
  const undo = state.snapshot()
  state.destroyStorage(frame.self)
  state.created.add(frame.self)
  state.incrementNonce(frame.self)
  await processCall(frame)
  if (frame.error !== undefined) {
    undo()
    return frame
  }
  const code = frame.output
  const size = BigInt(code.length)
  try {
    if (code[0] === 0xef) throw new ExceptionalHalt('invalid contract prefix')
    if (code.length > maxCodeSize) throw new ExceptionalHalt('out of gas')
    meter.charge(6n * wordsOf(size))
    meter.chargeState(size * statePrices.byte)
    state.setCode(frame.self, hexOf(code))
  } catch (error) {
    if (!(error instanceof ExceptionalHalt)) throw error
    undo()
    meter.rollBack()
    meter.forfeit()
    frame.output = new Uint8Array(0)
    frame.error = error
  }
  return frame
}
