import type { EVM } from '@ethereumjs/evm'
import type { Address } from '@ethereumjs/util'
import { keccak256 } from '../crypto/keccak256.ts'
import { analyzeCode, constantAt } from './analyzeCode.ts'
import type { InstructionTable } from './instructionTable.ts'
import { loadSlot, storeSlot } from './storage.ts'
import { bytesOfWord, maxWord, power, readWord, wordAt, wordOf, wordRange, writeWord } from './words.ts'

/** What EthereumJS 10.1.3 keeps of a frame while it executes: the part of its internals that this relies on. */
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
  returnBytes: Uint8Array
  /** A call that has failed, which EthereumJS finds out at the next instruction. */
  eip7928PostTargetCallOog?: unknown
  stateManager: EVM['stateManager']
  env: {
    address: Address
    caller: Address
    callData: Uint8Array
    callValue: bigint
    code: Uint8Array
    isStatic: boolean
    contract: unknown
    eof?: unknown
  }
  interpreter: {
    _evm: EVM
    journal: EVM['journal']
    finish(data: Uint8Array): void
    revert(data: Uint8Array): void
    log(data: Uint8Array, count: number, topics: Uint8Array[]): void
  }
}

/** Beyond it memory costs more than any block has gas; stock code finds that out. */
const maxMemory = 0x4000000
const maxMemoryWord = BigInt(maxMemory)

/**
 * Executes instructions from where the frame stands, without waiting in between, until one that must wait (a call), ends
 * the frame by failing, or is not known here. That one is left to EthereumJS as if nothing had been executed of it: so
 * every exceptional halt, with its reason, is stock EthereumJS' own.
 */
