import { instantiate } from './wasm/instantiate.ts'
import { WasmCode } from './wasm/WasmCode.ts'

/** Where things lie in memory. State, message and counters lie as in the precompile's input. */
const place = { state: 0, message: 64, counters: 192, final: 208, iv: 216, schedule: 280 } as const
const inputLength = 208

/** RFC 7693, 2.7: which word of the message goes where in ten rounds; then they begin anew. */
const sigma = [
  '0123456789abcdef',
  'ea489fd61c02b753',
  'b8c052fdae367194',
  '7931dcbe265a40f8',
  '905724afe1bc683d',
  '2c6a0b834d75fe19',
  'c51fed4a0763928b',
  'db7ec13950f4862a',
  '6fe9b308c2d714a5',
  'a2847615fb9e3cd0',
]

/** The initial vector of SHA-512: fractions of the square roots of the first eight primes. */
const iv = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
]

let instance: ReturnType<typeof start> | undefined

/**
 * BLAKE2b's compression F (RFC 7693, 3.2) with any number of rounds, as EIP-152 has it. `input` is state, message and
 * counters, 208 bytes; returns the new state, 64 bytes.
 */
export function blake2bCompress(rounds: number, input: Uint8Array, isFinal: boolean): Uint8Array {
  instance ??= start()
  const { memory, run } = instance
  memory.set(input.subarray(0, inputLength))
  memory.fill(isFinal ? 0xff : 0, place.final, place.final + 8)
  run(rounds)
  return memory.slice(place.state, place.state + 64)
}

function start() {
  const created = instantiate(compression(), { parameters: 1, words: 16, counters: 2 })
  created.memory.set(new Uint8Array(BigUint64Array.from(iv).buffer), place.iv)
  created.memory.set(
    [...sigma.join('')].map((digit) => 8 * Number.parseInt(digit, 16)),
    place.schedule,
  )
  return created
}

/** `run(rounds)` */
function compression(): WasmCode {
  const code = new WasmCode()
  const rounds = 0
  const v = (i: number) => 1 + i
  const [schedule, done] = [17, 18]
  const words = (count: number) => Array.from({ length: count }, (_, i) => i)
  const word = (offset: number) => code.i32(0).load(offset)

  for (const i of words(8)) word(place.state + 8 * i).set(v(i))
  for (const i of words(8)) word(place.iv + 8 * i).set(v(8 + i))
  for (const i of words(3))
    code
      .get(v(12 + i))
      .i32(0)
      .load(place.counters + 8 * i)
      .xor()
      .set(v(12 + i))
  code.get(rounds).when(() =>
    code.repeat(() => {
      for (const i of words(4)) mix(2 * i, i, 4 + i, 8 + i, 12 + i)
      for (const i of words(4)) mix(8 + 2 * i, i, 4 + ((i + 1) % 4), 8 + ((i + 2) % 4), 12 + ((i + 3) % 4))
      // The next line of the schedule, or its first.
      code.get(schedule).i32(16).i32Add().tee(schedule).i32(160).i32Eq()
      code.when(() => code.i32(0).set(schedule))
      code.get(done).i32(1).i32Add().tee(done).get(rounds).i32Ne()
    }),
  )
  for (const i of words(8))
    code
      .i32(0)
      .i32(0)
      .load(place.state + 8 * i)
      .get(v(i))
      .xor()
      .get(v(8 + i))
      .xor()
      .store(place.state + 8 * i)
  return code

  function mix(position: number, a: number, b: number, c: number, d: number): void {
    half(position, a, b, c, d, 32, 24)
    half(position + 1, a, b, c, d, 16, 63)
  }

  function half(position: number, a: number, b: number, c: number, d: number, first: number, second: number): void {
    code.get(v(a)).get(v(b)).add()
    code
      .get(schedule)
      .i32Load8(place.schedule + position)
      .load(place.message)
      .add()
      .set(v(a))
    code.get(v(d)).get(v(a)).xor().rotateRight(first).set(v(d))
    code.get(v(c)).get(v(d)).add().set(v(c))
    code.get(v(b)).get(v(c)).xor().rotateRight(second).set(v(b))
  }
}
