import { pino } from 'pino'
import type { Hex } from 'viem'
import { expect, test } from 'vitest'
import { executeAddress, PrecompileGasExceeded } from '../../execute/index.ts'
import { createDeferrals } from './Deferrals.ts'

const entry = (sender: Hex, nonce: bigint) => ({ sender, nonce, hash: '0x' as const })
const blockWith = (left: bigint) => ({
  precompileGasLeft: (address: Hex) => (address === executeAddress ? left : undefined),
})
const asks = (asked: bigint) => new PrecompileGasExceeded(executeAddress, { asked, left: asked - 1n, limit: 100n })

test('a transaction waits for as much as it asked, and for a whole block’s gas if it then asks for more', () => {
  const deferrals = createDeferrals(pino({ level: 'silent' }))
  const one = entry('0x01', 5n)
  expect(deferrals.mustWait(one, blockWith(0n))).toBe(false)
  deferrals.note(one, asks(30n))
  expect([29n, 30n].map((left) => deferrals.mustWait(one, blockWith(left)))).toEqual([true, false])
  deferrals.note(one, asks(31n))
  expect([31n, 99n, 100n].map((left) => deferrals.mustWait(one, blockWith(left)))).toEqual([true, true, false])
})

test('what waits holds back neither other senders nor the same one’s next transaction', () => {
  const deferrals = createDeferrals(pino({ level: 'silent' }))
  deferrals.note(entry('0x01', 5n), asks(30n))
  for (const other of [entry('0x02', 5n), entry('0x01', 6n)])
    expect(deferrals.mustWait(other, blockWith(0n))).toBe(false)
})
