import { type Hex, keccak256, pad, toHex as textToHex } from 'viem'
import { describe, expect, test } from 'vitest'
import { encodeBlock } from '../../execute/index.ts'
import { toHex } from '../hex.ts'
import { testContracts } from '../testing/contracts.ts'
import { createTestNode, testAccounts } from '../testing/createTestNode.ts'

const counter = pad('0xc0', { size: 20 })
const alloc = { [counter]: { code: testContracts.counter } }
const manual = { mining: { mode: 'manual' }, alloc } as const

/** Sends `data` to the counter in a block of its own. */
async function count({ node, wallet }: Awaited<ReturnType<typeof createTestNode>>, data: Hex): Promise<Hex> {
  const hash = await wallet.sendTransaction({ to: counter, data, gas: 100_000n })
  await node.seal()
  return hash
}

describe('reorganisation', () => {
  test('the longer branch becomes canonical, and what only the old one had comes back to the pool', async () => {
    const a = await createTestNode(manual)
    const b = await createTestNode({ ...manual, attributes: async () => ({ extraData: Uint8Array.of(1) }) })
    const lost = await count(a, pad('0x1'))
    const old = a.node.head()
    await b.node.seal()
    await b.node.seal()

    const changes: bigint[] = []
    a.node.onBlock(({ block }) => changes.push(block.header.number))
    for (const number of [1n, 2n]) await a.node.importBlock(encodeBlock(b.node.blockByNumber(number)!.block))

    expect(toHex(a.node.head().hash)).toBe(toHex(b.node.head().hash))
    expect(changes).toEqual([1n, 2n])
    expect(a.node.blockByNumber(1n)).not.toBe(old)
    expect(a.node.blockByHash(toHex(old.hash))).toBe(old)
    expect(await a.client.getLogs({ address: counter, fromBlock: 0n })).toEqual([])
    expect(await a.client.getTransaction({ hash: lost })).toMatchObject({ blockHash: null })
    await a.node.seal()
    expect(await a.client.getTransactionReceipt({ hash: lost })).toMatchObject({ blockNumber: 3n, status: 'success' })
    await Promise.all([a.node.close(), b.node.close()])
  })

  test('BLOCKHASH on a branch is of that branch', async () => {
    // slot 0 = BLOCKHASH(NUMBER - 1 - call data)
    const reader = pad('0xbb', { size: 20 })
    const options = { ...manual, alloc: { [reader]: { code: '0x5f356001430303405f55' as const } } }
    const a = await createTestNode(options)
    const b = await createTestNode({ ...options, attributes: async () => ({ extraData: Uint8Array.of(1) }) })
    await a.node.seal()
    await b.node.seal()
    await b.wallet.sendTransaction({ to: reader, data: pad('0x0'), gas: 100_000n })
    await b.node.seal()
    for (const number of [1n, 2n]) await a.node.importBlock(encodeBlock(b.node.blockByNumber(number)!.block))
    expect(await a.client.getStorageAt({ address: reader, slot: '0x0' })).toBe(toHex(b.node.blockByNumber(1n)!.hash))
    await Promise.all([a.node.close(), b.node.close()])
  })
})

describe('logs', () => {
  test('are found by address, topic, alternatives and range', async () => {
    const context = await createTestNode(manual)
    const { node } = context
    const topics = ['one', 'two', 'three'].map((name) => keccak256(textToHex(name))) as [Hex, Hex, Hex]
    for (const topic of topics) await count(context, topic)
    await context.wallet.sendTransaction({ to: testAccounts[1]!.address, value: 1n })
    await node.seal()

    const found = async (filter: object) => {
      const logs = (await node.request({ method: 'eth_getLogs', params: [filter] })) as { topics: Hex[] }[]
      return logs.map((log) => topics.indexOf(log.topics[0]!))
    }
    const all = { fromBlock: '0x0', toBlock: 'latest' }
    expect(await found(all)).toEqual([0, 1, 2])
    expect(await found({})).toEqual([])
    expect(await found({ ...all, topics: [topics[1]] })).toEqual([1])
    expect(await found({ ...all, topics: [[topics[0], topics[2]]] })).toEqual([0, 2])
    expect(await found({ ...all, topics: [null] })).toEqual([0, 1, 2])
    expect(await found({ ...all, topics: [null, null] })).toEqual([])
    expect(await found({ ...all, address: counter })).toEqual([0, 1, 2])
    expect(await found({ ...all, address: [testAccounts[0]!.address] })).toEqual([])
    expect(await found({ fromBlock: '0x2', toBlock: '0x3' })).toEqual([1, 2])
    expect(await found({ blockHash: toHex(node.blockByNumber(1n)!.hash) })).toEqual([0])
    await node.close()
  })
})
