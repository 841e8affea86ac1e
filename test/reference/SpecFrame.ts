import type { Hex } from 'viem'
import type { SpecState } from './SpecState.ts'
import { ExceptionalHalt } from './specErrors.ts'
import type { SpecMeter } from './specGas.ts'
import { addressOfWord, bytesOf, numberOf, unsigned, wordOf } from './values.ts'

export type SpecLog = { address: Hex; topics: Hex[]; data: Hex }

/** What instructions see of the block (`BlockEnvironment`). */
export type SpecBlock = {
  chainId: bigint
  number: bigint
  timestamp: bigint
  gasLimit: bigint
  baseFee: bigint
  blobBaseFee: bigint
  coinbase: Hex
  prevRandao: bigint
  slotNumber: bigint
  /** Zero if it is out of reach. */
  hashOf(number: bigint): bigint
  precompiles: ReadonlySet<Hex>
  /** Undefined if it fails. */
  runPrecompile(address: Hex, input: Uint8Array, gas: bigint): Promise<{ output: Uint8Array; cost: bigint } | undefined>
}

export type SpecTransaction = { origin: Hex; gasPrice: bigint; blobHashes: bigint[]; state: SpecState }

/** What a call is made with. */
export type SpecCall = {
  depth: number
  caller: Hex
  target: Hex
  value: bigint
  data: Uint8Array
  transfers: boolean
  isStatic: boolean
  code: Uint8Array
  /** Undefined for a creation. */
  codeAddress: Hex | undefined
  disablePrecompiles: boolean
  meter: SpecMeter
  warm: Set<Hex>
  warmSlots: Set<string>
}

/** A call under way (execution-specs `Evm`). */
export class SpecFrame {
  readonly block: SpecBlock
  readonly tx: SpecTransaction
  readonly call: SpecCall
  readonly meter: SpecMeter
  readonly stack: bigint[] = []
  memory = new Uint8Array(0)
  pc = 0
  running = true
  returnData: Uint8Array = new Uint8Array(0)
  output: Uint8Array = new Uint8Array(0)
  logs: SpecLog[] = []
  readonly toDelete = new Set<Hex>()
  error: Error | undefined
  private jumpDestinations: Set<number> | undefined

  constructor(block: SpecBlock, tx: SpecTransaction, call: SpecCall) {
    this.block = block
    this.tx = tx
    this.call = call
    this.meter = call.meter
  }

  get state(): SpecState {
    return this.tx.state
  }

  get self(): Hex {
    return this.call.target
  }

  pop(): bigint {
    const value = this.stack.pop()
    if (value === undefined) throw new ExceptionalHalt('stack underflow')
    return value
  }

  popAddress(): Hex {
    return addressOfWord(this.pop())
  }

  push(value: bigint): void {
    if (this.stack.length === 1024) throw new ExceptionalHalt('stack overflow')
    this.stack.push(unsigned(value))
  }

  pushAddress(address: Hex): void {
    this.push(numberOf(bytesOf(address)))
  }

  at(depth: number): number {
    if (depth >= this.stack.length) throw new ExceptionalHalt('stack underflow')
    return this.stack.length - 1 - depth
  }

  code(at: number): number {
    return this.call.code[at] ?? 0
  }

  isJumpDestination(at: bigint): boolean {
    if (this.jumpDestinations === undefined) {
      this.jumpDestinations = new Set()
      for (let i = 0; i < this.call.code.length; i++) {
        const op = this.code(i)
        if (op === 0x5b) this.jumpDestinations.add(i)
        if (op >= 0x60 && op <= 0x7f) i += op - 0x5f
      }
    }
    return at < 2n ** 32n && this.jumpDestinations.has(Number(at))
  }

  expand(words: bigint): void {
    if (words * 32n <= BigInt(this.memory.length)) return
    const grown = new Uint8Array(Number(words) * 32)
    grown.set(this.memory)
    this.memory = grown
  }

  read(start: bigint, size: bigint): Uint8Array {
    return size === 0n ? new Uint8Array(0) : this.memory.slice(Number(start), Number(start + size))
  }

  write(start: bigint, bytes: Uint8Array): void {
    if (bytes.length > 0) this.memory.set(bytes, Number(start))
  }

  log(address: Hex, topics: bigint[], data: Uint8Array): void {
    const hex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`
    this.logs.push({ address, topics: topics.map((topic) => hex(wordOf(topic))), data: hex(data) })
  }

  assertMayWrite(): void {
    if (this.call.isStatic) throw new ExceptionalHalt('write in static context')
  }

  /** `incorporate_child`. */
  absorb(child: SpecFrame): void {
    this.meter.absorb(child.meter)
    if (child.error !== undefined) return
    this.logs.push(...child.logs)
    for (const address of child.toDelete) this.toDelete.add(address)
    for (const address of child.call.warm) this.call.warm.add(address)
    for (const slot of child.call.warmSlots) this.call.warmSlots.add(slot)
  }
}
