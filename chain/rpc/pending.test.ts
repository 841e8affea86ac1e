import { type Hex, numberToHex, pad } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testContracts } from '../testing/contracts.ts'
import { createTestNode, testAccounts } from '../testing/createTestNode.ts'

const counter: Hex = '0xc0000000000000000000000000000000000000c1'
const recipient = testAccounts[1]!.address
const before = 10_000n * 10n ** 18n
let at: Awaited<ReturnType<typeof createTestNode>>
let hashes: Hex[]

beforeAll(async () => {
  at = await createTestNode({ mining: { mode: 'manual' }, alloc: { [counter]: { code: testContracts.counter } } })
  const fees = { maxFeePerGas: 10n ** 10n, maxPriorityFeePerGas: 10n ** 9n, gas: 100_000n }
  hashes = [
    await at.wallet.sendTransaction({ to: recipient, value: 5n, nonce: 0, ...fees }),
    await at.wallet.sendTransaction({ to: counter, data: pad('0x7'), nonce: 1, ...fees }),
  ]
})
afterAll(() => at.node.close())

const request = (method: string, ...params: unknown[]) => at.node.request({ method, params })

test('the pending state holds what waits in the pool, and the latest does not', async () => {
  for (const [blockTag, value] of [
    ['pending', 5n],
    ['latest', 0n],
  ] as const) {
    expect(await at.client.getBalance({ address: recipient, blockTag })).toBe(before + value)
    const count = numberToHex(value && 1n, { size: 32 })
    expect(await at.client.getStorageAt({ address: counter, slot: '0x0', blockTag })).toBe(count)
  }
})

test('calls run on the pending block: after its transactions, with its number', async () => {
  const call = (blockTag: 'pending' | 'latest') => at.client.call({ to: counter, blockTag })
  expect((await call('pending')).data).toBe(numberToHex(2, { size: 32 }))
  expect((await call('latest')).data).toBe(numberToHex(1, { size: 32 }))
  const number = { data: '0x435f5260205ff3' } as const
  expect(await request('eth_call', number, 'pending')).toBe(numberToHex(1, { size: 32 }))
  // A slot that is no longer zero costs less to write.
  const [pending, latest] = [
    await request('eth_estimateGas', { to: counter }, 'pending'),
    await request('eth_estimateGas', { to: counter }, 'latest'),
  ]
  expect(BigInt(pending as Hex)).toBeLessThan(BigInt(latest as Hex))
})

test('the pending block has these transactions, by count and by index', async () => {
  expect(await at.client.getBlockTransactionCount({ blockTag: 'pending' })).toBe(2)
  expect(await request('eth_getTransactionByBlockNumberAndIndex', 'pending', '0x1')).toMatchObject({
    hash: hashes[1],
    blockHash: null,
  })
  expect(await request('eth_getHeaderByNumber', 'pending')).toMatchObject({ number: '0x1', hash: null })
  expect(await request('eth_getBlockReceipts', 'pending')).toMatchObject(
    hashes.map((transactionHash) => ({ transactionHash, status: '0x1' })),
  )
})

test('asking changes nothing', async () => {
  expect(await at.client.getBlockNumber()).toBe(0n)
  expect(await request('txpool_status')).toEqual({ pending: '0x2', queued: '0x0' })
  const { block } = await at.node.seal()
  expect(block.transactions).toHaveLength(2)
})
