/** Bytecode being written: instructions, and behind them data that they copy to memory. */
export type Assembly = {
  op(...bytes: number[]): void
  push(value: bigint): void
  /** Copies `bytes` to memory at `offset`. */
  load(bytes: Uint8Array, offset: number): void
  /** Where the next instruction lands, for a jump back. */
  position(): number
  finish(): Uint8Array
}

const PUSH2 = 0x61
const CODECOPY = 0x39

export function createAssembly(): Assembly {
  const code: number[] = []
  const data: { at: number; bytes: Uint8Array }[] = []

  function push(value: bigint): void {
    if (value === 0n) {
      code.push(0x5f)
      return
    }
    const digits = value.toString(16)
    const bytes = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex')
    code.push(0x5f + bytes.length, ...bytes)
  }

  return {
    op: (...bytes) => code.push(...bytes),
    push,
    load(bytes, offset) {
      push(BigInt(bytes.length))
      data.push({ at: code.length + 1, bytes })
      code.push(PUSH2, 0, 0)
      push(BigInt(offset))
      code.push(CODECOPY)
    },
    position: () => code.length,
    finish() {
      let end = code.length
      for (const { at, bytes } of data) {
        code[at] = end >> 8
        code[at + 1] = end & 0xff
        end += bytes.length
      }
      return Uint8Array.from([...code, ...data.flatMap(({ bytes }) => [...bytes])])
    },
  }
}
