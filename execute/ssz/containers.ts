import { assertLength } from './basic.ts'
import type { Codec } from './Codec.ts'
import { within } from './Codec.ts'
import { MalformedInput } from './MalformedInput.ts'
import { merkleize, merkleizeProgressive, mixInActiveFields } from './merkleize.ts'
import { assertFirstOffset, assertOffset, OFFSET_SIZE, readOffset, writeOffset } from './offsets.ts'

/** An optional property may be left out of the fields; if it is one of them, every value must have it. */
type Fields<T> = { [K in keyof T]: Codec<NonNullable<T[K]>> }

/** Container of `fields`, in the order they are written down. */
export function container<T extends object>(fields: Fields<T>): Codec<T> {
  return containerCodec(fields, merkleize)
}

/** ProgressiveContainer (EIP-7495) with every field active: encoded like a container, hashed so that later fields move no earlier one. */
export function progressiveContainer<T extends object>(fields: Fields<T>): Codec<T> {
  const count = Object.keys(fields).length
  return containerCodec(fields, (chunks) => mixInActiveFields(merkleizeProgressive(chunks), count))
}

function containerCodec<T extends object>(
  fields: Fields<T>,
  merkleizeFields: (chunks: Uint8Array) => Uint8Array,
): Codec<T> {
  const entries = (Object.entries(fields) as [keyof T & string, Codec<unknown>][]).map(([name, codec]) => ({
    name,
    codec,
  }))
  const fixedPart = entries.reduce((total, { codec }) => total + (codec.fixedSize ?? OFFSET_SIZE), 0)
  const isFixed = entries.every(({ codec }) => codec.fixedSize !== undefined)

  const fieldOf = (value: T, name: keyof T & string): unknown => {
    if (value[name] !== undefined) return value[name]
    throw new MalformedInput('SSZ_MISSING_FIELD', `has no ${name}`, { expected: name })
  }

  return {
    fixedSize: isFixed ? fixedPart : undefined,
    size(value) {
      return entries.reduce(
        (total, { name, codec }) => (codec.fixedSize === undefined ? total + codec.size(fieldOf(value, name)) : total),
        fixedPart,
      )
    },
    write(value, out, start) {
      let at = start
      let offset = fixedPart
      for (const { name, codec } of entries) {
        const field = fieldOf(value, name)
        if (codec.fixedSize !== undefined) {
          within(name, () => codec.write(field, out, at))
          at += codec.fixedSize
          continue
        }
        writeOffset(out, at, offset)
        within(name, () => codec.write(field, out, start + offset))
        at += OFFSET_SIZE
        offset += codec.size(field)
      }
    },
    read(bytes) {
      if (isFixed || bytes.length < fixedPart) assertLength(bytes, fixedPart)
      const slices = slicesOf(bytes, entries, fixedPart)
      return Object.fromEntries(
        entries.map(({ name, codec }, i) => [name, within(name, () => codec.read(slices[i]!))]),
      ) as T
    },
    root(value) {
      const chunks = new Uint8Array(32 * entries.length)
      for (const [i, { name, codec }] of entries.entries()) chunks.set(codec.root(fieldOf(value, name)), 32 * i)
      return merkleizeFields(chunks)
    },
  }
}

function slicesOf(bytes: Uint8Array, entries: { codec: Codec<unknown> }[], fixedPart: number): Uint8Array[] {
  const slices: Uint8Array[] = []
  let at = 0
  let open: { index: number; start: number } | undefined
  entries.forEach(({ codec }, index) => {
    if (codec.fixedSize !== undefined) {
      slices[index] = bytes.subarray(at, at + codec.fixedSize)
      at += codec.fixedSize
      return
    }
    const offset = readOffset(bytes, at)
    at += OFFSET_SIZE
    if (open === undefined) assertFirstOffset(offset, fixedPart)
    assertOffset(offset, open?.start ?? fixedPart, bytes.length)
    if (open !== undefined) slices[open.index] = bytes.subarray(open.start, offset)
    open = { index, start: offset }
  })
  if (open !== undefined) slices[open.index] = bytes.subarray(open.start)
  return slices
}
