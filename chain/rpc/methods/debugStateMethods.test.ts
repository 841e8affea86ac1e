import { type Hex, keccak256, toHex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestNode, testAccounts } from '../../testing/createTestNode.ts'

const contract: Hex = '0xc000000000000000000000000000000000000001'
const receiver: Hex = '0x00000000000000000000000000000000000b0b00'
const sender = testAccounts[0]!.address.toLowerCase() as Hex
const word = (value: number) => toHex(value, { size: 32 })
/** storage[calldata[0]] = calldata[1] */
const code = '0x602035600035550000'

let at: Awaited<ReturnType<typeof createTestNode>>
const request = <T = unknown>(method: string, ...params: unknown[]) => at.node.request({ method, params }) as Promise<T>
const store = (slot: number, value: number, nonce: number) =>
  at.wallet.sendTransaction({ to: contract, data: `${word(slot)}${word(value).slice(2)}`, gas: 100_000n, nonce })

/** Block 1 sets the slots 1 to 5; block 2 sets slot 1 anew, then clears slot 2. Block 3 pays. */
beforeAll(async () => {
  at = await createTestNode({ mining: { mode: 'manual' }, alloc: { [contract]: { code } } })
  for (let slot = 1; slot <= 5; slot++) await store(slot, slot, slot - 1)
  await at.node.seal()
  await store(1, 9, 5)
  await store(2, 0, 6)
  await at.node.seal()
  await at.wallet.sendTransaction({ to: receiver, value: 1n, gas: 21_000n, nonce: 7 })
  await at.node.seal()
})
afterAll(() => at.node.close())

type Range = { storage: Record<Hex, { key: null; value: Hex }>; nextKey: Hex | null }
const range = (block: string, index: number, from: Hex, most: number) =>
  request<Range>('debug_storageRangeAt', block, index, contract, from, most)
const slotIn = ({ storage }: Range, slot: number) => storage[keccak256(word(slot))]?.value

test('storage is that which a transaction finds', async () => {
  const [before, between, after] = [
    await range('0x2', 0, '0x', 10),
    await range('0x2', 1, '0x', 10),
    await range('0x3', 0, '0x', 10),
  ]
  expect([before, between, after].map((state) => [slotIn(state, 1), slotIn(state, 2)])).toEqual([
    [word(1), word(2)],
    [word(9), word(2)],
    [word(9), undefined],
  ])
  expect(Object.keys((await range('0x1', 0, '0x', 10)).storage)).toEqual([])
  await expect(range('0x2', 2, '0x', 10)).rejects.toMatchObject({ code: -32000 })
})

test('storage comes in pages, in the order of the hashes', async () => {
  const hashes = [1, 2, 3, 4, 5].map((slot) => keccak256(word(slot))).sort()
  const first = await range('0x2', 0, '0x', 2)
  expect(Object.keys(first.storage)).toEqual(hashes.slice(0, 2))
  expect(first.nextKey).toBe(hashes[2])
  const rest = await range('0x2', 0, first.nextKey!, 10)
  expect(Object.keys(rest.storage)).toEqual(hashes.slice(2))
  expect(rest.nextKey).toBeNull()
  const byPrefix = await range('0x2', 0, hashes[3]!.slice(0, 6) as Hex, 10)
  expect(Object.keys(byPrefix.storage)).toEqual(hashes.slice(3))
})

test('modified accounts are those that differ, by number and by hash', async () => {
  const coinbase = (await at.client.getBlock({ blockNumber: 1n })).miner
  const accounts = (...own: Hex[]) => [...own, coinbase].sort()
  const byNumber = async (...params: unknown[]) =>
    (await request<Hex[]>('debug_getModifiedAccountsByNumber', ...params)).sort()
  expect(await byNumber(2)).toEqual(accounts(sender, contract))
  expect(await byNumber('0x3')).toEqual(accounts(sender, receiver))
  expect(await byNumber(0, 3)).toEqual(accounts(sender, contract, receiver))
  const hashes = await Promise.all(
    [1n, 3n].map(async (blockNumber) => (await at.client.getBlock({ blockNumber })).hash),
  )
  expect((await request<Hex[]>('debug_getModifiedAccountsByHash', ...hashes)).sort()).toEqual(await byNumber(1, 3))
  await expect(byNumber(3, 1)).rejects.toMatchObject({ code: -32000 })
  await expect(byNumber(0)).rejects.toMatchObject({ code: -32000 })
  await expect(byNumber(99)).rejects.toMatchObject({ code: -32000 })
})

test('intermediate roots: one for each transaction, the last one that of the block', async () => {
  const { hash, stateRoot } = await at.client.getBlock({ blockNumber: 2n })
  const roots = await request<Hex[]>('debug_intermediateRoots', hash)
  expect(roots).toHaveLength(2)
  expect(roots[0]).not.toBe(roots[1])
  expect(roots[1]).toBe(stateRoot)
})

test('there are no bad blocks', async () => {
  expect(await request('debug_getBadBlocks')).toEqual([])
})
