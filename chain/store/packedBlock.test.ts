import { type Hex, pad } from 'viem'
import { expect, test } from 'vitest'
import type { ExecutionNode } from '../ExecutionNode.ts'
import { toHex } from '../hex.ts'
import { testContracts } from '../testing/contracts.ts'
import { createTestNode } from '../testing/createTestNode.ts'

const counter = pad('0xc0', { size: 20 })
const somebody = pad('0xee', { size: 20 })

/** What can be asked about the first blocks. */
async function answers(node: ExecutionNode, hashes: Hex[]): Promise<unknown> {
  const ask = (method: string, ...params: unknown[]) => node.request({ method, params })
  const blocks = ['0x0', '0x1', '0x2', '0x3'].map(async (at) => [
    await ask('eth_getBlockByNumber', at, true),
    await ask('eth_getBlockReceipts', at),
    await ask('eth_getProof', counter, [pad('0x0')], at),
    await ask('debug_getRawBlock', at),
  ])
  return {
    blocks: await Promise.all(blocks),
    logs: await ask('eth_getLogs', { address: counter, fromBlock: '0x0' }),
    finalized: await ask('eth_getBlockByNumber', 'finalized', false),
    witness: await ask('debug_executionWitness', '0x1'),
    transactions: await Promise.all(hashes.map((hash) => ask('eth_getTransactionByHash', hash))),
    traces: await Promise.all(hashes.map((hash) => ask('debug_traceTransaction', hash, { tracer: 'prestateTracer' }))),
  }
}

test('behavior: blocks far below the head are kept as bytes, and answer as before', async () => {
  const { node, client, wallet } = await createTestNode({
    mining: { mode: 'manual' },
    alloc: { [counter]: { code: testContracts.counter } },
    recordWitness: true,
  })
  const hashes: Hex[] = []
  for (const to of [counter, somebody]) hashes.push(await wallet.sendTransaction({ to, gas: 100_000n }))
  await node.seal()
  await client.setBalance({ address: somebody, value: 10n ** 18n })
  await client.impersonateAccount({ address: somebody })
  hashes.push(
    (await node.request({
      method: 'eth_sendTransaction',
      params: [{ from: somebody, to: counter, gas: '0x186a0' }],
    })) as Hex,
  )
  await node.seal()
  await node.seal()
  node.setForkchoice({ finalized: toHex(node.blockByNumber(2n)!.hash) })
  const before = await answers(node, hashes)
  const whole = { ...node.blockByNumber(1n)! }

  for (let i = 0; i < 260; i++) await node.seal()
  const packed = node.blockByNumber(1n)!
  expect(Object.getOwnPropertyDescriptor(packed, 'block')?.get).toBeDefined()
  expect(await answers(node, hashes)).toEqual(before)
  const copy = { ...packed }
  expect(copy.block.header).toEqual(whole.block.header)
  expect(copy.receipts).toEqual(whole.receipts)
  await node.close()
})
