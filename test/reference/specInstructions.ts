import { keccak256 } from '../../execute/index.ts'
import type { SpecFrame } from './SpecFrame.ts'
import { accessPrice, call, codeHash, create, selfDestruct } from './specCalls.ts'
import { computations } from './specComputations.ts'
import { ExceptionalHalt, Revert } from './specErrors.ts'
import { extension, prices, wordsOf } from './specGas.ts'
import { sload, sstore } from './specStorage.ts'
import { bytesOf, hexOf, numberOf, slice, wordOf } from './values.ts'

/** Executes the instruction at the frame's place and moves on. */
export async function executeInstruction(frame: SpecFrame): Promise<void> {
  const { call: context, meter, block, tx, state, stack } = frame
  const op = frame.code(frame.pc)
  const at = frame.pc
  frame.pc = at + 1
  const computation = computations[op]
  if (computation !== undefined) {
    const operands = Array.from({ length: computation.operands }, () => frame.pop())
    meter.charge(computation.price(operands))
    return frame.push(computation.compute(operands))
  }
  const pushFor = (price: bigint, value: bigint) => {
    meter.charge(price)
    frame.push(value)
  }
  if (op >= 0x60 && op <= 0x7f) {
    const size = op - 0x5f
    frame.pc += size
    return pushFor(3n, numberOf(slice(context.code, BigInt(at + 1), BigInt(size))))
  }
  if (op >= 0x80 && op <= 0x8f) return pushFor(3n, stack[frame.at(op - 0x80)]!)
  if (op >= 0x90 && op <= 0x9f) return swap(frame, 0, op - 0x8f)
  if (op >= 0xa0 && op <= 0xa4) return log(frame, op - 0xa0)
  switch (op) {
    case 0x00:
      frame.running = false
      return
    case 0x20: {
      const [start, size] = [frame.pop(), frame.pop()]
      touchMemory(frame, 30n + 6n * wordsOf(size), [[start, size]])
      return frame.push(numberOf(keccak256(frame.read(start, size))))
    }
    case 0x30:
      return pushFor(2n, numberOf(bytesOf(frame.self)))
    case 0x31: {
      const address = frame.popAddress()
      accessAccount(frame, address)
      return frame.push(state.account(address).balance)
    }
    case 0x32:
      return pushFor(2n, numberOf(bytesOf(tx.origin)))
    case 0x33:
      return pushFor(2n, numberOf(bytesOf(context.caller)))
    case 0x34:
      return pushFor(2n, context.value)
    case 0x35: {
      const start = frame.pop()
      return pushFor(3n, numberOf(slice(context.data, start, 32n)))
    }
    case 0x36:
      return pushFor(2n, BigInt(context.data.length))
    case 0x37:
      return copy(frame, context.data)
    case 0x38:
      return pushFor(2n, BigInt(context.code.length))
    case 0x39:
      return copy(frame, context.code)
    case 0x3a:
      return pushFor(2n, tx.gasPrice)
    case 0x3b: {
      const address = frame.popAddress()
      accessAccount(frame, address, prices.warmAccess)
      return frame.push(BigInt(bytesOf(state.code(address)).length))
    }
    case 0x3c: {
      const address = frame.popAddress()
      const [to, from, size] = [frame.pop(), frame.pop(), frame.pop()]
      const memory = extension(frame.memory.length, [[to, size]])
      accessAccount(frame, address, prices.warmAccess + 3n * wordsOf(size) + memory.cost)
      frame.expand(memory.words)
      return frame.write(to, slice(bytesOf(state.code(address)), from, size))
    }
    case 0x3d:
      return pushFor(2n, BigInt(frame.returnData.length))
    case 0x3e: {
      const [to, from, size] = [frame.pop(), frame.pop(), frame.pop()]
      touchMemory(frame, 3n + 3n * wordsOf(size), [[to, size]])
      if (from + size > BigInt(frame.returnData.length)) throw new ExceptionalHalt('out of bounds')
      return frame.write(to, slice(frame.returnData, from, size))
    }
    case 0x3f: {
      const address = frame.popAddress()
      accessAccount(frame, address)
      return frame.push(state.isAlive(address) ? codeHash(state.account(address).code) : 0n)
    }
    case 0x40: {
      const number = frame.pop()
      meter.charge(20n)
      const isKnown = number < block.number && number + 256n >= block.number
      return frame.push(isKnown ? block.hashOf(number) : 0n)
    }
    case 0x41:
      return pushFor(2n, numberOf(bytesOf(block.coinbase)))
    case 0x42:
      return pushFor(2n, block.timestamp)
    case 0x43:
      return pushFor(2n, block.number)
    case 0x44:
      return pushFor(2n, block.prevRandao)
    case 0x45:
      return pushFor(2n, block.gasLimit)
    case 0x46:
      return pushFor(2n, block.chainId)
    case 0x47:
      return pushFor(5n, state.account(frame.self).balance)
    case 0x48:
      return pushFor(2n, block.baseFee)
    case 0x49: {
      const index = frame.pop()
      return pushFor(3n, tx.blobHashes[Number(index < 1000n ? index : 1000n)] ?? 0n)
    }
    case 0x4a:
      return pushFor(2n, block.blobBaseFee)
    case 0x4b:
      return pushFor(2n, block.slotNumber)
    case 0x50:
      frame.pop()
      return meter.charge(2n)
    case 0x51: {
      const start = frame.pop()
      touchMemory(frame, 3n, [[start, 32n]])
      return frame.push(numberOf(frame.read(start, 32n)))
    }
    case 0x52: {
      const [start, value] = [frame.pop(), frame.pop()]
      touchMemory(frame, 3n, [[start, 32n]])
      return frame.write(start, wordOf(value))
    }
    case 0x53: {
      const [start, value] = [frame.pop(), frame.pop()]
      touchMemory(frame, 3n, [[start, 1n]])
      return frame.write(start, Uint8Array.of(Number(value & 0xffn)))
    }
    case 0x54:
      return sload(frame)
    case 0x55:
      return sstore(frame)
    case 0x56: {
      const to = frame.pop()
      meter.charge(8n)
      return jump(frame, to)
    }
    case 0x57: {
      const [to, condition] = [frame.pop(), frame.pop()]
      meter.charge(10n)
      return condition === 0n ? undefined : jump(frame, to)
    }
    case 0x58:
      return pushFor(2n, BigInt(at))
    case 0x59:
      return pushFor(2n, BigInt(frame.memory.length))
    case 0x5a:
      meter.charge(2n)
      return frame.push(meter.gas)
    case 0x5b:
      return meter.charge(1n)
    case 0x5c: {
      const key = frame.pop()
      return pushFor(100n, state.transientSlot(frame.self, key))
    }
    case 0x5d: {
      frame.assertMayWrite()
      const [key, value] = [frame.pop(), frame.pop()]
      meter.charge(100n)
      return state.setTransientSlot(frame.self, key, value)
    }
    case 0x5e: {
      const [to, from, size] = [frame.pop(), frame.pop(), frame.pop()]
      touchMemory(frame, 3n + 3n * wordsOf(size), [
        [to, size],
        [from, size],
      ])
      return frame.write(to, frame.read(from, size))
    }
    case 0x5f:
      return pushFor(2n, 0n)
    case 0xe6:
    case 0xe7:
    case 0xe8:
      return deepStack(frame, op, frame.code(at + 1))
    case 0xf0:
    case 0xf5:
      return create(frame, op === 0xf5)
    case 0xf1:
    case 0xf2:
    case 0xf4:
    case 0xfa:
      return call(frame, op)
    case 0xf3:
    case 0xfd: {
      const [start, size] = [frame.pop(), frame.pop()]
      touchMemory(frame, 0n, [[start, size]])
      frame.output = frame.read(start, size)
      if (op === 0xfd) throw new Revert()
      frame.running = false
      return
    }
    case 0xff:
      return selfDestruct(frame)
    default:
      throw new ExceptionalHalt(`invalid instruction ${hexOf(Uint8Array.of(op))}`)
  }
}

