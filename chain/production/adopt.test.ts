import type { Hex } from 'viem'
import { afterEach, expect, test } from 'vitest'
import type { ExecutionNode } from '../ExecutionNode.ts'
import { toHex } from '../hex.ts'
import { createTestNode, testAccounts } from '../testing/createTestNode.ts'

const [alice, bob] = testAccounts.map(({ address }) => address) as [Hex, Hex]
const receiver: Hex = '0x00000000000000000000000000000000000b0b00'
const nodes: ExecutionNode[] = []
afterEach(async () => {
  for (const node of nodes.splice(0)) await node.close()
})

async function start() {
  const { node } = await createTestNode({ mining: { mode: 'manual' } })
  nodes.push(node)
  const pay = async (from: Hex, value: number) => {
    const transaction = { from, to: receiver, value: `0x${value.toString(16)}`, gas: '0xc350' }
    return (await node.request({ method: 'eth_sendTransaction', params: [transaction] })) as Hex
  }
  return { node, pay }
}

const numbersAndTransactions = (node: ExecutionNode) =>
  Array.from({ length: Number(node.head().block.header.number) }, (_, i) =>
    node.blockByNumber(BigInt(i + 1))!.receipts.map(({ transactionHash }) => toHex(transactionHash)),
  )

test("others' blocks come in, and ours follow with their transactions in order; empty ones give way", async () => {
  const [own, other] = [await start(), await start()]
  const sent: Hex[] = []
  await own.node.seal()
  for (const value of [1, 2]) {
    sent.push(await own.pay(alice, value))
    await own.node.seal()
  }
  await own.node.seal()
  const foreign = await other.pay(bob, 9)
  const blocks = [(await other.node.seal()).block, (await other.node.seal()).block]

  const told: bigint[] = []
  own.node.onBlock(({ block }) => told.push(block.header.number))
  await own.node.adoptBlocks(blocks)
  expect(numbersAndTransactions(own.node)).toEqual([[foreign], [], [sent[0]], [sent[1]]])
  expect(told).toEqual([1n, 2n, 3n, 4n])
  const seconds = [1n, 2n, 3n, 4n].map((number) => own.node.blockByNumber(number)!.block.header.timestamp)
  expect([...seconds].sort()).toEqual(seconds)
  expect(new Set(seconds).size).toBe(4)
  expect(await own.node.request({ method: 'eth_getBalance', params: [receiver, 'latest'] })).toBe('0xc')
})

test('what they hold already does not come again, and what they made impossible is dropped', async () => {
  const [own, other] = [await start(), await start()]
  const same = await own.pay(alice, 1)
  const later = await own.pay(alice, 2)
  const lost = await own.pay(bob, 3)
  await own.node.seal()
  const raw = await own.node.request({ method: 'debug_getRawTransaction', params: [same] })
  await other.node.request({ method: 'eth_sendRawTransaction', params: [raw] })
  const instead = await other.pay(bob, 7)
  const { block } = await other.node.seal()
  await own.node.adoptBlocks([block])
  const [first, second] = numbersAndTransactions(own.node)
  expect(new Set(first)).toEqual(new Set([same, instead]))
  expect(second).toEqual([later])
  expect(await own.node.request({ method: 'eth_getTransactionByHash', params: [lost] })).toBeNull()
})

test('blocks of our own chain change nothing', async () => {
  const { node } = await start()
  const { block } = await node.seal()
  await node.seal()
  const head = node.head()
  await node.adoptBlocks([block])
  expect(node.head()).toBe(head)
})

test('a block that is not valid leaves the chain as it was', async () => {
  const [own, other] = [await start(), await start()]
  await own.pay(alice, 1)
  await own.node.seal()
  const head = own.node.head()
  await other.pay(bob, 9)
  const { block } = await other.node.seal()
  const second = await other.node.seal()
  const wrong = { ...second.block, header: { ...second.block.header, gasUsed: 1n } }
  await expect(own.node.adoptBlocks([block, wrong])).rejects.toMatchObject({ code: 'WRONG_GAS_USED' })
  expect(own.node.head()).toBe(head)
})
