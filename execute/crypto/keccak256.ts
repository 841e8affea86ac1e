import { instantiate } from './wasm/instantiate.ts'
import { WasmCode } from './wasm/WasmCode.ts'

/** Bytes absorbed at a time (FIPS 202: 1600 bits less twice the digest's). */
const rate = 136
/** Where the state lies in memory, the constants of the rounds, and what is to be absorbed. */
const place = { state: 0, constants: 256, input: 512 } as const
const rounds = 24

const { memory, run } = instantiate(permutation(), { parameters: 2, words: 25 + 6, counters: 1 })
memory.set(roundConstants(), place.constants)
/** Blocks that fit into memory at once. */
const room = Math.floor((memory.length - place.input) / rate)

/** Keccak-256. Returns a fresh 32 bytes. */
export function keccak256(data: Uint8Array): Uint8Array {
  memory.fill(0, place.state, place.state + 200)
  let at = 0
  for (; data.length - at >= room * rate; at += room * rate) {
    memory.set(data.subarray(at, at + room * rate), place.input)
    run(place.input, place.input + room * rate)
  }
  const rest = data.length - at
  const end = place.input + rest + (rate - (rest % rate))
  memory.set(at === 0 ? data : data.subarray(at), place.input)
  // Keccak's padding, from before SHA-3 added a suffix.
  memory.fill(0, place.input + rest, end)
  memory[place.input + rest] = 0x01
  memory[end - 1]! |= 0x80
  run(place.input, end)
  return memory.slice(place.state, place.state + 32)
}

/**
 * `run(from, to)`: absorbs the blocks there and permutes the state after each, as FIPS 202 describes it. The state lies in
 * locals meanwhile.
 */
function permutation(): WasmCode {
  const code = new WasmCode()
  const [from, to] = [0, 1]
  const lane = (x: number, y: number) => 2 + ((x + 5) % 5) + 5 * y
  const column = (x: number) => 27 + ((x + 5) % 5)
  const spare = 32
  const round = 33
  const lanes = Array.from({ length: 25 }, (_, i) => i)

  for (const i of lanes)
    code
      .i32(place.state)
      .load(8 * i)
      .set(2 + i)
  code.repeat(() => {
    for (const i of lanes.slice(0, rate / 8))
      code
        .get(2 + i)
        .get(from)
        .load(8 * i)
        .xor()
        .set(2 + i)
    code.i32(place.constants).set(round)
    code.repeat(() => {
      theta()
      rhoAndPi()
      for (let y = 0; y < 5; y++) chi(y)
      code.get(lane(0, 0)).get(round).load(0).xor().set(lane(0, 0))
      code
        .get(round)
        .i32(8)
        .i32Add()
        .tee(round)
        .i32(place.constants + 8 * rounds)
        .i32Ne()
    })
    code.get(from).i32(rate).i32Add().tee(from).get(to).i32Ne()
  })
  for (const i of lanes)
    code
      .i32(place.state)
      .get(2 + i)
      .store(8 * i)
  return code

  function theta(): void {
    for (let x = 0; x < 5; x++) {
      code.get(lane(x, 0))
      for (let y = 1; y < 5; y++) code.get(lane(x, y)).xor()
      code.set(column(x))
    }
    for (let x = 0; x < 5; x++) {
      code
        .get(column(x - 1))
        .get(column(x + 1))
        .rotateLeft(1)
        .xor()
        .set(spare)
      for (let y = 0; y < 5; y++) code.get(lane(x, y)).get(spare).xor().set(lane(x, y))
    }
  }

  /** Every lane but the first moves to the next one's place on one long cycle. */
  function rhoAndPi(): void {
    let [x, y] = [1, 0]
    code.get(lane(x, y)).set(spare)
    for (let t = 0; t < 24; t++) {
      ;[x, y] = [y, (2 * x + 3 * y) % 5]
      code.get(spare).get(lane(x, y)).set(spare)
      code.rotateLeft((((t + 1) * (t + 2)) / 2) % 64).set(lane(x, y))
    }
  }

  function chi(y: number): void {
    code.get(lane(0, y)).set(column(0)).get(lane(1, y)).set(column(1))
    for (let x = 0; x < 5; x++) {
      const [next, afterNext] =
        x === 3 ? [lane(4, y), column(0)] : x === 4 ? [column(0), column(1)] : [lane(x + 1, y), lane(x + 2, y)]
      code.get(lane(x, y)).get(next).not().get(afterNext).and().xor().set(lane(x, y))
    }
  }
}

/** FIPS 202, algorithm 5: the bits that a shift register gives. */
function roundConstants(): Uint8Array {
  const constants = new DataView(new ArrayBuffer(8 * rounds))
  let register = 1
  for (let round = 0; round < rounds; round++)
    for (let bit = 1; bit <= 64; bit *= 2) {
      if (register & 1) {
        const at = 8 * round + ((bit - 1) >> 3)
        constants.setUint8(at, constants.getUint8(at) | (1 << ((bit - 1) & 7)))
      }
      register = (register << 1) ^ (register & 0x80 ? 0x171 : 0)
    }
  return new Uint8Array(constants.buffer)
}
