import { type Hex, pad, parseEther, parseGwei } from 'viem'
import { describe, expect, test } from 'vitest'
import { createTestNode, fundedAlloc, testAccounts } from '../testing/createTestNode.ts'

const [sender, recipient] = testAccounts.map(({ address }) => address) as [Hex, Hex]

/** A node that mines when told, and a way to sign for it. */
async function manualNode(options: Parameters<typeof createTestNode>[0] = {}) {
  const context = await createTestNode({ mining: { mode: 'manual' }, ...options })
  const sign = (fields: object, account = testAccounts[0]!) =>
    account.signTransaction({
      chainId: 900,
      to: recipient,
      gas: 21_000n,
      nonce: 0,
      maxFeePerGas: parseGwei('10'),
      maxPriorityFeePerGas: parseGwei('1'),
      ...fields,
    } as never)
  const send = (raw: Hex) => context.node.request({ method: 'eth_sendRawTransaction', params: [raw] }) as Promise<Hex>
  return { ...context, sign, send }
}

describe('what the pool refuses, in the words that clients look for', () => {
  test.each<[string, object, string]>([
    ['a nonce of the past', { nonce: 0 }, 'nonce too low: next nonce 1, tx nonce 0'],
    [
      'more value than there is',
      { nonce: 1, value: parseEther('10001') },
      'insufficient funds for gas * price + value',
    ],
    ['too little gas', { nonce: 1, gas: 20_999n }, 'intrinsic gas too low: gas 20999, minimum needed 21000'],
    ['gas below the floor of call data', { nonce: 1, gas: 60_999n, data: `0x${'01'.repeat(1000)}` }, 'floor data gas'],
    [
      'a fee below the base fee',
      { nonce: 1, maxFeePerGas: 1n, maxPriorityFeePerGas: 0n },
      'max fee per gas less than block base fee',
    ],
    ['more gas than EIP-7825 allows', { nonce: 1, gas: 2n ** 24n + 1n }, 'transaction gas limit too high'],
    ['another chain', { nonce: 1, chainId: 901 }, 'invalid chain id for signer: have 901 want 900'],
    ['more than 128 KB', { nonce: 1, gas: 16_000_000n, data: `0x${'00'.repeat(131_072)}` }, 'oversized data'],
  ])('%s', async (_, fields, message) => {
    const { node, sign, send } = await manualNode()
    await send(await sign({}))
    await node.seal()
    await expect(send(await sign(fields))).rejects.toMatchObject({
      code: -32000,
      message: expect.stringContaining(message),
    })
    await node.close()
  })

  test('more gas than a block has', async () => {
    const genesis = { timestamp: 0n, gasLimit: 10_000_000n }
    const { node, sign, send } = await manualNode({ genesis: { ...genesis, alloc: fundedAlloc } })
    await expect(send(await sign({ gas: 10_000_001n }))).rejects.toMatchObject({
      code: -32000,
      message: expect.stringContaining('exceeds block gas limit: 10000001, limit 10000000'),
    })
    await node.close()
  })

  test('the same transaction twice, and what is no transaction', async () => {
    const { node, sign, send } = await manualNode()
    const raw = await sign({})
    await send(raw)
    await expect(send(raw)).rejects.toMatchObject({ code: -32000, message: 'already known' })
    await expect(send('0x')).rejects.toMatchObject({ code: -32000 })
    await expect(send('0x03c0')).rejects.toMatchObject({ code: -32000 })
    await expect(send('0x7f00')).rejects.toMatchObject({ code: -32000 })
    await node.close()
  })

  test('a type that the chain does not take, by name', async () => {
    const { node, sign, send } = await manualNode({ transactionTypes: [2] })
    const legacy = await sign({
      type: 'legacy',
      gasPrice: parseGwei('2'),
      maxFeePerGas: undefined,
      maxPriorityFeePerGas: undefined,
    })
    await expect(send(legacy)).rejects.toMatchObject({
      code: -32000,
      message: expect.stringContaining('transaction type not supported: type 0 is not accepted on test'),
    })
    const blob = await sign({
      type: 'eip4844',
      maxFeePerBlobGas: 10n,
      blobVersionedHashes: [`0x01${'11'.repeat(31)}`],
      sidecars: undefined,
    })
    await expect(send(blob)).rejects.toMatchObject({
      message: expect.stringContaining('blob transactions (type 3) are not accepted on test'),
    })
    await node.close()
  })
})

