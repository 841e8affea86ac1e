import { signed, unsigned, wordLimit } from './values.ts'

type Computation = { operands: number; price(operands: bigint[]): bigint; compute(operands: bigint[]): bigint }

const bit = (condition: boolean) => (condition ? 1n : 0n)
const byteCount = (value: bigint) => (value === 0n ? 0n : BigInt(Math.ceil(value.toString(16).length / 2)))

function of<Operands extends bigint[]>(
  price: bigint | ((operands: Operands) => bigint),
  compute: (...operands: Operands) => bigint,
): Computation {
  return {
    operands: compute.length,
    price: typeof price === 'bigint' ? () => price : (operands) => price(operands as Operands),
    compute: (operands) => unsigned(compute(...(operands as Operands))),
  }
}

function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base]
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % wordLimit
    square = (square * square) % wordLimit
  }
  return result
}

/** Instructions that see the stack alone. */
export const computations: { [op: number]: Computation } = {
  1: of(3n, (a: bigint, b: bigint) => a + b),
  2: of(5n, (a: bigint, b: bigint) => a * b),
  3: of(3n, (a: bigint, b: bigint) => a - b),
  4: of(5n, (a: bigint, b: bigint) => (b === 0n ? 0n : a / b)),
  5: of(5n, (a: bigint, b: bigint) => (b === 0n ? 0n : signed(a) / signed(b))),
  6: of(5n, (a: bigint, b: bigint) => (b === 0n ? 0n : a % b)),
  7: of(5n, (a: bigint, b: bigint) => (b === 0n ? 0n : signed(a) % signed(b))),
  8: of(8n, (a: bigint, b: bigint, n: bigint) => (n === 0n ? 0n : (a + b) % n)),
  9: of(8n, (a: bigint, b: bigint, n: bigint) => (n === 0n ? 0n : (a * b) % n)),
  10: of(
    ([, exponent]: [bigint, bigint]) => 10n + 50n * byteCount(exponent),
    (base: bigint, exponent: bigint) => power(base, exponent),
  ),
  11: of(5n, (bytes: bigint, value: bigint) => (bytes > 30n ? value : BigInt.asIntN(Number(bytes) * 8 + 8, value))),
  16: of(3n, (a: bigint, b: bigint) => bit(a < b)),
  17: of(3n, (a: bigint, b: bigint) => bit(a > b)),
  18: of(3n, (a: bigint, b: bigint) => bit(signed(a) < signed(b))),
  19: of(3n, (a: bigint, b: bigint) => bit(signed(a) > signed(b))),
  20: of(3n, (a: bigint, b: bigint) => bit(a === b)),
  21: of(3n, (a: bigint) => bit(a === 0n)),
  22: of(3n, (a: bigint, b: bigint) => a & b),
  23: of(3n, (a: bigint, b: bigint) => a | b),
  24: of(3n, (a: bigint, b: bigint) => a ^ b),
  25: of(3n, (a: bigint) => ~a),
  26: of(3n, (at: bigint, value: bigint) => (at > 31n ? 0n : (value >> (8n * (31n - at))) & 0xffn)),
  27: of(3n, (shift: bigint, value: bigint) => (shift > 255n ? 0n : value << shift)),
  28: of(3n, (shift: bigint, value: bigint) => (shift > 255n ? 0n : value >> shift)),
  29: of(3n, (shift: bigint, value: bigint) => signed(value) >> (shift > 255n ? 255n : shift)),
  30: of(5n, (value: bigint) => (value === 0n ? 256n : BigInt(256 - value.toString(2).length))),
}
