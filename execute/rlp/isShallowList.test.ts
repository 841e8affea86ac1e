import { RLP } from '@ethereumjs/rlp'
import { describe, expect, it } from 'vitest'
import { isShallowList } from './isShallowList.ts'

describe('shallow RLP lists', () => {
  it.each([
    [[], 1, true],
    [[new Uint8Array(60)], 1, true],
    [[[]], 1, false],
    [[[], [[new Uint8Array(1)]]], 3, true],
    [[[], [[new Uint8Array(1)]]], 2, false],
  ] as const)('case %#', (list, depth, shallow) => {
    expect(isShallowList(RLP.encode(list as never), depth)).toBe(shallow)
  })

  it('are no other bytes', () => {
    expect(isShallowList(new Uint8Array(), 4)).toBe(false)
    expect(isShallowList(Uint8Array.of(0x80), 4)).toBe(false)
    expect(isShallowList(Uint8Array.of(0xc0, 0), 4)).toBe(false)
  })

  it('are told from a hundred thousand lists in each other at once', () => {
    const depth = 100_000
    const bytes = Buffer.alloc(4 * depth)
    for (let at = 0; at < bytes.length; at += 4) bytes.writeUInt32BE(0xfa000000 + (bytes.length - at - 4), at)
    const start = process.cpuUsage()
    expect(isShallowList(bytes, 4)).toBe(false)
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(100)
  })
})
