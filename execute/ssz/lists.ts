import { assertLength } from './basic.ts'
import type { Codec } from './Codec.ts'
import { within } from './Codec.ts'
import { MalformedInput } from './MalformedInput.ts'
import { merkleize, merkleizeProgressive, mixInLength } from './merkleize.ts'
import { assertFirstOffset, assertOffset, OFFSET_SIZE, readOffset, writeOffset } from './offsets.ts'

/** List[element, limit] of elements that are not basic types. */
export function list<T>(element: Codec<T>, limit: number): Codec<T[]> {
  return listCodec(element, limit, (chunks) => merkleize(chunks, limit))
}

/** ProgressiveList[element] (EIP-7916): any number of elements, hashed as a tree that grows with it. */
export function progressiveList<T>(element: Codec<T>): Codec<T[]> {
  return listCodec(element, Number.POSITIVE_INFINITY, merkleizeProgressive)
}

function listCodec<T>(
  element: Codec<T>,
  limit: number,
  merkleizeElements: (chunks: Uint8Array) => Uint8Array,
): Codec<T[]> {
  const assertLimit = (count: number): void => {
    if (count > limit)
      throw new MalformedInput('SSZ_LIMIT', `holds ${count} elements`, { value: count, expected: `at most ${limit}` })
  }
  const { fixedSize } = element
  const layout =
    fixedSize === undefined ? variableElements(element, assertLimit) : fixedElements(element, fixedSize, assertLimit)
  return {
    fixedSize: undefined,
    ...layout,
    root(values) {
      const chunks = new Uint8Array(32 * values.length)
      for (const [i, value] of values.entries()) chunks.set(element.root(value), 32 * i)
      return mixInLength(merkleizeElements(chunks), values.length)
    },
  }
}

type Layout<T> = Pick<Codec<T[]>, 'size' | 'write' | 'read'>

function fixedElements<T>(element: Codec<T>, size: number, assertLimit: (count: number) => void): Layout<T> {
  return {
    size: (values) => size * values.length,
    write(values, out, at) {
      assertLimit(values.length)
      for (const [i, value] of values.entries()) within(i, () => element.write(value, out, at + size * i))
    },
    read(bytes) {
      const count = Math.floor(bytes.length / size)
      assertLength(bytes, size * count)
      assertLimit(count)
      return Array.from({ length: count }, (_, i) =>
        within(i, () => element.read(bytes.subarray(size * i, size * (i + 1)))),
      )
    },
  }
}

function variableElements<T>(element: Codec<T>, assertLimit: (count: number) => void): Layout<T> {
  return {
    size: (values) => values.reduce((total, value) => total + OFFSET_SIZE + element.size(value), 0),
    write(values, out, at) {
      assertLimit(values.length)
      let offset = OFFSET_SIZE * values.length
      values.forEach((value, i) => {
        writeOffset(out, at + OFFSET_SIZE * i, offset)
        within(i, () => element.write(value, out, at + offset))
        offset += element.size(value)
      })
    },
    read(bytes) {
      if (bytes.length === 0) return []
      if (bytes.length < OFFSET_SIZE) assertLength(bytes, OFFSET_SIZE)
      let start = readOffset(bytes, 0)
      const count = Math.max(1, Math.floor(start / OFFSET_SIZE))
      assertFirstOffset(start, OFFSET_SIZE * count)
      assertOffset(start, OFFSET_SIZE, bytes.length)
      assertLimit(count)
      // Hundreds of thousands of elements fit one input: no closure and no view for each.
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
      const values: T[] = []
      for (let i = 0; i < count; i++) {
        const end = i + 1 < count ? view.getUint32(OFFSET_SIZE * (i + 1), true) : bytes.length
        assertOffset(end, start, bytes.length)
        try {
          values.push(element.read(bytes.subarray(start, end)))
        } catch (error) {
          throw error instanceof MalformedInput ? error.inside(i) : error
        }
        start = end
      }
      return values
    },
  }
}