function accessAccount({ meter, call: { warm } }: SpecFrame, address: `0x${string}`, more = 0n): void {
  meter.charge(accessPrice(warm, address) + more)
  warm.add(address)
}

function touchMemory(frame: SpecFrame, price: bigint, ranges: [bigint, bigint][]): void {
  const memory = extension(frame.memory.length, ranges)
  frame.meter.charge(price + memory.cost)
  frame.expand(memory.words)
}

function copy(frame: SpecFrame, source: Uint8Array): void {
  const [to, from, size] = [frame.pop(), frame.pop(), frame.pop()]
  touchMemory(frame, 3n + 3n * wordsOf(size), [[to, size]])
  frame.write(to, slice(source, from, size))
}

function log(frame: SpecFrame, count: number): void {
  const [start, size] = [frame.pop(), frame.pop()]
  const topics = Array.from({ length: count }, () => frame.pop())
  touchMemory(frame, 375n + 375n * BigInt(count) + 8n * size, [[start, size]])
  frame.assertMayWrite()
  frame.log(frame.self, topics, frame.read(start, size))
}

function jump(frame: SpecFrame, to: bigint): void {
  if (!frame.isJumpDestination(to)) throw new ExceptionalHalt('invalid jump')
  frame.pc = Number(to)
}

function swap(frame: SpecFrame, one: number, other: number): void {
  frame.meter.charge(3n)
  const [a, b] = [frame.at(one), frame.at(other)]
  const { stack } = frame
  const held = stack[a]!
  stack[a] = stack[b]!
  stack[b] = held
}

/** EIP-8024: DUPN, SWAPN, EXCHANGE. */
function deepStack(frame: SpecFrame, op: number, x: number): void {
  frame.pc++
  if (x > (op === 0xe8 ? 81 : 90) && x < 128) throw new ExceptionalHalt('invalid operand')
  const n = (x + 145) % 256
  const [q, r] = [(x ^ 143) >> 4, (x ^ 143) & 15]
  if (op === 0xe7) swap(frame, 0, n)
  else if (op === 0xe8) swap(frame, q < r ? q + 1 : r + 1, q < r ? r + 1 : 29 - q)
  else {
    frame.meter.charge(3n)
    frame.push(frame.stack[frame.at(n - 1)]!)
  }
}
