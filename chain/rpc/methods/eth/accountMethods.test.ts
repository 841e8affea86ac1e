import { createWalletClient, custom, type Hex, parseTransaction } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestNode, testAccounts } from '../../../testing/createTestNode.ts'

const [sender, recipient] = testAccounts.map(({ address }) => address.toLowerCase()) as [Hex, Hex]
const stranger: Hex = '0x00000000000000000000000000000000000057a9'
let at: Awaited<ReturnType<typeof createTestNode>>
beforeAll(async () => {
  at = await createTestNode()
})
afterAll(() => at.node.close())
const request = <T = unknown>(method: string, ...params: unknown[]) => at.node.request({ method, params }) as Promise<T>

describe('a request becomes a transaction', () => {
  test('of the first account, if it names none', async () => {
    const receipt = await request('eth_sendTransactionSync', { to: recipient, value: '0x1' })
    expect(receipt).toMatchObject({ from: sender, to: recipient, status: '0x1' })
  })

  test('of this chain alone', async () => {
    const sent = request('eth_sendTransaction', { from: sender, to: recipient, chainId: '0x1' })
    await expect(sent).rejects.toMatchObject({ code: -32000, message: /have=1, want=900/ })
    await request('eth_sendTransaction', { from: sender, to: recipient, chainId: '0x384' })
  })

  test('that is never without its blobs', async () => {
    const blobVersionedHashes = [`0x01${'00'.repeat(31)}`]
    const sent = request('eth_sendTransaction', { from: sender, to: recipient, blobVersionedHashes })
    await expect(sent).rejects.toMatchObject({ code: -32000, message: /send it raw/ })
  })

  test.each([
    ['a tip above the fee', { maxFeePerGas: '0x1', maxPriorityFeePerGas: '0x2' }, /^max priority fee per gas higher/],
    [
      'no authorization in the list',
      { authorizationList: [], gas: '0x10000' },
      /^EIP-7702 transaction with empty auth list/,
    ],
    [
      'init code too long',
      { to: null, data: `0x${'5b'.repeat(49_153)}`, gas: '0xf00000' },
      /^max initcode size exceeded/,
    ],
    ['more gas than EIP-7825 allows', { gas: '0x1000001' }, /^transaction gas limit too high/],
  ])('or is refused in geth`s words: %s', async (_, fields, message) => {
    const sent = request('eth_sendTransaction', { from: sender, to: recipient, ...fields })
    await expect(sent).rejects.toMatchObject({ code: -32000, message })
  })

  test('that others sign', async () => {
    const { raw, tx } = await request<{ raw: Hex; tx: object }>('eth_fillTransaction', {
      from: stranger,
      to: recipient,
    })
    expect(tx).toMatchObject({ from: stranger, nonce: '0x0', gas: '0x5208', type: '0x2', blockHash: null, r: '0x0' })
    const { maxFeePerGas } = parseTransaction(raw)
    expect(tx).toMatchObject({ maxFeePerGas: `0x${maxFeePerGas!.toString(16)}`, chainId: '0x384' })
  })
})

test('viem asks once for all that a transaction lacks', async () => {
  const asked: string[] = []
  const transport = custom({
    request(one: { method: string }) {
      asked.push(one.method)
      return at.node.request(one)
    },
  })
  const wallet = createWalletClient({ account: testAccounts[2]!, chain: at.wallet.chain, transport })
  await at.client.waitForTransactionReceipt({ hash: await wallet.sendTransaction({ to: recipient, value: 1n }) })
  expect(asked.filter((method) => method !== 'eth_chainId')).toEqual(['eth_fillTransaction', 'eth_sendRawTransaction'])
})

test('a transaction is found by sender and nonce, in the chain and in the pool', async () => {
  const nonce = await at.client.getTransactionCount({ address: recipient })
  const waiting = await request('eth_getTransactionBySenderAndNonce', recipient, nonce)
  expect(waiting).toBeNull()
  await request('evm_setAutomine', false)
  const hash = await request('eth_sendTransaction', { from: recipient, to: sender })
  expect(await request('eth_getTransactionBySenderAndNonce', recipient, nonce)).toMatchObject({ hash, blockHash: null })
  expect(await request('eth_pendingTransactions')).toMatchObject([{ hash, from: recipient }])
  await request('evm_setAutomine', true)
  await at.client.waitForTransactionReceipt({ hash: hash as Hex })
  expect(await request('eth_getTransactionBySenderAndNonce', recipient, nonce)).toMatchObject({ hash, from: recipient })
})

test('typed data that cannot be encoded is the caller`s fault, and named', async () => {
  const types = { EIP712Domain: [], Vote: [{ name: 'count', type: 'uint256' }] }
  const sign = (message: object, primaryType = 'Vote') =>
    request('eth_signTypedData_v4', sender, { types, domain: {}, primaryType, message })
  expect(await sign({ count: 1 })).toMatch(/^0x[0-9a-f]{130}$/)
  for (const failing of [sign({}), sign({ count: 'many' }), sign({ count: 1 }, 'Veto')])
    await expect(failing).rejects.toMatchObject({ code: -32602, message: /typedData/ })
})

test('an account in one answer, as geth`s and as reth`s', async () => {
  await request('anvil_setCode', stranger, '0x6001')
  expect(await request('eth_getAccountInfo', stranger, 'latest')).toEqual({
    balance: '0x0',
    nonce: '0x0',
    code: '0x6001',
  })
  const { codeHash, storageHash } = await at.client.getProof({ address: stranger, storageKeys: [] })
  const account = { balance: '0x0', nonce: '0x0', codeHash, storageRoot: storageHash }
  expect(await request('eth_getAccount', stranger, 'latest')).toEqual(account)
})
