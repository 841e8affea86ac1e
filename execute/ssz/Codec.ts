import { MalformedInput } from './MalformedInput.ts'

/**
 * One SSZ type: how its values are written, read and hashed.
 *
 * Reading is strict: a value has exactly one encoding, and any other is refused with `MalformedInput`. What is read shares
 * memory with the bytes it was read from.
 */
export type Codec<T> = {
  /** Length of every encoding in bytes, or undefined if lengths differ. */
  readonly fixedSize: number | undefined
  /** Bytes that `write` will fill. */
  size(value: T): number
  write(value: T, out: Uint8Array, at: number): void
  /** Reads a value that takes up all of `bytes`. */
  read(bytes: Uint8Array): T
  /** hash_tree_root. */
  root(value: T): Uint8Array
}

export type ValueOf<C> = C extends Codec<infer T> ? T : never

export function encode<T>(codec: Codec<T>, value: T): Uint8Array {
  const out = new Uint8Array(codec.size(value))
  codec.write(value, out, 0)
  return out
}

/** Reads an encoding; a refusal inside says where in the value it happened, `name` first. */
export function decode<T>(codec: Codec<T>, bytes: Uint8Array, name: string): T {
  return within(name, () => codec.read(bytes))
}

/** Runs `action`, prefixing the path of any refusal with `name`. */
export function within<T>(name: string | number, action: () => T): T {
  try {
    return action()
  } catch (error) {
    if (error instanceof MalformedInput) throw error.inside(name)
    throw error
  }
}
