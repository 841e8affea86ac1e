import type { BlockLevelAccessList } from '@ethereumjs/util'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hex } from '../transition/chain.test-support.ts'
import type { Hex } from '../types/Hex.ts'
import { CorrectedAccessList } from './CorrectedAccessList.test-support.ts'
import { FrameAccessList } from './FrameAccessList.ts'

const addressOf = (number: number): Hex => `0x${number.toString(16).padStart(40, '0')}`
const small = fc.nat({ max: 3 })
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('write'), address: small, slot: small, value: small }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('balance'), address: small, value: small }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('read'), address: small, slot: small }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('nonce', 'code', 'touch'), address: small, value: small }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('begin', 'keep', 'undo', 'next') }) },
)
type Step = { kind: string; address?: number; slot?: number; value?: number }
type List = Pick<
  BlockLevelAccessList,
  'addAddress' | 'addStorageRead' | 'addStorageWrite' | 'addBalanceChange' | 'addNonceChange' | 'addCodeChange'
> &
  Pick<BlockLevelAccessList, 'checkpoint' | 'commit' | 'revert' | 'cleanupNetZeroBalanceChanges'> & {
    blockAccessIndex: number
  }

/** Does the steps; what was before each index is the same number for all of its changes. */
function follow(list: List, steps: readonly Step[]): void {
  let frames = 0
  let index = 1
  list.blockAccessIndex = index
  const close = () => {
    for (; frames > 0; frames--) list.commit()
    list.cleanupNetZeroBalanceChanges()
  }
  for (const { kind, address: number = 0, slot = 0, value = 0 } of steps) {
    const address = addressOf(number)
    const key = new Uint8Array(32).fill(slot, 31)
    const bytes = value === 0 ? new Uint8Array(0) : Uint8Array.of(value)
    const before = (number + slot + index) % 4
    if (kind === 'write')
      list.addStorageWrite(address, key, bytes, index, before === 0 ? new Uint8Array(0) : Uint8Array.of(before))
    else if (kind === 'balance') list.addBalanceChange(address, BigInt(value), index, BigInt((number + index) % 4))
    else if (kind === 'read') list.addStorageRead(address, key)
    else if (kind === 'nonce') list.addNonceChange(address, BigInt(value + 1), index)
    else if (kind === 'code') list.addCodeChange(address, bytes, index)
    else if (kind === 'touch') list.addAddress(address)
    else if (kind === 'begin') {
      frames++
      list.checkpoint()
    } else if (kind === 'next') {
      close()
      list.blockAccessIndex = ++index
    } else if (frames > 0) {
      frames--
      if (kind === 'keep') list.commit()
      else list.revert()
    }
  }
  close()
}

describe('FrameAccessList', () => {
  test('lists what EthereumJS lists, whatever is kept and undone', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const ours = new FrameAccessList()
        const stock = new CorrectedAccessList()
        follow(ours as unknown as List, steps)
        follow(stock, steps)
        expect(hex(ours.serialize())).toBe(hex(stock.serialize()))
        expect(hex(ours.hash())).toBe(hex(stock.hash()))
      }),
      { numRuns: 500 },
    )
  })

  test('a slot set back in a frame that fails is no read besides its change', () => {
    const list = new FrameAccessList()
    const slot = new Uint8Array(32)
    list.addStorageWrite(addressOf(1), slot, Uint8Array.of(5), 1, Uint8Array.of(4))
    list.checkpoint()
    list.addStorageWrite(addressOf(1), slot, Uint8Array.of(4), 1, Uint8Array.of(4))
    list.revert()
    // [[address, [[slot 0, [[index 0, 5]]]], [], [], [], []]]
    expect(hex(list.serialize())).toBe(`0xe1e094${addressOf(1).slice(2)}c6c580c3c28005c0c0c0c0`)
  })

  test('what an account destroyed in its first transaction had before stays listed', () => {
    const address = addressOf(1)
    const list = new FrameAccessList()
    list.blockAccessIndex = 1
    list.addBalanceChange(address, 7n, 1, 0n)
    list.cleanupNetZeroBalanceChanges()
    const before = hex(list.serialize())
    list.blockAccessIndex = 2
    list.addNonceChange(address, 1n, 2)
    list.addCodeChange(address, Uint8Array.of(0), 2)
    list.addBalanceChange(address, 7n, 2, 7n)
    list.cleanupSelfdestructed([address], new Map([[address, 7n]]))
    list.cleanupNetZeroBalanceChanges()
    expect(hex(list.serialize())).toBe(before)
  })

  test('a slot that one system call changes and another sets back is read', () => {
    const list = new FrameAccessList()
    const slot = new Uint8Array(32)
    list.addStorageWrite(addressOf(1), slot, Uint8Array.of(5), 0, Uint8Array.of(4))
    list.addStorageWrite(addressOf(1), slot, Uint8Array.of(4), 0, Uint8Array.of(5))
    // [[address, [], [slot 0], [], [], []]]
    expect(hex(list.serialize())).toBe(`0xdcdb94${addressOf(1).slice(2)}c0c180c0c0c0`)
  })

  test('an attempt that is abandoned leaves nothing', () => {
    const list = new FrameAccessList()
    list.addAddress(addressOf(1))
    const before = hex(list.serialize())
    list.blockAccessIndex = 1
    list.addAddress(addressOf(2))
    list.addStorageRead(addressOf(1), new Uint8Array(32))
    list.abandon()
    expect(hex(list.serialize())).toBe(before)
    expect(list.items()).toBe(1)
  })
})
