import { bigIntMin } from '@ethereumjs/util'
import { ExceptionalHalt } from './specErrors.ts'

/** Amsterdam's prices (EIP-2780, EIP-7976, EIP-7981, EIP-8037, EIP-8038). */
export const prices = {
  warmAccess: 100n,
  coldAccount: 3000n,
  coldStorage: 2100n,
  storageWrite: 10_000n,
  accountWrite: 9000n,
  callValue: 11_300n,
  callStipend: 2300n,
  createAccess: 12_000n,
  storageClearRefund: 11_616n,
  selfDestruct: 5000n,
  txBase: 12_000n,
  txValue: 6000n,
  authorization: 7816n,
  accessListAddress: 2900n,
  accessListSlot: 2000n,
  floorToken: 16n,
} as const

const perStateByte = 1530n

export const statePrices = {
  byte: perStateByte,
  newAccount: 120n * perStateByte,
  newSlot: 64n * perStateByte,
  delegation: 23n * perStateByte,
} as const

/** EIP-7825: of the gas that is not for state. */
export const maxExecutionGas = 2n ** 24n
/** EIP-8037. */
export const maxTotalGas = 2n ** 32n - 1n

/** A frame's gas in both dimensions (EIP-8037; execution-specs `GasMeter`). */
export class SpecMeter {
  gas: bigint
  reservoir: bigint
  refund = 0n
  /** What a rollback sets the reservoir to. */
  private baseline: bigint
  /** What state has cost of `gas`. */
  private spilled = 0n
  /** The same, for state that outlives a failure of the frame. */
  private committed = 0n

  constructor(gas: bigint, reservoir: bigint) {
    this.gas = gas
    this.reservoir = reservoir
    this.baseline = reservoir
  }

  check(amount: bigint): void {
    if (this.gas < amount) throw new ExceptionalHalt('out of gas')
  }

  charge(amount: bigint): void {
    this.check(amount)
    this.gas -= amount
  }

  chargeState(amount: bigint): void {
    if (this.reservoir + this.gas < amount) throw new ExceptionalHalt('out of gas')
    const drawn = bigIntMin(this.reservoir, amount)
    this.reservoir -= drawn
    this.gas -= amount - drawn
    this.spilled += amount - drawn
  }

  refillState(amount: bigint): void {
    const toGas = bigIntMin(amount, this.spilled)
    this.gas += toGas
    this.spilled -= toGas
    this.reservoir += amount - toGas
  }

  commitState(): void {
    this.committed += this.spilled
    this.baseline = this.reservoir
    this.spilled = 0n
  }

  /** The frame's changes are undone. */
  rollBack(): void {
    this.gas += this.spilled
    this.spilled = 0n
    this.reservoir = this.baseline
    this.refund = 0n
  }

  /** Nothing of the transaction remains, commits neither. */
  rollBackToEntry(reservoir: bigint): void {
    this.gas += this.spilled + this.committed
    this.spilled = 0n
    this.committed = 0n
    this.reservoir = reservoir
    this.baseline = reservoir
  }

  forfeit(): void {
    this.gas = 0n
  }

  stateGasUsed(granted: bigint): bigint {
    return granted - this.reservoir + this.spilled + this.committed
  }

  absorb(child: SpecMeter): void {
    this.gas += child.gas
    this.reservoir += child.reservoir
    this.refund += child.refund
    this.spilled += child.spilled
  }

  /** A child takes the whole reservoir along. */
  drainReservoir(): bigint {
    const drained = this.reservoir
    this.reservoir = 0n
    return drained
  }
}

/** What an expansion of memory to `to` words costs in all. */
function memoryCost(words: bigint): bigint {
  return words * 3n + (words * words) / 512n
}

/** The words that memory has after access to the ranges, and what they cost. */
export function extension(bytes: number, ranges: [start: bigint, size: bigint][]): { cost: bigint; words: bigint } {
  const before = BigInt(bytes) / 32n
  let words = before
  for (const [start, size] of ranges) {
    if (size === 0n) continue
    const needed = (start + size + 31n) / 32n
    if (needed > words) words = needed
  }
  return { cost: memoryCost(words) - memoryCost(before), words }
}

export const wordsOf = (size: bigint): bigint => (size + 31n) / 32n
