import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SealedBlock } from '../../execute/index.ts'
import { type BloomBits, createBloomIndex } from './BloomIndex.ts'

function blockWith(number: number, bits: readonly number[]): SealedBlock {
  const logsBloom = new Uint8Array(256)
  for (const bit of bits) logsBloom[255 - (bit >> 3)]! |= 1 << (bit & 7)
  return { block: { header: { number: BigInt(number), logsBloom } } } as SealedBlock
}

/** A chain whose head moves, and the index that follows it. */
function createChain(start: number) {
  const index = createBloomIndex(start)
  const blocks: (number[] | undefined)[] = Array.from({ length: start + 1 })
  return {
    index,
    blocks,
    /** Takes blocks off and puts others on. */
    move(back: number, added: number[][], oldestBlock = 0) {
      const head = blocks.length - 1
      const removed = blocks.splice(Math.max(1, blocks.length - back)).map((bits, i, { length }) => {
        return blockWith(head - length + 1 + i, bits ?? [])
      })
      const from = blocks.length
      blocks.push(...added)
      const change = { removed: removed.reverse(), added: added.map((bits, i) => blockWith(from + i, bits)) }
      index.follow(change, oldestBlock)
    },
    candidates(criteria: BloomBits[][], from = 0): number[] {
      return blocks.flatMap((_, number) =>
        number >= from && (index.mayContain(number >> 5, criteria) >>> (number % 32)) & 1 ? [number] : [],
      )
    },
  }
}

const value = (bits: readonly number[]) => bits as unknown as BloomBits

test('names the blocks whose bloom holds what is wanted, whatever reorgs there were', () => {
  // Few bits, so that blooms overlap.
  const bits = fc.array(fc.constantFrom(0, 1, 2, 7, 8, 31, 32, 1000, 2040, 2047), { maxLength: 5 })
  const wanted = fc.array(fc.array(fc.tuple(bitOf(), bitOf(), bitOf()), { minLength: 1, maxLength: 3 }), {
    maxLength: 3,
  })
  const moves = fc.array(fc.tuple(fc.nat(70), fc.array(bits, { maxLength: 90 })), { maxLength: 6 })
  fc.assert(
    fc.property(fc.constantFrom(0, 5, 31, 32, 990), moves, wanted, (start, moved, criteria) => {
      const chain = createChain(start)
      let known = start + 1
      for (const [back, added] of moved) {
        chain.move(back, added)
        known = Math.min(known, Math.max(1, chain.blocks.length - added.length))
      }
      const expected = chain.blocks.flatMap((has, number) =>
        number < known || criteria.every((any) => any.some((one) => one.every((bit) => has?.includes(bit))))
          ? [number]
          : [],
      )
      expect(chain.candidates(criteria as unknown as BloomBits[][])).toEqual(expected)
    }),
  )
})

function bitOf() {
  return fc.constantFrom(0, 1, 2, 7, 8, 31, 32, 1000, 2040, 2047)
}

test('blocks that a chain had before, and those that it has let go of, may hold anything', () => {
  const chain = createChain(2_000)
  expect(chain.candidates([[value([1, 2, 3])]])).toHaveLength(2_001)
  chain.move(0, Array(3_000).fill([1, 2, 3]))
  expect(chain.candidates([[value([1, 2, 4])]], 2_001)).toEqual([])
  chain.move(0, Array(1_024).fill([1, 2, 3]), 4_096)
  expect(chain.candidates([[value([1, 2, 4])]], 2_001)).toEqual(Array.from({ length: 2_095 }, (_, i) => 2_001 + i))
})

test('blocks without logs take no memory, and hold nothing', () => {
  const chain = createChain(0)
  chain.move(0, Array(100).fill([]))
  expect(chain.candidates([[value([0, 0, 0])]])).toEqual([0])
  expect(chain.candidates([])).toHaveLength(101)
})
