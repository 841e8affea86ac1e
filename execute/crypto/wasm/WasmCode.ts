/**
 * Writes the body of one WebAssembly function that works on 64-bit words, in the order of a stack machine: operands first.
 * What a hash needs and no more; names are those of the specification's text format.
 */
export class WasmCode {
  readonly bytes: number[] = []

  /** Pushes a local: parameters first, which are i32, then the words. */
  get(local: number): this {
    return this.write(0x20, local)
  }

  set(local: number): this {
    return this.write(0x21, local)
  }

  /** Sets a local and leaves its value on the stack. */
  tee(local: number): this {
    return this.write(0x22, local)
  }

  i32(value: number): this {
    return this.write(0x41, ...signed(value))
  }

  i32Load8(offset: number): this {
    return this.write(0x2d, 0, ...unsigned(offset))
  }

  i32Add(): this {
    return this.write(0x6a)
  }

  i32Eq(): this {
    return this.write(0x46)
  }

  i32Ne(): this {
    return this.write(0x47)
  }

  /** Pushes the word at address + offset. Addresses are aligned to 8 bytes or not: it is only a hint. */
  load(offset: number): this {
    return this.write(0x29, 0, ...unsigned(offset))
  }

  store(offset: number): this {
    return this.write(0x37, 0, ...unsigned(offset))
  }

  add(): this {
    return this.write(0x7c)
  }

  and(): this {
    return this.write(0x83)
  }

  xor(): this {
    return this.write(0x85)
  }

  /** Inverts all bits. */
  not(): this {
    return this.write(0x42, 0x7f, 0x85)
  }

  rotateLeft(bits: number): this {
    return this.write(0x42, ...signed(bits), 0x89)
  }

  rotateRight(bits: number): this {
    return this.write(0x42, ...signed(bits), 0x8a)
  }

  /** `body` at least once, and again as long as it leaves a truth on the stack. */
  repeat(body: () => void): this {
    this.write(0x03, 0x40)
    body()
    return this.write(0x0d, 0, 0x0b)
  }

  /** `body` if there is a truth on the stack. */
  when(body: () => void): this {
    this.write(0x04, 0x40)
    body()
    return this.write(0x0b)
  }

  private write(...bytes: number[]): this {
    this.bytes.push(...bytes)
    return this
  }
}

/** LEB128. */
export function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)]
}

function signed(value: number): number[] {
  return value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)]
}
