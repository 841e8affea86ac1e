import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toQuantity } from '../../../hex.ts'
import { testContracts } from '../../../testing/contracts.ts'
import { createTestNode, testAccounts } from '../../../testing/createTestNode.ts'

const [from, to] = testAccounts.map(({ address }) => address.toLowerCase()) as [`0x${string}`, `0x${string}`]
const counter = `0x${'c0'.repeat(20)}` as const
const reverter = `0x${'0e'.repeat(20)}` as const
const topic = `0x${'00'.repeat(31)}05` as const

let at: Awaited<ReturnType<typeof createTestNode>>
const simulate = (blockStateCalls: object[], options: object = {}, block = 'latest') =>
  at.node.request({ method: 'eth_simulateV1', params: [{ blockStateCalls, ...options }, block] })

beforeAll(async () => {
  at = await createTestNode({ alloc: { [reverter]: { code: testContracts.reverter } } })
})
afterAll(() => at.node.close())

describe('eth_simulateV1', () => {
  test('blocks follow one another, gaps filled, and nothing of it stays', async () => {
    const state = { [counter]: { code: testContracts.counter } }
    const blocks = (await simulate([
      { stateOverrides: state, calls: [{ from, to: counter, input: topic }] },
      { blockOverrides: { number: '0x3' }, calls: [{ from, to: counter, input: topic }] },
    ])) as { number: string; hash: string; parentHash: string; timestamp: string; calls: Record<string, unknown>[] }[]
    expect(blocks.map(({ number }) => number)).toEqual(['0x1', '0x2', '0x3'])
    const start = Number(at.node.genesis.block.header.timestamp)
    expect(blocks.map(({ timestamp }) => Number(timestamp) - start)).toEqual([12, 24, 36])
    expect(blocks[2]!.parentHash).toBe(blocks[1]!.hash)
    expect(blocks.map(({ calls }) => calls[0]?.returnData)).toEqual([
      `0x${'00'.repeat(31)}01`,
      undefined,
      `0x${'00'.repeat(31)}02`,
    ])
    expect(blocks[2]!.calls[0]!.logs).toMatchObject([
      { address: counter, topics: [topic], blockHash: blocks[2]!.hash, blockNumber: '0x3', logIndex: '0x0' },
    ])
    expect(await at.client.getCode({ address: counter })).toBeUndefined()
    expect(await at.client.getBlockNumber()).toBe(0n)
  })

  test('viem reads it', async () => {
    const [block] = await at.client.simulateBlocks({
      blocks: [
        {
          calls: [
            { account: from, to, value: 7n },
            { account: from, to: reverter, data: '0x12' },
          ],
        },
      ],
      traceTransfers: true,
    })
    expect(block?.calls.map(({ status, gasUsed }) => [status, gasUsed])).toMatchObject([
      ['success', 21_000n],
      ['failure', expect.any(BigInt)],
    ])
    expect(block?.calls[0]?.logs).toHaveLength(1)
  })

  test('whole transactions name their sender', async () => {
    const [block] = (await simulate([{ calls: [{ from, to }] }], { returnFullTransactions: true })) as {
      transactions: object[]
    }[]
    expect(block!.transactions).toMatchObject([{ from, to, nonce: '0x0', type: '0x2', r: '0x0', s: '0x0' }])
  })

  test.each<[string, number, object[], object]>([
    [
      'numbers that do not rise',
      -38020,
      [{ blockOverrides: { number: '0x2' } }, { blockOverrides: { number: '0x2' } }],
      {},
    ],
    ['timestamps that do not rise', -38021, [{ blockOverrides: { time: '0x1' } }], {}],
    ['too many blocks', -38026, [{ blockOverrides: { number: toQuantity(1000) } }], {}],
    ['no blocks', -32602, [], {}],
    ['more gas than the block has', -38015, [{ calls: [{ from, to, gas: toQuantity(40_000_000) }] }], {}],
    ['too little gas', -38013, [{ calls: [{ from, to, gas: '0x1' }] }], {}],
    ['too little ETH', -38014, [{ calls: [{ from: counter, to, value: '0x1' }] }], {}],
    ['a fee below what is asked', -38012, [{ calls: [{ from, to }] }], { validation: true }],
    ['a nonce too high', -38011, [{ calls: [{ from, to, nonce: '0x9' }] }], { validation: true }],
    ['moving what is no precompile', -32000, [{ stateOverrides: { [to]: { movePrecompileToAddress: counter } } }], {}],
  ])('error: %s', async (_, code, blocks, options) => {
    await expect(simulate(blocks, options)).rejects.toMatchObject({ code })
  })
})
