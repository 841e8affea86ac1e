import { type Hash, type Hex, parseEther } from 'viem'
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDevnet, type Devnet, type RollupHandle } from '../../devnet/index.ts'

let devnet: Devnet
let r1: RollupHandle
let r2: RollupHandle
beforeAll(async () => {
  devnet = await createDevnet({ rollups: 2, l1: { slot: 0.25 } })
  r1 = devnet.rollups.r1!
  r2 = devnet.rollups.r2!
})
afterAll(() => devnet?.stop())

const fresh = () => privateKeyToAddress(generatePrivateKey())

/** Lets other L1 blocks take the place of all after `number`. */
async function reorgAfter(number: bigint): Promise<void> {
  const head = await devnet.l1.client.getBlockNumber({ cacheTime: 0 })
  await devnet.l1.request({ method: 'anvil_reorg', params: [Number(head - number)] })
}

async function transfers(rollup: RollupHandle, to: Hex, count: number): Promise<Hash[]> {
  const hashes: Hash[] = []
  for (let i = 0; i < count; i++) hashes.push(await rollup.client.sendTransaction({ to, value: 1n }))
  await rollup.client.waitForTransactionReceipt({ hash: hashes.at(-1)! })
  return hashes
}

/** Every unsettled block is gone, and each block that is there is anchored to a block that L1 has. */
async function expectSettled(rollup: RollupHandle): Promise<void> {
  const head = await rollup.client.getBlockNumber({ cacheTime: 0 })
  await devnet.waitForFinalized({ rollup: rollup.name, blockNumber: head })
  const { timestamp, number } = await rollup.client.getBlock({ blockTag: 'finalized' })
  expect(number).toBeGreaterThanOrEqual(head)
  expect((await devnet.l1.client.getBlock()).timestamp).toBeGreaterThanOrEqual(timestamp)
}

describe('a reorg of L1', () => {
  test('behavior: settled and unsettled blocks of all rollups settle again, and no transaction is lost', async () => {
    const base = await devnet.l1.client.getBlockNumber({ cacheTime: 0 })
    const [first, second] = [fresh(), fresh()]
    const settled = await transfers(r1, first, 3)
    await devnet.waitForFinalized({ rollup: 'r1' })
    const unsettled = await transfers(r1, first, 2)
    const others = await transfers(r2, second, 4)
    await reorgAfter(base)
    const later = await transfers(r1, first, 1)

    await expectSettled(r1)
    await expectSettled(r2)
    for (const hash of [...settled, ...unsettled, ...later]) {
      expect(await r1.client.getTransactionReceipt({ hash })).toMatchObject({ status: 'success' })
    }
    for (const hash of others) {
      expect(await r2.client.getTransactionReceipt({ hash })).toMatchObject({ status: 'success' })
    }
    expect(await r1.client.getBalance({ address: first })).toBe(6n)
    expect(await r2.client.getBalance({ address: second })).toBe(4n)
  })

  test('behavior: messages that it undoes arrive all the same, each once', async () => {
    const recipient = fresh()
    const base = await devnet.l1.client.getBlockNumber({ cacheTime: 0 })
    await devnet.deposit({ rollup: 'r1', value: parseEther('1'), recipient })
    await devnet.send({ source: 'r1', destination: 'r2', value: parseEther('2'), recipient })
    await devnet.withdraw({ rollup: 'r2', value: parseEther('3'), recipient })
    await reorgAfter(base)

    const balances = () =>
      Promise.all([r1, r2, devnet.l1].map(({ client }) => client.getBalance({ address: recipient })))
    const expected = [1, 2, 3].map((ether) => parseEther(String(ether)))
    await expect.poll(balances, { timeout: 40_000, interval: 100 }).toEqual(expected)
    await expectSettled(r1)
    await expectSettled(r2)
    expect(await balances()).toEqual(expected)
    expect((await devnet.status()).pending).toEqual([])
  })
})
