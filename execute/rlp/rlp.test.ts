import { expect, test } from 'vitest'
import { InvalidBlock, InvalidTransaction } from '../errors.ts'
import { addressOf, createTestChain } from '../transition/chain.test-support.ts'
import type { ForkSchedule } from '../types/Fork.ts'
import { decodeBlock, encodeBlock } from './block.ts'
import { decodeHeader, encodeHeader, hashHeader } from './header.ts'
import { decodeTransaction } from './transaction.ts'

test.each<[ForkSchedule, number]>([
  [{ paris: 0 }, 16],
  [{ shanghai: 0 }, 17],
  [{ cancun: 0 }, 20],
  [{ osaka: 0 }, 21],
  [{ amsterdam: 0 }, 23],
])('blocks and headers of each fork survive encoding: %o', async (forks, fields) => {
  const chain = createTestChain({ forks })
  const types = [0, 1, 2]
  const { block } = await chain.seal(
    types.map((type, index) =>
      chain.sign(0, {
        type,
        gasPrice: undefined,
        ...(type < 2 && { gasPrice: 10n ** 11n, maxFeePerGas: undefined, maxPriorityFeePerGas: undefined }),
        to: addressOf('someone'),
        nonce: BigInt(index),
      }),
    ),
  )
  expect(block.transactions.map(({ type }) => type)).toEqual(types)
  const header = decodeHeader(encodeHeader(block.header))
  expect(header).toEqual(block.header)
  expect(Object.keys(header)).toHaveLength(fields)
  const decoded = decodeBlock(encodeBlock(block), chain.rules)
  expect(hashHeader(decoded.header)).toEqual(hashHeader(block.header))
  expect(decoded.transactions.map((transaction) => transaction.serialize())).toEqual(
    block.transactions.map((transaction) => transaction.serialize()),
  )
  expect(decoded.withdrawals).toEqual(block.withdrawals)
})

test('error: malformed headers and blocks', async () => {
  const chain = createTestChain()
  const { block } = await chain.seal()
  expect(() => decodeHeader(Uint8Array.of(0xc0))).toThrow(InvalidBlock)
  const bytes = encodeHeader(block.header)
  expect(() => decodeHeader(encodeHeader({ ...block.header, coinbase: new Uint8Array(19) }))).toThrow(
    expect.objectContaining({ code: 'MALFORMED_HEADER' }) as Error,
  )
  expect(() => decodeHeader(bytes.subarray(0, 100))).toThrow(InvalidBlock)
  for (const malformed of [
    new Uint8Array(0),
    Uint8Array.of(0x80),
    Uint8Array.of(0xc0),
    encodeBlock(block).subarray(0, 50),
    nested(100_000),
  ]) {
    expect(() => decodeBlock(malformed, chain.rules)).toThrow(
      expect.objectContaining({ code: 'MALFORMED_BLOCK' }) as Error,
    )
  }
})

/** Lists in each other, `depth` deep: a megabyte takes a recursive decoder seconds, if its stack holds them. */
function nested(depth: number): Uint8Array {
  const bytes = Buffer.alloc(4 * depth)
  for (let at = 0; at < bytes.length; at += 4) bytes.writeUInt32BE(0xfa000000 + (bytes.length - at - 4), at)
  return bytes
}

test('error: a transaction that is none, or of another chain', () => {
  const chain = createTestChain()
  const at = { timestamp: 1001n }
  for (const malformed of [
    new Uint8Array(0),
    Uint8Array.of(0x7e),
    Uint8Array.of(0x02, 0xc0),
    new Uint8Array(100).fill(0xff),
  ]) {
    expect(() => decodeTransaction(malformed, chain.rules, at)).toThrow(InvalidTransaction)
  }
})
