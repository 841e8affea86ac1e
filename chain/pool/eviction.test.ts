import { createTx } from '@ethereumjs/tx'
import { type Hex, numberToHex, pad, parseGwei } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createChainRules, impersonate } from '../../execute/index.ts'
import { fromHex } from '../hex.ts'
import { createTestNode } from '../testing/createTestNode.ts'
import { createTransactionPool } from './TransactionPool.ts'

const rules = createChainRules({ chainId: 900, forks: { osaka: 0 } })
const senderOf = (index: number): Hex => pad(numberToHex(0x5e4d_0000 + index), { size: 20 })
const senders = 10_000
let node: Awaited<ReturnType<typeof createTestNode>>['node']

beforeAll(async () => {
  const balance = 10n ** 18n
  const alloc = Object.fromEntries(Array.from({ length: senders }, (_, i) => [senderOf(i), { balance }]))
  node = (await createTestNode({ alloc })).node
})
afterAll(() => node.close())

function createPool(capacity?: number) {
  return createTransactionPool(
    { name: 'test', types: [2], ...(capacity && { capacity }) },
    {
      head: node.head,
      state: () => node.head().state,
      fees: () => ({ baseFee: parseGwei('1'), blobBaseFee: 0n }),
      holdBlobs: () => false,
    },
  )
}

/** A transaction of a sender, which needs no key. */
function from(sender: number, nonce: number, tip: number) {
  const transaction = createTx(
    {
      type: 2,
      chainId: 900,
      nonce,
      gasLimit: 21_000,
      maxFeePerGas: parseGwei('50'),
      maxPriorityFeePerGas: tip,
      to: senderOf(0),
      v: 0,
      r: BigInt(senderOf(sender)),
      s: 1,
    },
    { common: rules.common(node.head().block.header.timestamp) },
  )
  return { transaction: impersonate(transaction, fromHex(senderOf(sender))) }
}

describe('a full pool', () => {
  test('takes hundreds of better ones without looking through the whole of it each time', () => {
    const pool = createPool(9000)
    for (let i = 0; i < 9000; i++) pool.add(from(i, 0, 1 + (i % 977)))
    const more = Array.from({ length: 300 }, (_, i) => from(9000 + i, 0, 2000 + i))
    const started = performance.now()
    for (const raw of more) pool.add(raw)
    if (process.env.LOG_LEVEL) console.log({ evicting: performance.now() - started })
    const { pending } = pool.content()
    expect(pending).toHaveLength(9000)
    expect(more.every(({ transaction }) => pending.some((entry) => entry.transaction === transaction))).toBe(true)
    const lowest = pending.reduce((least, { transaction }) => {
      const tip = 'maxPriorityFeePerGas' in transaction ? transaction.maxPriorityFeePerGas : 0n
      return tip < least ? tip : least
    }, 10_000n)
    // 9000 tips from 1 to 977, about nine of each: the 300 lowest are gone.
    expect(lowest).toBeGreaterThan(29n)
  })
  test('lets the cheapest go for one that pays more, and takes no cheaper one', () => {
    const pool = createPool(3)
    const [dear, cheap] = [from(0, 0, 30), from(1, 0, 10)].map((raw) => pool.add(raw))
    pool.add(from(2, 0, 20))
    const dropped: Hex[] = []
    pool.onDropped(({ entry }) => dropped.push(entry.hash))
    expect(() => pool.add(from(3, 0, 10))).toThrow('txpool is full')
    const newest = pool.add(from(3, 0, 11))
    expect(dropped).toEqual([cheap!.hash])
    expect(pool.content().pending).toHaveLength(3)
    expect([dear!.hash, newest.hash].map((hash) => pool.get(hash)?.hash)).toEqual([dear!.hash, newest.hash])
  })

  test('leaves no gap: of a sender the last one goes first', () => {
    const pool = createPool(3)
    const entries = [from(0, 0, 1), from(0, 1, 50), from(1, 0, 60)].map((raw) => pool.add(raw))
    pool.add(from(2, 0, 55))
    expect(entries.map(({ hash }) => pool.get(hash) !== undefined)).toEqual([true, false, true])
    expect(pool.content().queued).toEqual([])
  })

  test('still takes replacements', () => {
    const pool = createPool(1)
    pool.add(from(0, 0, 1_000_000_000))
    const raised = from(0, 0, 1_100_000_000)
    Object.assign(raised.transaction, { maxFeePerGas: parseGwei('55') })
    expect(pool.add(raised).nonce).toBe(0n)
    expect(pool.content().pending).toHaveLength(1)
  })
})

test('ten thousand transactions cost no more each than the first thousand did', () => {
  const pool = createPool()
  const transactions = Array.from({ length: senders }, (_, i) => from(i, 0, 1 + (i % 977)))
  const timed = (run: () => void) => {
    // CPU time: the machine's other work is not ours.
    const started = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(started)
    return (user + system) / 1000
  }
  const perThousand = Array.from({ length: 10 }, (_, thousand) =>
    timed(() => {
      for (const raw of transactions.slice(thousand * 1000, (thousand + 1) * 1000)) pool.add(raw)
    }),
  )
  // What grows with the pool's size would be ten times the first by now, and the first also warms up the code.
  expect(Math.min(...perThousand.slice(5))).toBeLessThan(3 * perThousand[0]!)
  const best = pool.best(parseGwei('1'))
  const picking = timed(() => {
    for (let picked = 0; picked < senders; picked++) {
      if (best.peek() === undefined) throw new TypeError('a transaction is missing')
      best.take()
    }
  })
  expect(best.peek()).toBeUndefined()
  if (process.env.LOG_LEVEL) console.log({ perThousand, picking })
  expect(picking).toBeLessThan(5000)
})
