import type { Common } from '@ethereumjs/common'
import type { getOpcodesForHF } from '@ethereumjs/evm'
import type { Execution } from './Execution.ts'
import type { Frame } from './Frame.ts'
import {
  accountInstructions,
  amsterdamInstructions,
  callInstructions,
  plainInstructions,
  storageInstructions,
} from './instructions.ts'
import type { Outcome } from './Outcome.ts'
import { type FramePrices, framePrices, isAmsterdam, type StoragePrices, storagePrices } from './prices.ts'

/**
 * An instruction outside the loop. On entry the frame stands at the next one, with the constant part of the gas taken; if
 * it answers `failed` or `waiting`, both are undone.
 */
export type Instruction = (execution: Execution, frame: Frame, opcode: number) => Outcome

/** The instructions of a fork as `interpret` needs them. */
export type InstructionTable = {
  readonly common: Common
  /** As tracers show them. */
  readonly names: readonly string[]
  /** Constant part of the gas; infinite for what is not executed here. */
  readonly fees: Float64Array
  /** Words that must be on the stack. */
  readonly needs: Uint16Array
  /** Words that may be on the stack, for it not to overflow. */
  readonly room: Uint16Array
  /** 1 where the fork has no instruction. */
  readonly invalid: Uint8Array
  readonly instructions: (Instruction | undefined)[]
  readonly parameters: {
    readonly keccakWord: number
    readonly copy: number
    readonly expByte: number
    readonly logTopic: number
    readonly logData: number
  }
  /** Since Berlin (EIP-2929); undefined where storage and calls cost something else. */
  readonly storage: StoragePrices | undefined
  readonly frames: FramePrices | undefined
}

const stackLimit = 1024

/** Words that instructions of the loop take from the stack. */
const taken: { [opcode: number]: number } = {
  ...constantly(0, [0x00, 0x30, 0x33, 0x34, 0x36, 0x38, 0x3d, 0x58, 0x59, 0x5a, 0x5b, ...range(0x5f, 0x7f)]),
  ...constantly(1, [0x15, 0x19, 0x1e, 0x35, 0x50, 0x51, 0x56]),
  ...constantly(2, [...range(1, 7), 0x0a, 0x0b, ...range(0x10, 0x14), ...range(0x16, 0x18), ...range(0x1a, 0x1d)]),
  ...constantly(2, [0x20, 0x52, 0x53, 0x57, 0xf3, 0xfd]),
  ...constantly(3, [8, 9, 0x37, 0x39, 0x3e, 0x5e]),
  ...Object.fromEntries(range(0x80, 0x8f).map((opcode) => [opcode, opcode - 0x7f])),
  ...Object.fromEntries(range(0x90, 0x9f).map((opcode) => [opcode, opcode - 0x8e])),
}

/** Those which leave one word more than they take. */
const growing = new Set([
  ...[0x30, 0x32, 0x33, 0x34, 0x36, 0x38, 0x3a, 0x3d],
  ...[...range(0x41, 0x48), 0x4a, 0x4b, 0x58, 0x59, 0x5a, ...range(0x5f, 0x8f)],
])

export function createInstructionTable(
  common: Common,
  { opcodeMap }: ReturnType<typeof getOpcodesForHF>,
): InstructionTable {
  const fees = new Float64Array(256).fill(Number.POSITIVE_INFINITY)
  const needs = new Uint16Array(256)
  const room = new Uint16Array(256).fill(stackLimit)
  const invalid = new Uint8Array(256)
  const instructions: (Instruction | undefined)[] = new Array(256).fill(undefined)
  const storage = storagePrices(common)
  const frames = framePrices(common)
  const outside = new Map([
    ...plainInstructions,
    ...(storage === undefined ? [] : storageInstructions),
    ...(frames === undefined ? [] : [...accountInstructions, ...callInstructions]),
    ...(isAmsterdam(common) ? amsterdamInstructions : []),
  ])
  for (let opcode = 0; opcode < 256; opcode++) {
    const { opcodeInfo } = opcodeMap[opcode]!
    if (opcodeInfo.isInvalid || opcodeInfo.code !== opcode) {
      invalid[opcode] = 1
      continue
    }
    const instruction = outside.get(opcode)
    const words = instruction?.takes ?? taken[opcode]
    if (words === undefined) continue
    fees[opcode] = instruction?.chargesAll ? 0 : Number(opcodeInfo.feeBigInt)
    needs[opcode] = words
    instructions[opcode] = instruction?.execute
    if (growing.has(opcode)) room[opcode] = stackLimit - 1
  }
  const parameter = (name: string) => Number(common.param(name))
  return {
    common,
    names: opcodeMap.map(({ opcodeInfo }) => opcodeInfo.fullName),
    fees,
    needs,
    room,
    invalid,
    instructions,
    parameters: {
      keccakWord: parameter('keccak256WordGas'),
      copy: parameter('copyGas'),
      expByte: parameter('expByteGas'),
      logTopic: parameter('logTopicGas'),
      logData: parameter('logDataGas'),
    },
    storage,
    frames,
  }
}

function constantly(words: number, opcodes: number[]): { [opcode: number]: number } {
  return Object.fromEntries(opcodes.map((opcode) => [opcode, words]))
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
