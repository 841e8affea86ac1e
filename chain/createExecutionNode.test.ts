import { parseEther } from 'viem'
import { describe, expect, test } from 'vitest'
import { createTestNode, testAccounts } from './testing/createTestNode.ts'

const [sender, recipient] = testAccounts.map(({ address }) => address) as [`0x${string}`, `0x${string}`]

describe('instant mining', () => {
  test('a transaction is included at once and its receipt says what it did', async () => {
    const { node, client, wallet } = await createTestNode()
    const before = await client.getBalance({ address: recipient })
    const hash = await wallet.sendTransaction({ to: recipient, value: parseEther('1') })
    const receipt = await client.waitForTransactionReceipt({ hash })
    expect(receipt).toMatchObject({
      status: 'success',
      blockNumber: 1n,
      gasUsed: 21000n,
      from: sender.toLowerCase(),
      to: recipient.toLowerCase(),
      type: 'eip1559',
    })
    expect(await client.getBalance({ address: recipient })).toBe(before + parseEther('1'))
    expect(await client.getTransactionCount({ address: sender })).toBe(1)
    const block = await client.getBlock({ includeTransactions: true })
    expect(block.transactions.map((transaction) => transaction.hash)).toEqual([hash])
    expect(block.hash).toBe(receipt.blockHash)
    await node.close()
  })
})
