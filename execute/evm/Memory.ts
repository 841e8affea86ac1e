import { failed, type Outcome, waiting } from './Outcome.ts'

/** A frame's memory: grows by doubling, so that growing step by step copies each byte a few times only. */
export class Memory {
  bytes: Uint8Array
  view: DataView
  /** Bytes that are paid for: a multiple of 32, and never more than `bytes` has. */
  size: number

  constructor(bytes: Uint8Array, size: number) {
    this.bytes = bytes
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    this.size = size
  }

  /** Gas for memory up to `end`. */
  price(end: number): number {
    return end <= this.size ? 0 : memoryCost(end) - memoryCost(this.size)
  }

  expand(end: number): void {
    if (end <= this.size) return
    this.size = 32 * Math.ceil(end / 32)
    const { bytes } = this
    if (this.size <= bytes.length) return
    this.bytes = new Uint8Array(Math.max(bytes.length * 2, this.size))
    this.bytes.set(bytes)
    this.view = new DataView(this.bytes.buffer)
  }

  /** What an instruction comes to whose memory ends beyond `maxMemory`: so far only stock code reckons. */
  tooFar(gas: number): Outcome {
    return gas < maxMemoryCost - memoryCost(this.size) ? failed : waiting
  }

  /** A copy of what it has; what it has not grown to is zero. */
  read(start: number, count: number): Uint8Array {
    const part = this.bytes.slice(start, start + count)
    if (part.length === count) return part
    const whole = new Uint8Array(count)
    whole.set(part)
    return whole
  }

  /** Copies to memory what `source` has from `from` on, then zeros. */
  copy(to: number, source: Uint8Array, from: bigint, count: number): void {
    const start = from < source.length ? Number(from) : source.length
    const part = source.subarray(start, start + count)
    this.bytes.set(part, to)
    if (part.length < count) this.bytes.fill(0, to + part.length, to + count)
  }
}

/** Yellow Paper, Appendix H: C_mem; the same since Frontier. */
export function memoryCost(size: number): number {
  const words = Math.ceil(size / 32)
  return 3 * words + Math.floor((words * words) / 512)
}

/** Beyond it memory costs more than blocks have gas. */
export const maxMemory = 0x4000000
const maxMemoryWord = BigInt(maxMemory)
const maxMemoryCost = memoryCost(maxMemory)

/** Where a part of memory ends: 0 if it is empty, infinity beyond `maxMemory`. */
export function endOf(offset: bigint, size: bigint): number {
  if (size === 0n) return 0
  return offset > maxMemoryWord || size > maxMemoryWord ? Number.POSITIVE_INFINITY : Number(offset) + Number(size)
}

const firstSize = 1024
const largestKept = 0x10000
const kept: Memory[] = []

/** An empty memory; most frames get one that another has given back, which is cheaper than zeroed bytes of its own. */
export function takeMemory(): Memory {
  return kept.pop() ?? new Memory(new Uint8Array(firstSize), 0)
}

/** Nothing may look into it any more. */
export function giveMemoryBack(memory: Memory): void {
  if (memory.bytes.length > largestKept || kept.length >= 1024) return
  memory.bytes.fill(0, 0, memory.size)
  memory.size = 0
  kept.push(memory)
}
