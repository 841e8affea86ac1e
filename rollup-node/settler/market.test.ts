import { bytesToHex, type Hex, numberToHex, parseEther, parseGwei } from 'viem'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { executeAddress, type MarketOptions, marketGasSchedule, marketSlots } from '../../execute/index.ts'
import { infraAddress } from '../keys.ts'
import { createTestNetwork, type TestNetwork } from '../testing/createTestNetwork.ts'
import { transfer } from '../testing/transfer.ts'

const recipient = '0x00000000000000000000000000000000000b0b00'
let network: TestNetwork

afterEach(() => network.stop())

/** Rollups with a block each whose data is on L1, which seals only when told. */
async function postedRollups(count: number, market: MarketOptions) {
  network = await createTestNetwork({
    rollups: count,
    settle: 'manual',
    l1Mining: { mode: 'manual' },
    executeGas: marketGasSchedule(market),
  })
  for (const { node } of network.rollups) await transfer(node, recipient, parseEther('1'))
  await sealUntil(Promise.all(network.rollups.map((rollup) => rollup.posted(1n))))
  return network
}

async function sealUntil<T>(reached: Promise<T>): Promise<T> {
  let done = false
  const ending = reached.finally(() => {
    done = true
  })
  // So that a rejection is heard even while a block is sealed.
  ending.catch(() => {})
  while (!done) {
    await network.l1.seal()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return ending
}

describe('settlement where EXECUTE gas has a market', () => {
  test('two settlements over the limit of a block land in two, and neither fails', async () => {
    const { l1, rollups } = await postedRollups(2, { limit: 10_010_000n, target: 20_000n })
    const pooled = new Promise<void>((resolve) => {
      let count = 0
      l1.onTransaction(() => ++count === 2 && resolve())
    })
    const advances = Promise.all(rollups.map((rollup) => rollup.advance()))
    await pooled
    const [first, second] = [await l1.seal(), await l1.seal()]
    expect([first, second].map(({ block }) => block.transactions.length)).toEqual([1, 1])
    expect([first, second].flatMap(({ receipts }) => receipts.map(({ status }) => status))).toEqual([true, true])
    const results = (await sealUntil(advances)).flat()
    expect(results.map(({ l1Block }) => l1Block).sort()).toEqual(
      [first, second].map(({ block }) => block.header.number),
    )
    const excess = second.state.getStorage(Buffer.from(executeAddress.slice(2), 'hex'), marketSlots.excess)
    expect(BigInt(bytesToHex(excess))).toBe(rollups[0]!.node.head().block.header.gasUsed - 20_000n)
  })

  test('a settlement that waits while EXECUTE gets dearer is sent anew with more gas', async () => {
    const { l1, rollups } = await postedRollups(1, { limit: 10_010_000n, target: 10_000n })
    const request = <T>(method: string, ...params: unknown[]) => l1.request({ method, params }) as Promise<T>
    const gasLimits: bigint[] = []
    const next = () =>
      new Promise<void>((resolve) => {
        const stop = l1.onTransaction(({ transaction }) => {
          gasLimits.push(transaction.gasLimit)
          stop()
          resolve()
        })
      })
    const pooled = next()
    const advance = rollups[0]!.advance()
    await pooled
    const again = next()
    // e times the least price, in blocks whose base fee keeps the transaction out.
    const excess = numberToHex(90_000_000n, { size: 32 })
    await request('anvil_setStorageAt', executeAddress, bytesToHex(marketSlots.excess), excess)
    for (let block = 0; block < 3; block++) {
      await request('anvil_setNextBlockBaseFeePerGas', numberToHex(parseGwei('900')))
      await l1.seal()
    }
    await again
    expect(await sealUntil(advance)).toMatchObject([{ first: 1n, last: 1n }])
    expect(gasLimits[1]).toBeGreaterThan(gasLimits[0]! + 1_000_000n)
    expect(await request<Hex>('eth_getTransactionCount', infraAddress('settler', 901), 'latest')).toBe('0x1')
  })

  test('a price that no transaction could hold is waited for, without an attempt', async () => {
    const { l1, rollups } = await postedRollups(1, { limit: 10_010_000n, target: 5_000_000n, minPrice: 1_000n })
    const request = <T>(method: string, ...params: unknown[]) => l1.request({ method, params }) as Promise<T>
    const excess = 40_000_000n
    const { number } = l1.head().block.header
    const slot = bytesToHex(marketSlots.excess)
    await request('anvil_setStorageAt', executeAddress, slot, numberToHex(excess, { size: 32 }))
    await l1.seal()
    const advancing = rollups[0]!.advance()
    await vi.waitFor(() => expect(rollups[0]!.status().obstacle).toBeDefined())
    const { code, message, hint } = rollups[0]!.status().obstacle!
    expect(code).toBe('EXECUTE_TOO_DEAR')
    expect(message).toMatch(/^block 1 cannot be settled at EXECUTE's price of 2\.\d+ L1 gas per gas/)
    expect(hint).toMatch(/evm_mine.* gasLimit [78]\d00000 /)
    const [advance] = await sealUntil(advancing)
    expect(rollups[0]!.status().obstacle).toBeUndefined()
    expect(advance).toMatchObject({ first: 1n, last: 1n })
    // A transaction holds 2^24 gas at most, 1.65 for each of 10 million: prices are 2.3, 2.0, 1.8 and then 1.6.
    expect(advance!.l1Block).toBeGreaterThanOrEqual(number + 4n)
    const settler = infraAddress('settler', 901)
    expect(await request<Hex>('eth_getTransactionCount', settler, 'latest')).toBe('0x1')
  })
})