describe('order', () => {
  test('a gap waits until it is filled', async () => {
    const { node, client, sign, send } = await manualNode()
    await send(await sign({ nonce: 1 }))
    expect(await client.getTxpoolStatus()).toEqual({ pending: 0, queued: 1 })
    expect((await node.seal()).block.transactions).toHaveLength(0)
    await send(await sign({ nonce: 0 }))
    expect(await client.getTxpoolStatus()).toEqual({ pending: 2, queued: 0 })
    expect(await client.getTransactionCount({ address: sender, blockTag: 'pending' })).toBe(2)
    expect((await node.seal()).block.transactions.map(({ nonce }) => nonce)).toEqual([0n, 1n])
    expect(await client.getTxpoolStatus()).toEqual({ pending: 0, queued: 0 })
    await node.close()
  })

  test('the best tip comes first, each sender by nonce, equals by arrival', async () => {
    const { node, sign, send } = await manualNode()
    const [a, b, c] = testAccounts as [(typeof testAccounts)[0], (typeof testAccounts)[0], (typeof testAccounts)[0]]
    const tip = (gwei: string) => ({ maxPriorityFeePerGas: parseGwei(gwei) })
    const sent = [
      await send(await sign({ nonce: 0, ...tip('1') }, a)),
      await send(await sign({ nonce: 1, ...tip('5') }, a)),
      await send(await sign({ nonce: 0, ...tip('2') }, b)),
      await send(await sign({ nonce: 0, ...tip('1') }, c)),
    ]
    const sealed = await node.seal()
    const order = sealed.receipts.map(({ transactionHash }) =>
      sent.indexOf(`0x${Buffer.from(transactionHash).toString('hex')}`),
    )
    expect(order).toEqual([2, 0, 1, 3])
    await node.close()
  })

  test('a replacement must raise every fee by a tenth', async () => {
    const { node, client, sign, send } = await manualNode()
    const first = await send(await sign({}))
    const raise = { maxFeePerGas: parseGwei('11'), maxPriorityFeePerGas: parseGwei('1') }
    await expect(send(await sign(raise))).rejects.toMatchObject({
      code: -32000,
      message: expect.stringContaining('replacement transaction underpriced'),
    })
    const second = await send(await sign({ ...raise, maxPriorityFeePerGas: parseGwei('1.1') }))
    await node.seal()
    expect((await client.getTransactionReceipt({ hash: second })).status).toBe('success')
    await expect(client.getTransaction({ hash: first })).rejects.toThrow('could not be found')
    await node.close()
  })

  test('what does not fit the gas of one block goes into the next', async () => {
    const { node, sign, send } = await manualNode()
    for (let nonce = 0; nonce < 3; nonce++) await send(await sign({ nonce, gas: 15_000_000n }))
    // 15 M of gas are asked for, 21,000 used: the limit counts when a transaction is added.
    expect((await node.seal()).block.transactions.length).toBe(3)
    await node.close()
  })

  test('a transaction that its sender can no longer pay is dropped, and others go on', async () => {
    const { node, client, sign, send } = await manualNode()
    await send(await sign({ nonce: 0, value: parseEther('9000') }))
    const poor = await send(await sign({ nonce: 1, value: parseEther('9000') }))
    const other = await send(await sign({ nonce: 0 }, testAccounts[2]))
    expect((await node.seal()).block.transactions).toHaveLength(2)
    expect((await client.getTransactionReceipt({ hash: other })).status).toBe('success')
    await expect(client.getTransaction({ hash: poor })).rejects.toThrow('could not be found')
    await node.close()
  })
})

describe('txpool', () => {
  test('content is by sender and nonce', async () => {
    const { node, client, sign, send } = await manualNode()
    const hash = await send(await sign({}))
    await send(await sign({ nonce: 5 }))
    const content = await client.getTxpoolContent()
    expect(content.pending[sender.toLowerCase() as Hex]?.['0']).toMatchObject({ hash, blockHash: null })
    expect(Object.keys(content.queued[sender.toLowerCase() as Hex] ?? {})).toEqual(['5'])
    const { pending } = await client.inspectTxpool()
    const summary = `${recipient.toLowerCase()}: 0 wei + 21000 gas × 10000000000 wei`
    expect(pending[sender.toLowerCase() as Hex]?.['0']).toBe(summary)
    const block = await client.getBlock({ blockTag: 'pending' })
    expect(block).toMatchObject({ hash: null, number: 1n, transactions: [hash] })
    expect(node.head().block.header.number).toBe(0n)
    await node.close()
  })

  test('a set-code transaction moves the nonce of its authority, and its queue follows', async () => {
    const { node, client, sign, send } = await manualNode()
    const authority = testAccounts[1]!
    const authorization = await authority.signAuthorization({
      chainId: 900,
      nonce: 0,
      contractAddress: pad('0xc0de', { size: 20 }),
    })
    await send(await sign({ type: 'eip7702', gas: 100_000n, authorizationList: [authorization] }))
    const overtaken = await send(await sign({ nonce: 0, maxPriorityFeePerGas: 1n }, authority))
    expect((await node.seal()).block.transactions).toHaveLength(1)
    await expect(client.getTransaction({ hash: overtaken })).rejects.toThrow('could not be found')
    expect(await client.getTransactionCount({ address: authority.address, blockTag: 'pending' })).toBe(1)
    await node.close()
  })
})
