import { keccak256 } from '../crypto/keccak256.ts'
import { analyzeCode, constantAt } from './analyzeCode.ts'
import type { Execution } from './Execution.ts'
import { type Frame, nothing } from './Frame.ts'
import { endOf, maxMemory } from './Memory.ts'
import { failed, goOn, type Outcome, returned, reverted, stopped, waiting } from './Outcome.ts'
import { maxWord, power, readWord, wordAt, wordOf, wordRange, writeWord } from './words.ts'

const maxMemoryWord = BigInt(maxMemory)

/**
 * Executes the frame's instructions from where it stands, without waiting in between, until it ends or one must wait, or
 * but one of them, and goes on. An instruction that fails or must wait is left as if nothing had been executed of it.
 */
export function interpret(execution: Execution, frame: Frame, onlyOne = false): Outcome {
  const { table } = execution
  const { needs, room, fees, parameters, instructions } = table
  const { code, memory, stack } = frame
  const { destinations, constants } = analyzeCode(code)
  const { length } = code
  const end = onlyOne ? 0 : length
  let { top, pc } = frame
  let gas = frame.gas - frame.withheld

  if (pc >= length) return stop(execution, frame, pc, top, gas)
  do {
    const opcode = code[pc]!
    const fee = fees[opcode]!
    if (gas < fee || top < needs[opcode]! || top > room[opcode]!) {
      const unknown = fee === Number.POSITIVE_INFINITY && table.invalid[opcode] === 0
      return leave(frame, pc, top, gas, unknown ? waiting : failed)
    }
    switch (opcode) {
      case 0x00:
        return stop(execution, frame, pc, top, gas)
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
        if (gas < fee + extra) return leave(frame, pc, top, gas, failed)
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
      case 0x1e: {
        const word = stack[top - 1]!
        stack[top - 1] = word === 0n ? 256n : BigInt(256 - word.toString(2).length)
        break
      }
      case 0x20: {
        const size = stack[top - 2]!
        const end = endOf(stack[top - 1]!, size)
        if (end > maxMemory) return leave(frame, pc, top, gas, memory.tooFar(gas))
        const count = Number(size)
        const extra = Math.ceil(count / 32) * parameters.keccakWord + memory.price(end)
        if (gas < fee + extra) return leave(frame, pc, top, gas, failed)
        gas -= extra
        memory.expand(end)
        top--
        stack[top - 1] = wordOf(keccak256(memory.bytes.subarray(end - count, end)))
        break
      }
      case 0x30:
        stack[top++] = frame.addressWord
        break
      case 0x33:
        stack[top++] = frame.callerWord
        break
      case 0x34:
        stack[top++] = frame.input.value
        break
      case 0x35: {
        const offset = stack[top - 1]!
        stack[top - 1] = offset > maxMemoryWord ? 0n : wordAt(frame.input.data, Number(offset))
        break
      }
      case 0x36:
        stack[top++] = BigInt(frame.input.data.length)
        break
      case 0x37:
      case 0x39:
      case 0x3e: {
        const from = stack[top - 2]!
        const size = stack[top - 3]!
        const source = opcode === 0x37 ? frame.input.data : opcode === 0x39 ? code : frame.returnData
        // EIP-211
        if (opcode === 0x3e && from + size > source.length) return leave(frame, pc, top, gas, failed)
        const end = endOf(stack[top - 1]!, size)
        if (end > maxMemory) return leave(frame, pc, top, gas, memory.tooFar(gas))
        const count = Number(size)
        const extra = memory.price(end) + Math.ceil(count / 32) * parameters.copy
        if (gas < fee + extra) return leave(frame, pc, top, gas, failed)
        gas -= extra
        memory.expand(end)
        if (count > 0) memory.copy(end - count, source, from, count)
        top -= 3
        break
      }
      case 0x38:
        stack[top++] = BigInt(length)
        break
      case 0x3d:
        stack[top++] = BigInt(frame.returnData.length)
        break
      case 0x50:
        top--
        break
      case 0x51: {
        const offset = stack[top - 1]!
        if (offset > maxMemoryWord) return leave(frame, pc, top, gas, memory.tooFar(gas))
        const start = Number(offset)
        if (start + 32 > memory.size) {
          const extra = memory.price(start + 32)
          if (gas < fee + extra) return leave(frame, pc, top, gas, failed)
          gas -= extra
          memory.expand(start + 32)
        }
        stack[top - 1] = readWord(memory.view, start)
        break
      }
      case 0x52: {
        const offset = stack[top - 1]!
        if (offset > maxMemoryWord) return leave(frame, pc, top, gas, memory.tooFar(gas))
        const start = Number(offset)
        if (start + 32 > memory.size) {
          const extra = memory.price(start + 32)
          if (gas < fee + extra) return leave(frame, pc, top, gas, failed)
          gas -= extra
          memory.expand(start + 32)
        }
        writeWord(memory.view, start, stack[top - 2]!)
        top -= 2
        break
      }
      case 0x53: {
        const offset = stack[top - 1]!
        if (offset > maxMemoryWord) return leave(frame, pc, top, gas, memory.tooFar(gas))
        const start = Number(offset)
        const extra = memory.price(start + 1)
        if (gas < fee + extra) return leave(frame, pc, top, gas, failed)
        gas -= extra
        memory.expand(start + 1)
        memory.bytes[start] = Number(stack[top - 2]! & 0xffn)
        top -= 2
        break
      }
      case 0x56: {
        const to = stack[top - 1]!
        if (to >= maxMemoryWord) return leave(frame, pc, top, gas, failed)
        const destination = Number(to)
        if (destinations[destination] !== 1) return leave(frame, pc, top, gas, failed)
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
        if (to >= maxMemoryWord) return leave(frame, pc, top, gas, failed)
        const destination = Number(to)
        if (destinations[destination] !== 1) return leave(frame, pc, top, gas, failed)
        top -= 2
        gas -= fee
        pc = destination
        continue
      }
      case 0x58:
        stack[top++] = BigInt(pc)
        break
      case 0x59:
        stack[top++] = BigInt(memory.size)
        break
      case 0x5a:
        stack[top++] = BigInt(gas + frame.withheld - fee)
        break
      case 0x5b:
        break
      case 0x5e: {
        const size = stack[top - 3]!
        const to = endOf(stack[top - 1]!, size)
        const from = endOf(stack[top - 2]!, size)
        const end = Math.max(to, from)
        if (end > maxMemory) return leave(frame, pc, top, gas, memory.tooFar(gas))
        const count = Number(size)
        const extra = memory.price(end) + Math.ceil(count / 32) * parameters.copy
        if (gas < fee + extra) return leave(frame, pc, top, gas, failed)
        gas -= extra
        memory.expand(end)
        memory.bytes.copyWithin(to - count, from - count, from)
        top -= 3
        break
      }
      case 0x5f:
        stack[top++] = 0n
        break
      case 0xf3:
      case 0xfd: {
        const size = stack[top - 2]!
        const end = endOf(stack[top - 1]!, size)
        if (end > maxMemory) return leave(frame, pc, top, gas, memory.tooFar(gas))
        const extra = memory.price(end)
        if (gas < fee + extra) return leave(frame, pc, top, gas, failed)
        memory.expand(end)
        execution.output = memory.bytes.slice(end - Number(size), end)
        return leave(frame, pc + 1, top - 2, gas - fee - extra, opcode === 0xf3 ? returned : reverted)
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
          leave(frame, pc + 1, top, gas - fee, goOn)
          const outcome = instructions[opcode]!(execution, frame, opcode)
          if (outcome === failed || outcome === waiting) return leave(frame, pc, top, gas, outcome)
          if (outcome !== goOn) return outcome
          top = frame.top
          gas = frame.gas - frame.withheld
          pc = frame.pc
          continue
        }
      }
    }
    gas -= fee
    pc++
  } while (pc < end)
  return pc < length ? leave(frame, pc, top, gas, goOn) : stop(execution, frame, pc, top, gas)
}

function stop(execution: Execution, frame: Frame, pc: number, top: number, gas: number): Outcome {
  execution.output = nothing
  return leave(frame, pc, top, gas, stopped)
}

/** Notes where the frame stands. */
function leave(frame: Frame, pc: number, top: number, gas: number, outcome: Outcome): Outcome {
  frame.pc = pc
  frame.top = top
  frame.gas = gas + frame.withheld
  return outcome
}
