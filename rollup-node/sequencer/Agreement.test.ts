import { bytesToHex, type Hex } from 'viem'
import { afterEach, expect, test } from 'vitest'
import type { ExecutionNode } from '../../chain/index.ts'
import { createL1Client } from '../l1/createL1Client.ts'
import { createRollupContract } from '../l1/RollupContract.ts'
import { createTestNetwork, type TestNetwork } from '../testing/createTestNetwork.ts'
import { transfer } from '../testing/transfer.ts'

const recipient = '0x00000000000000000000000000000000000b0b00'
let network: TestNetwork
afterEach(() => network.stop())

const transactionsOf = (node: ExecutionNode) => {
  const all: Hex[] = []
  for (let number = 1n; node.blockByNumber(number); number++) {
    for (const { transactionHash } of node.blockByNumber(number)!.receipts) all.push(bytesToHex(transactionHash))
  }
  return all
}
const reorg = (depth: number) => network.l1.request({ method: 'anvil_reorg', params: [depth] })
const balance = (node: ExecutionNode) => node.request({ method: 'eth_getBalance', params: [recipient, 'latest'] })

/** L1 blocks of every L2 block's anchor, all of which must be canonical. */
function anchorNumbers(node: ExecutionNode): bigint[] {
  const numbers: bigint[] = []
  for (let number = 1n; node.blockByNumber(number); number++) {
    const hash = bytesToHex(node.blockByNumber(number)!.block.header.parentBeaconBlockRoot!)
    const anchor = network.l1.blockByHash(hash)!
    expect(network.l1.blockByNumber(anchor.block.header.number)).toBe(anchor)
    numbers.push(anchor.block.header.number)
  }
  return numbers
}

test('unsettled blocks are sealed again on the new L1, in order, and settle', async () => {
  network = await createTestNetwork({ settle: 'manual', l1Mining: { mode: 'manual' } })
  const { l1, rollups } = network
  const { node, settled } = rollups[0]!
  const sent: Hex[] = []
  for (let value = 1n; value <= 4n; value++) {
    await l1.seal()
    sent.push(await transfer(node, recipient, value))
  }
  const before = [1n, 2n, 3n, 4n].map((number) => node.blockByNumber(number)!)
  const changed = new Promise<void>((resolve) => node.onBlock(({ block }) => block.header.number === 4n && resolve()))
  await reorg(2)
  await changed

  const after = [1n, 2n, 3n, 4n].map((number) => node.blockByNumber(number)!)
  expect(after.map((block, i) => block === before[i])).toEqual([true, true, false, false])
  expect(after.map(({ block }) => block.header.timestamp)).toEqual(before.map(({ block }) => block.header.timestamp))
  expect(transactionsOf(node)).toEqual(sent)
  expect(await balance(node)).toBe('0xa')
  await l1.request({ method: 'evm_setAutomine', params: [true] })
  await rollups[0]!.advance()
  await settled(4n)
  expect(anchorNumbers(node)).toEqual([1n, 2n, 4n, 4n])
})

test('what was settled on the lost L1 blocks is posted and settled again, with what came meanwhile', async () => {
  network = await createTestNetwork()
  const { l1, rollups } = network
  const { node, settled } = rollups[0]!
  await l1.seal()
  const sent: Hex[] = []
  for (let value = 1n; value <= 3n; value++) {
    sent.push(await transfer(node, recipient, value))
    await settled(value)
  }
  await l1.seal()
  const changed = new Promise<void>((resolve) => node.onBlock(() => resolve()))
  await reorg(Number(l1.head().block.header.number) - 1)
  await changed
  sent.push(await transfer(node, recipient, 4n))
  await settled(4n)
  expect(transactionsOf(node)).toEqual(sent)
  expect(await balance(node)).toBe('0xa')
  anchorNumbers(node)
})

test.each([
  ['evm_revert', (snapshot: unknown) => ({ method: 'evm_revert', params: [snapshot] })],
  ['anvil_rollback', () => ({ method: 'anvil_rollback', params: [2] })],
])('%s of an L1 that makes no further block is noticed at once', async (_, undo) => {
  network = await createTestNetwork({ settle: 'manual', l1Mining: { mode: 'manual' } })
  const { l1, rollups } = network
  const { node } = rollups[0]!
  await l1.seal()
  const snapshot = await l1.request({ method: 'evm_snapshot' })
  const sent: Hex[] = []
  for (let value = 1n; value <= 2n; value++) {
    await l1.seal()
    sent.push(await transfer(node, recipient, value))
  }
  const changed = new Promise<void>((resolve) => node.onBlock(({ block }) => block.header.number === 2n && resolve()))
  await l1.request(undo(snapshot))
  await changed
  expect(l1.head().block.header.number).toBe(1n)
  expect(anchorNumbers(node)).toEqual([1n, 1n])
  expect(transactionsOf(node)).toEqual(sent)
  await l1.request({ method: 'evm_setAutomine', params: [true] })
  await rollups[0]!.advance()
  expect(rollups[0]!.status().finalized.number).toBe(2n)
})

test('what was settled and then reverted is settled again without a further block of L1', async () => {
  network = await createTestNetwork()
  const { l1, provider, rollups } = network
  const { node, settled } = rollups[0]!
  await l1.seal()
  const snapshot = await l1.request({ method: 'evm_snapshot' })
  const sent = [await transfer(node, recipient, 1n), await transfer(node, recipient, 2n)]
  await settled(2n)
  const contract = createRollupContract(createL1Client(provider), 901)
  const settledAgain = new Promise<void>((resolve) => {
    l1.onBlock(async () => (await contract.head()).number === 2n && resolve())
  })
  await l1.request({ method: 'evm_revert', params: [snapshot] })
  expect((await contract.head()).number).toBe(0n)
  await settledAgain
  expect(transactionsOf(node)).toEqual(sent)
  anchorNumbers(node)
})

test('reorgs one after the other, while transactions come in, lose nothing', async () => {
  network = await createTestNetwork()
  const { l1, rollups } = network
  const { node, settled } = rollups[0]!
  await l1.seal()
  const sent: Hex[] = []
  for (let round = 1n; round <= 5n; round++) {
    sent.push(await transfer(node, recipient, 1n))
    await l1.seal()
    sent.push(await transfer(node, recipient, 1n))
    await reorg(Math.min(3, Number(l1.head().block.header.number)))
  }
  await l1.seal()
  const last = node.head().block.header.number
  await settled(last)
  expect([...transactionsOf(node)].sort()).toEqual([...sent].sort())
  expect(await balance(node)).toBe('0xa')
  anchorNumbers(node)
})
