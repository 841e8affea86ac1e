import { parseGwei } from 'viem'
import { expect, test } from 'vitest'
import { createTestNode, testAccounts } from '../../testing/createTestNode.ts'

const zeroHash = `0x${'00'.repeat(32)}` as const

test('testing_buildBlockV1 builds a block that could be imported, and leaves the chain as it is', async () => {
  const { node, client } = await createTestNode({ mining: { mode: 'manual' } })
  const parent = await client.getBlock()
  const [account, other] = testAccounts
  const sign = (nonce: number) =>
    account!.signTransaction({
      type: 'eip1559',
      chainId: 900,
      nonce,
      gas: 21_000n,
      to: other!.address,
      value: 1n,
      maxFeePerGas: parseGwei('2'),
      maxPriorityFeePerGas: 3n,
    })
  const build = (transactions: string[] | null, extraData = '0x') => {
    const attributes = {
      timestamp: `0x${(parent.timestamp + 12n).toString(16)}`,
      prevRandao: zeroHash,
      suggestedFeeRecipient: other!.address,
      withdrawals: [],
      parentBeaconBlockRoot: zeroHash,
    }
    const params = [parent.hash, attributes, transactions, extraData]
    return node.request({ method: 'testing_buildBlockV1', params })
  }
  const raw = await sign(0)
  await client.sendRawTransaction({ serializedTransaction: await sign(0) })

  expect(await build([raw], '0x1234')).toMatchObject({
    executionPayload: { transactions: [raw], extraData: '0x1234', gasUsed: '0x5208', blockNumber: '0x1' },
    blockValue: `0x${(21_000n * 3n).toString(16)}`,
    executionRequests: [],
  })
  expect(await build([])).toMatchObject({ executionPayload: { transactions: [] } })
  expect(await build(null)).toMatchObject({ executionPayload: { transactions: [raw] } })
  await expect(build([await sign(7)])).rejects.toMatchObject({ code: -32000 })
  expect(await client.getBlockNumber()).toBe(0n)
  await node.close()
})