export function runAhead(runState: RunState, table: InstructionTable): void {
  if (
    runState.gasLeft > maxSafeGas ||
    runState.env.eof !== undefined ||
    runState.eip7928PostTargetCallOog !== undefined
  )
    return
  const { code, env } = runState
  const { needs, room, fees, parameters } = table
  const { destinations, constants } = analyzeCode(code)
  const stack = runState.stack._store
  let top = runState.stack._len
  let pc = runState.programCounter
  let gas = Number(runState.gasLeft)
  let memory = runState.memory._store
  let view = new DataView(memory.buffer, memory.byteOffset, memory.length)
  let words = Number(runState.memoryWordCount)

  /** Gas for memory up to `end`; -1 where that is out of the question. */
  function expansion(end: number): number {
    const wanted = Math.ceil(end / 32)
    if (wanted <= words) return 0
    return memoryCost(parameters, wanted) - memoryCost(parameters, words)
  }

  function expand(end: number): void {
    const wanted = Math.ceil(end / 32)
    if (wanted > words) words = wanted
    if (end <= memory.length) return
    // Twice as much, so that growing step by step copies each byte a few times only.
    const larger = new Uint8Array(Math.max(memory.length * 2, wanted * 32))
    larger.set(memory)
    memory = larger
    view = new DataView(memory.buffer)
    runState.memory._store = memory
  }

  function flush(): void {
    runState.stack._len = top
    runState.programCounter = pc
    runState.gasLeft = BigInt(gas)
    runState.memoryWordCount = BigInt(words)
    const cost = BigInt(memoryCost(parameters, words))
    if (cost > runState.highestMemCost) runState.highestMemCost = cost
  }

  /** Copies to memory what `source` has from `from` on, then zeros. */
  function copy(to: number, source: Uint8Array, from: bigint, size: number): void {
    const start = from > maxMemoryWord ? source.length : Math.min(Number(from), source.length)
    const part = source.subarray(start, start + size)
    memory.set(part, to)
    if (part.length < size) memory.fill(0, to + part.length, to + size)
  }

  const { length } = code
  execution: while (pc < length) {
    const opcode = code[pc]!
    const fee = fees[opcode]!
    if (gas < fee || top < needs[opcode]! || top > room[opcode]!) break
    switch (opcode) {
      case 0x01: {
        const sum = stack[--top]! + stack[top - 1]!
        stack[top - 1] = sum > maxWord ? sum - wordRange : sum
        break
      }
      case 0x02: {
        const product = stack[--top]! * stack[top - 1]!
        stack[top - 1] = product > maxWord ? product & maxWord : product
        break
      }
      case 0x03: {
        const difference = stack[--top]! - stack[top - 1]!
        stack[top - 1] = difference < 0n ? difference + wordRange : difference
        break
      }
      case 0x04: {
        const dividend = stack[--top]!
        const divisor = stack[top - 1]!
        if (divisor !== 0n) stack[top - 1] = dividend / divisor
        break
      }
      case 0x05: {
        const dividend = stack[--top]!
        const divisor = stack[top - 1]!
        if (divisor !== 0n)
          stack[top - 1] = BigInt.asUintN(256, BigInt.asIntN(256, dividend) / BigInt.asIntN(256, divisor))
        break
      }
      case 0x06: {
        const dividend = stack[--top]!
        const divisor = stack[top - 1]!
        if (divisor !== 0n) stack[top - 1] = dividend % divisor
        break
      }
      case 0x07: {
        const dividend = stack[--top]!
        const divisor = stack[top - 1]!
        if (divisor !== 0n)
          stack[top - 1] = BigInt.asUintN(256, BigInt.asIntN(256, dividend) % BigInt.asIntN(256, divisor))
        break
      }
      case 0x08: {
        const sum = stack[top - 1]! + stack[top - 2]!
        top -= 2
        const modulus = stack[top - 1]!
        if (modulus !== 0n) stack[top - 1] = sum % modulus
        break
      }
      case 0x09: {
        const product = stack[top - 1]! * stack[top - 2]!
        top -= 2
        const modulus = stack[top - 1]!
        if (modulus !== 0n) stack[top - 1] = product % modulus
        break
      }
      case 0x0a: {
        const exponent = stack[top - 2]!
        const size = exponent === 0n ? 0 : (exponent.toString(16).length + 1) >> 1
        const extra = size * parameters.expByte
        if (gas < fee + extra) break execution
        gas -= extra
        const base = stack[--top]!
        stack[top - 1] = base === 2n && exponent < 256n ? 1n << exponent : power(base, exponent)
        break
      }
      case 0x0b: {
        const size = stack[--top]!
        if (size < 31n) stack[top - 1] = BigInt.asUintN(256, BigInt.asIntN(8 * Number(size) + 8, stack[top - 1]!))
        break
      }
      case 0x10:
        stack[top - 2] = stack[top - 1]! < stack[top - 2]! ? 1n : 0n
        top--
        break
      case 0x11:
        stack[top - 2] = stack[top - 1]! > stack[top - 2]! ? 1n : 0n
        top--
        break
      case 0x12:
        stack[top - 2] = BigInt.asIntN(256, stack[top - 1]!) < BigInt.asIntN(256, stack[top - 2]!) ? 1n : 0n
        top--
        break
      case 0x13:
        stack[top - 2] = BigInt.asIntN(256, stack[top - 1]!) > BigInt.asIntN(256, stack[top - 2]!) ? 1n : 0n
        top--
        break
      case 0x14:
        stack[top - 2] = stack[top - 1]! === stack[top - 2]! ? 1n : 0n
        top--
        break
      case 0x15:
        stack[top - 1] = stack[top - 1]! === 0n ? 1n : 0n
        break
      case 0x16:
        stack[top - 2] = stack[top - 1]! & stack[top - 2]!
        top--
        break
      case 0x17:
        stack[top - 2] = stack[top - 1]! | stack[top - 2]!
        top--
        break
      case 0x18:
        stack[top - 2] = stack[top - 1]! ^ stack[top - 2]!
        top--
        break
      case 0x19:
        stack[top - 1] = maxWord - stack[top - 1]!
        break
      case 0x1a: {
        const index = stack[--top]!
        stack[top - 1] = index > 31n ? 0n : (stack[top - 1]! >> (8n * (31n - index))) & 0xffn
        break
      }
      case 0x1b: {
        const shift = stack[--top]!
        stack[top - 1] = shift > 255n ? 0n : BigInt.asUintN(256, stack[top - 1]! << shift)
        break
      }
      case 0x1c: {
        const shift = stack[--top]!
        stack[top - 1] = shift > 255n ? 0n : stack[top - 1]! >> shift
        break
      }
      case 0x1d: {
        const shift = stack[--top]!
        stack[top - 1] = BigInt.asUintN(256, BigInt.asIntN(256, stack[top - 1]!) >> (shift > 255n ? 255n : shift))
        break
      }
      case 0x20: {
        const offset = stack[top - 1]!
        const size = stack[top - 2]!
        if (size > maxMemoryWord || (size !== 0n && offset > maxMemoryWord)) break execution
        const count = Number(size)
        const start = count === 0 ? 0 : Number(offset)
        const extra = Math.ceil(count / 32) * parameters.keccakWord + (count === 0 ? 0 : expansion(start + count))
        if (gas < fee + extra) break execution
        gas -= extra
        if (count > 0) expand(start + count)
        top--
        stack[top - 1] = wordOf(keccak256(memory.subarray(start, start + count)))
        break
      }
      case 0x30:
        stack[top++] = wordOf(env.address.bytes)
        break
      case 0x33:
        stack[top++] = wordOf(env.caller.bytes)
        break
      case 0x34:
        stack[top++] = env.callValue
        break
      case 0x35: {
        const offset = stack[top - 1]!
        stack[top - 1] = offset > maxMemoryWord ? 0n : wordAt(env.callData, Number(offset))
        break
      }
      case 0x36:
        stack[top++] = BigInt(env.callData.length)
        break
      case 0x37:
      case 0x39:
      case 0x3e: {
        const to = stack[top - 1]!
        const from = stack[top - 2]!
        const size = stack[top - 3]!
        if (size > maxMemoryWord || (size !== 0n && to > maxMemoryWord)) break execution
        const source = opcode === 0x37 ? env.callData : opcode === 0x39 ? env.code : runState.returnBytes
        if (opcode === 0x3e && from + size > BigInt(source.length)) break execution
        const count = Number(size)
        if (count > 0) {
          const start = Number(to)
          const extra = expansion(start + count) + Math.ceil(count / 32) * parameters.copy
          if (gas < fee + extra) break execution
          gas -= extra
          expand(start + count)
          copy(start, source, from, count)
        }
        top -= 3
        break
      }
      case 0x38:
        stack[top++] = BigInt(env.code.length)
        break
      case 0x3d:
        stack[top++] = BigInt(runState.returnBytes.length)
        break
      case 0x50:
        top--
        break
      case 0x51: {
        const offset = stack[top - 1]!
        if (offset > maxMemoryWord) break execution
        const start = Number(offset)
        if (start + 32 > words * 32 || start + 32 > memory.length) {
          const extra = expansion(start + 32)
          if (gas < fee + extra) break execution
          gas -= extra
          expand(start + 32)
        }
        stack[top - 1] = readWord(view, start)
        break
      }
      case 0x52: {
        const offset = stack[top - 1]!
        if (offset > maxMemoryWord) break execution
        const start = Number(offset)
        if (start + 32 > words * 32 || start + 32 > memory.length) {
          const extra = expansion(start + 32)
          if (gas < fee + extra) break execution
          gas -= extra
          expand(start + 32)
        }
        writeWord(view, start, stack[top - 2]!)
        top -= 2
        break
      }
      case 0x53: {
        const offset = stack[top - 1]!
        if (offset > maxMemoryWord) break execution
        const start = Number(offset)
        const extra = expansion(start + 1)
        if (gas < fee + extra) break execution
        gas -= extra
        expand(start + 1)
        memory[start] = Number(stack[top - 2]! & 0xffn)
        top -= 2
        break
      }
      case 0x54: {
        const loaded = loadSlot(runState, table, stack[top - 1]!, gas - fee)
        if (loaded === undefined) break execution
        gas -= loaded.gas
        stack[top - 1] = loaded.value
        break
      }
      case 0x55: {
        const spent = storeSlot(runState, table, stack[top - 1]!, stack[top - 2]!, gas - fee)
        if (spent === undefined) break execution
        gas -= spent
        top -= 2
        break
      }
      case 0x56: {
        const to = stack[top - 1]!
        if (to >= maxMemoryWord) break execution
        const destination = Number(to)
        if (destinations[destination] !== 1) break execution
        top--
        gas -= fee
        pc = destination
        continue
      }
      case 0x57: {
        if (stack[top - 2]! === 0n) {
          top -= 2
          break
        }
        const to = stack[top - 1]!
        if (to >= maxMemoryWord) break execution
        const destination = Number(to)
        if (destinations[destination] !== 1) break execution
        top -= 2
        gas -= fee
        pc = destination
        continue
      }
      case 0x58:
        stack[top++] = BigInt(pc)
        break
      case 0x59:
        stack[top++] = BigInt(words * 32)
        break
      case 0x5a:
        stack[top++] = BigInt(gas - fee)
        break
      case 0x5b:
        break
      case 0x5e: {
        const to = stack[top - 1]!
        const from = stack[top - 2]!
        const size = stack[top - 3]!
        if (size > maxMemoryWord || (size !== 0n && (to > maxMemoryWord || from > maxMemoryWord))) break execution
        const count = Number(size)
        if (count > 0) {
          const end = Math.max(Number(to), Number(from)) + count
          const extra = expansion(end) + Math.ceil(count / 32) * parameters.copy
          if (gas < fee + extra) break execution
          gas -= extra
          expand(end)
          memory.copyWithin(Number(to), Number(from), Number(from) + count)
        }
        top -= 3
        break
      }
      case 0x5f:
        stack[top++] = 0n
        break
      case 0xa0:
      case 0xa1:
      case 0xa2:
      case 0xa3:
      case 0xa4: {
        const offset = stack[top - 1]!
        const size = stack[top - 2]!
        if (env.isStatic || size > maxMemoryWord || (size !== 0n && offset > maxMemoryWord)) break execution
        const count = Number(size)
        const start = count === 0 ? 0 : Number(offset)
        const topicCount = opcode - 0xa0
        const extra =
          topicCount * parameters.logTopic + count * parameters.logData + (count === 0 ? 0 : expansion(start + count))
        if (gas < fee + extra) break execution
        gas -= extra
        if (count > 0) expand(start + count)
        top -= 2
        const topics: Uint8Array[] = []
        for (let i = 0; i < topicCount; i++) topics.push(bytesOfWord(stack[--top]!))
        runState.interpreter.log(memory.slice(start, start + count), topicCount, topics)
        break
      }
      case 0xf3:
      case 0xfd: {
        const offset = stack[top - 1]!
        const size = stack[top - 2]!
        if (size > maxMemoryWord || (size !== 0n && offset > maxMemoryWord)) break execution
        const count = Number(size)
        const start = count === 0 ? 0 : Number(offset)
        const extra = count === 0 ? 0 : expansion(start + count)
        if (gas < fee + extra) break execution
        if (count > 0) expand(start + count)
        gas -= fee + extra
        top -= 2
        pc++
        flush()
        const data = memory.slice(start, start + count)
        if (opcode === 0xf3) runState.interpreter.finish(data)
        else runState.interpreter.revert(data)
        return
      }
      default: {
        if (opcode >= 0x60 && opcode <= 0x7f) {
          let constant = constants[pc]
          if (constant === undefined) {
            constant = constantAt(code, pc)
            constants[pc] = constant
          }
          stack[top++] = constant
          pc += opcode - 0x5f
        } else if (opcode >= 0x80 && opcode <= 0x8f) {
          stack[top] = stack[top - opcode + 0x7f]!
          top++
        } else if (opcode >= 0x90 && opcode <= 0x9f) {
          const other = top - 2 - (opcode - 0x90)
          const swapped = stack[top - 1]!
          stack[top - 1] = stack[other]!
          stack[other] = swapped
        } else {
          // Any other instruction without a price of its own: EthereumJS' handler, without its way there.
          gas -= fee
          pc++
          flush()
          runState.opCode = opcode
          table.handlers[opcode]!(runState, table.common)
          top = runState.stack._len
          pc = runState.programCounter
          continue
        }
      }
    }
    gas -= fee
    pc++
  }
  flush()
}

const maxSafeGas = BigInt(Number.MAX_SAFE_INTEGER)

/** Yellow Paper, Appendix H: C_mem. */
function memoryCost({ memory, quadraticDivisor }: InstructionTable['parameters'], words: number): number {
  return words * memory + Math.floor((words * words) / quadraticDivisor)
}
