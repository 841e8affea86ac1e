import { describe, expect, test } from 'vitest'
import { type PlannedBlock, planBatch } from './planBatch.ts'

const limits = { bytes: 10_000, anchors: 10, blocks: 100 }

function block(number: bigint, transactions: number, size = 100, anchorNumber = number): PlannedBlock {
  return {
    number,
    hash: `0x${number.toString(16)}`,
    transactions,
    timestamp: number,
    anchorNumber,
    payload: new Uint8Array(size),
    witness: new Uint8Array(),
  }
}

const numbers = (blocks: PlannedBlock[]) => blocks.map((planned) => planned.number)

describe('planBatch', () => {
  test('takes everything up to the last block with transactions', () => {
    expect(numbers(planBatch([block(1n, 0), block(2n, 1), block(3n, 0), block(4n, 2), block(5n, 0)], limits))).toEqual([
      1n,
      2n,
      3n,
      4n,
    ])
  })

  test('is empty when no block has transactions, unless anchors must be kept', () => {
    const empty = [block(1n, 0), block(2n, 0)]
    expect(planBatch(empty, limits)).toEqual([])
    expect(numbers(planBatch(empty, limits, true))).toEqual([1n, 2n])
  })

  test('stops before the block that does not fit', () => {
    const blocks = [block(1n, 1, 6_000), block(2n, 1, 3_000), block(3n, 1, 3_000)]
    expect(numbers(planBatch(blocks, limits))).toEqual([1n, 2n])
  })

  test('stops before one anchor too many', () => {
    const blocks = [block(1n, 1, 1, 7n), block(2n, 1, 1, 7n), block(3n, 1, 1, 8n), block(4n, 1, 1, 9n)]
    expect(numbers(planBatch(blocks, { ...limits, anchors: 2 }))).toEqual([1n, 2n, 3n])
  })
})
