import type { Common } from '@ethereumjs/common'
import type { getOpcodesForHF } from '@ethereumjs/evm'
import type { RunState } from './runAhead.ts'

type Handler = (runState: RunState, common: Common) => unknown

/** The instructions of a fork as `runAhead` needs them. */
export type InstructionTable = {
  common: Common
  /** Constant part of the gas; infinite for what EthereumJS must execute. */
  fees: Float64Array
  /** Words that must be on the stack. */
  needs: Uint16Array
  /** Words that may be on the stack, for it not to overflow. */
  room: Uint16Array
  handlers: (Handler | undefined)[]
  parameters: {
    memory: number
    quadraticDivisor: number
    keccakWord: number
    copy: number
    expByte: number
    logTopic: number
    logData: number
  }
  /** Since Berlin (EIP-2929); undefined where storage costs something else, or is listed (EIP-7928). */
  storage: StorageGas | undefined
}

export type StorageGas = {
  coldSload: number
  warmRead: number
  sentry: number
  noop: number
  init: number
  clean: number
  dirty: number
  clearRefund: bigint
  initRefund: bigint
  cleanRefund: bigint
}

const stackLimit = 1024

/** Instructions with a price that depends on more than the fork, and how many words they take. */
const priced = new Map([
  ...[0x51].map((opcode) => [opcode, 1] as const),
  ...[0x0a, 0x20, 0x52, 0x53, 0xa0, 0xf3, 0xfd].map((opcode) => [opcode, 2] as const),
  ...[0x37, 0x39, 0x3e, 0x5e, 0xa1].map((opcode) => [opcode, 3] as const),
  ...[0xa2, 0xa3, 0xa4].map((opcode) => [opcode, opcode - 0x9e] as const),
])

/** Words that instructions of constant price take, as far as `runAhead` executes them itself. */
const taken: { [opcode: number]: number } = {
  ...Object.fromEntries([0x15, 0x19, 0x35, 0x50, 0x56].map((opcode) => [opcode, 1])),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 0x0b, 0x57].map((opcode) => [opcode, 2])),
  ...Object.fromEntries(range(0x10, 0x14).map((opcode) => [opcode, 2])),
  ...Object.fromEntries([0x16, 0x17, 0x18, 0x1a, 0x1b, 0x1c, 0x1d].map((opcode) => [opcode, 2])),
  8: 3,
  9: 3,
  ...Object.fromEntries(range(0x80, 0x8f).map((opcode) => [opcode, opcode - 0x7f])),
  ...Object.fromEntries(range(0x90, 0x9f).map((opcode) => [opcode, opcode - 0x8e])),
}

/** Those which leave one word more than they take. */
const growing = [0x30, 0x33, 0x34, 0x36, 0x38, 0x3d, 0x58, 0x59, 0x5a, ...range(0x5f, 0x8f)]

export function createInstructionTable(
  common: Common,
  { opcodeMap }: ReturnType<typeof getOpcodesForHF>,
): InstructionTable {
  const fees = new Float64Array(256).fill(Number.POSITIVE_INFINITY)
  const needs = new Uint16Array(256)
  const room = new Uint16Array(256).fill(stackLimit)
  const handlers: (Handler | undefined)[] = new Array(256).fill(undefined)
  const storage = storageGas(common)
  for (let opcode = 0; opcode < 256; opcode++) {
    const { opcodeInfo, opHandler } = opcodeMap[opcode]!
    if (opcodeInfo.isInvalid || opcodeInfo.code !== opcode) continue
    const words = priced.get(opcode)
    const isStorage = storage !== undefined && (opcode === 0x54 || opcode === 0x55)
    if (words === undefined && !isStorage && (opcodeInfo.dynamicGas || opcodeInfo.isAsync)) continue
    fees[opcode] = Number(opcodeInfo.feeBigInt)
    needs[opcode] = words ?? taken[opcode] ?? (isStorage ? opcode - 0x53 : 0)
    handlers[opcode] = opHandler as unknown as Handler
  }
  for (const opcode of growing) room[opcode] = stackLimit - 1
  const parameter = (name: string) => Number(common.param(name))
  return {
    common,
    fees,
    needs,
    room,
    handlers,
    parameters: {
      memory: parameter('memoryGas'),
      quadraticDivisor: parameter('quadCoefficientDivGas'),
      keccakWord: parameter('keccak256WordGas'),
      copy: parameter('copyGas'),
      expByte: parameter('expByteGas'),
      logTopic: parameter('logTopicGas'),
      logData: parameter('logDataGas'),
    },
    storage,
  }
}

function storageGas(common: Common): StorageGas | undefined {
  // EIP-8037 and EIP-8038 price writes in other ways; EIP-7928 lists what is read.
  if (!common.isActivatedEIP(2929) || [7928, 8037, 8038].some((eip) => common.isActivatedEIP(eip))) return undefined
  const parameter = (name: string) => Number(common.param(name))
  const warmRead = parameter('warmstoragereadGas')
  const coldSload = parameter('coldsloadGas')
  return {
    coldSload,
    warmRead,
    sentry: parameter('sstoreSentryEIP2200Gas'),
    noop: parameter('sstoreNoopEIP2200Gas'),
    init: parameter('sstoreInitEIP2200Gas'),
    clean: parameter('sstoreCleanEIP2200Gas'),
    dirty: parameter('sstoreDirtyEIP2200Gas'),
    clearRefund: common.param('sstoreClearRefundEIP2200Gas'),
    initRefund: common.param('sstoreInitEIP2200Gas') - BigInt(warmRead),
    cleanRefund: common.param('sstoreResetGas') - BigInt(coldSload + warmRead),
  }
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
