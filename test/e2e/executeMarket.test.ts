import { bytesToHex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDevnet, type Devnet } from '../../devnet/index.ts'
import { excessAfter, executeAddress, marketGasSchedule, marketSlots } from '../../execute/index.ts'

/** Each L1 block has room for one settlement that has used some gas, and is above the target with it. */
const numbers = { limit: 10_030_000, target: 15_000, minPrice: 200 }
const market = marketGasSchedule({ limit: 10_030_000n, target: 15_000n, minPrice: 200n }).market!

describe('a devnet whose EXECUTE gas has a market', () => {
  let devnet: Devnet
  beforeAll(async () => {
    devnet = await createDevnet({ rollups: 3, l1: { slot: 0.25, executeGas: { market: numbers } } })
  })
  afterAll(() => devnet?.stop())

  async function recordAt(blockNumber: bigint) {
    const read = async (slot: Uint8Array) => {
      const at = { address: executeAddress, slot: bytesToHex(slot), blockNumber } as const
      return BigInt((await devnet.l1.client.getStorageAt(at)) ?? 0)
    }
    return { excess: await read(marketSlots.excess), used: await read(marketSlots.used) }
  }

  test('behavior: rollups settle beside each other, and no L1 block takes more than its limit', async () => {
    const to = devnet.accounts[1]!.address
    await Promise.all(
      Object.entries(devnet.rollups).map(async ([rollup, { client }]) => {
        for (let sent = 0; sent < 2; sent++) await client.sendTransaction({ to, value: 1n })
        const hash = await client.sendTransaction({ to, value: 1n })
        const { blockNumber } = await client.waitForTransactionReceipt({ hash })
        await devnet.waitForFinalized({ rollup, blockNumber })
      }),
    )
    await devnet.withdraw({ rollup: 'r2', value: 1n })

    const { chains } = await devnet.status()
    const [l1, ...rollups] = chains
    expect(l1!.executeGas).toMatchObject({ limit: market.limit, target: market.target, minPrice: 200n })
    expect(rollups.map(({ executeGas }) => executeGas)).toEqual([undefined, undefined, undefined])

    const records = await Promise.all(Array.from({ length: Number(l1!.latest) + 1 }, (_, n) => recordAt(BigInt(n))))
    expect(records.filter(({ used }) => used > 0n).length).toBeGreaterThanOrEqual(3)
    for (const [before, { excess, used }] of records.slice(1).map((record, n) => [records[n]!, record] as const)) {
      expect(used).toBeLessThanOrEqual(market.limit)
      expect(excess).toBe(excessAfter(market, before))
    }
  })
})
