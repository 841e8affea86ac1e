import { erc20Abi, type Hex, numberToHex, pad, parseEther, parseGwei } from 'viem'
import { afterEach, describe, expect, test } from 'vitest'
import { testContracts } from '../../../testing/contracts.ts'
import { createTestNode, testAccounts } from '../../../testing/createTestNode.ts'

const [sender, recipient] = testAccounts.map(({ address }) => address) as [Hex, Hex]
const stranger: Hex = '0x00000000000000000000000000000000000057a9'
const contract: Hex = '0xc0000000000000000000000000000000000000de'
const nodes: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const node of nodes.splice(0)) await node.close()
})

async function nodeWith(options: Parameters<typeof createTestNode>[0] = {}) {
  const context = await createTestNode(options)
  nodes.push(context.node)
  const request = <T>(method: string, ...params: unknown[]) => context.node.request({ method, params }) as Promise<T>
  return { ...context, request }
}
const manual = () => nodeWith({ mining: { mode: 'manual' } })

describe('accounts', () => {
  test('are rewritten at once, and the next block carries it', async () => {
    const { client, node } = await nodeWith()
    await client.setBalance({ address: stranger, value: parseEther('5') })
    await client.setNonce({ address: stranger, nonce: 7 })
    await client.setCode({ address: contract, bytecode: testContracts.counter })
    await client.setStorageAt({ address: contract, index: 0, value: numberToHex(41, { size: 32 }) })
    expect(await client.getBalance({ address: stranger })).toBe(parseEther('5'))
    await node.seal()
    await node.seal()
    expect(await client.getBalance({ address: stranger, blockNumber: 1n })).toBe(parseEther('5'))
    expect(await client.getTransactionCount({ address: stranger })).toBe(7)
    expect((await client.call({ to: contract, data: pad('0x1') })).data).toBe(numberToHex(42, { size: 32 }))
  })

  test('a token holder gets a balance and an allowance, whatever slot the token keeps them in', async () => {
    const { client, request } = await nodeWith()
    // Both from a mapping in slot 0, by the first argument.
    await client.setCode({ address: contract, bytecode: '0x6004355f525f60205260405f20545f5260205ff3' })
    const token = { address: contract, abi: erc20Abi } as const
    await request('anvil_dealERC20', stranger, contract, '0x7')
    expect(await client.readContract({ ...token, functionName: 'balanceOf', args: [stranger] })).toBe(7n)
    expect(await client.readContract({ ...token, functionName: 'balanceOf', args: [sender] })).toBe(0n)
    await request('anvil_setERC20Allowance', sender, stranger, contract, 9)
    expect(await client.readContract({ ...token, functionName: 'allowance', args: [sender, stranger] })).toBe(9n)
    await expect(request('anvil_dealERC20', stranger, recipient, '0x7')).rejects.toMatchObject({ code: -32000 })
  })

  test('no account gets a nonce that no account can have', async () => {
    const { request } = await nodeWith()
    await expect(request('anvil_setNonce', stranger, numberToHex(2n ** 64n))).rejects.toMatchObject({ code: -32602 })
  })

  test('a change during the making of a block is not lost', async () => {
    const { client, node } = await nodeWith()
    await Promise.all([node.seal(), client.setBalance({ address: stranger, value: 5n }), node.seal()])
    expect(await client.getBalance({ address: stranger })).toBe(5n)
  })

  test('an impersonated account sends without a key until that is over, a contract too', async () => {
    const { client, wallet, request } = await nodeWith()
    const { chain } = wallet
    for (const account of [stranger, contract]) {
      await client.setBalance({ address: account, value: parseEther('1') })
      const send = () => request<Hex>('eth_sendTransaction', { from: account, to: recipient, value: '0x1' })
      await expect(send()).rejects.toThrow('unknown account')
      await client.impersonateAccount({ address: account })
      if (account === contract) await client.setCode({ address: contract, bytecode: testContracts.counter })
      const hash = await send()
      const receipt = await client.waitForTransactionReceipt({ hash })
      expect(receipt).toMatchObject({ status: 'success', from: account, to: recipient.toLowerCase() })
      expect(await client.getTransaction({ hash })).toMatchObject({ from: account, nonce: 0, chainId: chain.id })
      expect(await request('debug_traceTransaction', hash, { tracer: 'callTracer' })).toMatchObject({ from: account })
      await client.stopImpersonatingAccount({ address: account })
      await expect(send()).rejects.toThrow('unknown account')
    }
  })

  test('all accounts are impersonated on request; unsigned transactions need none', async () => {
    const { client, request } = await nodeWith()
    await client.setBalance({ address: stranger, value: parseEther('1') })
    await request('anvil_autoImpersonateAccount', true)
    const first = await request<Hex>('eth_sendTransaction', { from: stranger, to: recipient })
    await client.waitForTransactionReceipt({ hash: first })
    await request('anvil_autoImpersonateAccount', false)
    const second = await client.sendUnsignedTransaction({ from: stranger, to: recipient, value: 1n })
    expect(await client.waitForTransactionReceipt({ hash: second })).toMatchObject({ from: stranger })
    expect(second).not.toBe(first)
  })

  test('what an impersonated account has not signed, others cannot send for it', async () => {
    const { client, request } = await manual()
    await client.setBalance({ address: stranger, value: parseEther('1') })
    await client.impersonateAccount({ address: stranger })
    const hash = await request<Hex>('eth_sendTransaction', { from: stranger, to: recipient, value: '0x1' })
    const raw = await request<Hex>('debug_getRawTransaction', hash)
    await client.dropTransaction({ hash })
    await expect(request('eth_sendRawTransaction', raw)).rejects.toMatchObject({ code: -32000 })
  })
})

describe('time', () => {
  test('moves on, and blocks follow', async () => {
    const { client, node } = await nodeWith()
    const before = (await node.seal()).block.header.timestamp
    await client.increaseTime({ seconds: 1000 })
    const { timestamp } = (await node.seal()).block.header
    expect(timestamp).toBeGreaterThanOrEqual(before + 1000n)
    await client.setNextBlockTimestamp({ timestamp: timestamp + 50n })
    await client.mine({ blocks: 1 })
    expect((await client.getBlock()).timestamp).toBe(timestamp + 50n)
    await expect(client.setNextBlockTimestamp({ timestamp })).rejects.toThrow('must exceed that of the head')
    await client.setBlockTimestampInterval({ interval: 12 })
    await client.mine({ blocks: 2 })
    expect((await client.getBlock()).timestamp).toBe(timestamp + 50n + 24n)
    await client.removeBlockTimestampInterval()
  })

  test('is set to a moment of the future', async () => {
    const { node, request } = await nodeWith()
    const { timestamp } = (await node.seal()).block.header
    await request('anvil_setTime', numberToHex(timestamp + 500n))
    expect((await node.seal()).block.header.timestamp).toBeGreaterThanOrEqual(timestamp + 500n)
    await expect(request('anvil_setTime', 1)).rejects.toMatchObject({ code: -32602 })
    await expect(request('evm_increaseTime', numberToHex(2n ** 200n))).rejects.toMatchObject({ code: -32602 })
  })
})

describe('mining', () => {
  test('many blocks at an interval, and one at a timestamp', async () => {
    const { client, node, request } = await manual()
    await client.mine({ blocks: 3, interval: 10 })
    const [first, , third] = [1n, 2n, 3n].map((number) => node.blockByNumber(number)!.block.header.timestamp)
    expect(third! - first!).toBe(20n)
    await request('evm_mine', numberToHex(third! + 99n))
    expect(node.head().block.header).toMatchObject({ number: 4n, timestamp: third! + 99n })
    await request('evm_mine', { blocks: 2 })
    expect(await request('evm_mine_detailed')).toMatchObject([{ number: '0x7', transactions: [] }])
    await expect(request('hardhat_mine', numberToHex(2n ** 60n))).rejects.toMatchObject({ code: -32602 })
  })

  test('by transaction, by time, or on request', async () => {
    const { client, wallet, node, request } = await nodeWith()
    expect(await client.getAutomine()).toBe(true)
    await client.setAutomine(false)
    expect(await client.getAutomine()).toBe(false)
    const hash = await wallet.sendTransaction({ to: recipient })
    expect(node.head().block.header.number).toBe(0n)
    await client.setAutomine(true)
    await client.waitForTransactionReceipt({ hash })
    const mined = new Promise<void>((resolve) => node.onBlock(() => resolve()))
    await client.setIntervalMining({ interval: 0.05 })
    expect(await request('anvil_getIntervalMining')).toBe(0.05)
    await mined
    await client.setIntervalMining({ interval: 0 })
    expect(await request('anvil_getIntervalMining')).toBeNull()
  })
})

describe('the pool', () => {
  test('forgets what it is told to', async () => {
    const { client, wallets, request } = await manual()
    const hashes: Hex[] = []
    for (const wallet of wallets) hashes.push(await wallet.sendTransaction({ to: recipient }))
    await client.dropTransaction({ hash: hashes[0]! })
    expect(await client.getTxpoolStatus()).toEqual({ pending: 2, queued: 0 })
    await request('anvil_removePoolTransactions', testAccounts[1]!.address)
    expect(await client.getTxpoolStatus()).toEqual({ pending: 1, queued: 0 })
    await request('anvil_dropAllTransactions')
    expect(await client.getTxpoolContent()).toEqual({ pending: {}, queued: {} })
    expect(await client.inspectTxpool()).toEqual({ pending: {}, queued: {} })
    expect(await request('hardhat_dropTransaction', hashes[0])).toBeNull()
  })
})

describe('the next block', () => {
  test('has the base fee, gas limit, coinbase and randomness that were set, and later ones follow from it', async () => {
    const { client, wallet, node, request } = await manual()
    await client.setNextBlockBaseFeePerGas({ baseFeePerGas: parseGwei('20') })
    await client.setBlockGasLimit({ gasLimit: 12_345_678n })
    await client.setCoinbase({ address: stranger })
    await request('anvil_setPrevRandao', pad('0x1234'))
    expect((await client.getBlock({ blockTag: 'pending' })).baseFeePerGas).toBe(parseGwei('20'))
    const cheap = wallet.sendTransaction({ to: recipient, gas: 21_000n, maxFeePerGas: parseGwei('19') })
    await expect(cheap).rejects.toThrow('less than block base fee')
    await node.seal()
    const block = await client.getBlock()
    expect(block).toMatchObject({
      baseFeePerGas: parseGwei('20'),
      gasLimit: 12_345_678n,
      miner: stranger,
      mixHash: pad('0x1234'),
    })
    await node.seal()
    expect(await client.getBlock()).toMatchObject({
      baseFeePerGas: parseGwei('17.5'),
      gasLimit: 12_345_678n,
      miner: stranger,
    })
    expect((await client.getBlock()).mixHash).not.toBe(pad('0x1234'))
  })

  test('error: there is no minimum gas price since EIP-1559', async () => {
    const { client } = await manual()
    await expect(client.setMinGasPrice({ gasPrice: 1n })).rejects.toThrow('anvil_setNextBlockBaseFeePerGas')
  })
})

describe('history', () => {
  test('a snapshot brings back blocks, states and rewritten accounts', async () => {
    const { client, wallet, request } = await nodeWith()
    await client.setBalance({ address: stranger, value: 1n })
    const id = await client.snapshot()
    await client.setBalance({ address: stranger, value: 2n })
    const hash = await wallet.sendTransaction({ to: recipient, value: 5n })
    await client.waitForTransactionReceipt({ hash })
    await client.revert({ id })
    expect(await client.getBlockNumber({ cacheTime: 0 })).toBe(0n)
    expect(await client.getBalance({ address: stranger })).toBe(1n)
    await expect(client.getTransactionReceipt({ hash })).rejects.toThrow('could not be found')
    expect(await request('evm_revert', id)).toBe(false)
  })

  test('rollback goes back by a depth or to a block', async () => {
    const { client, node, request } = await manual()
    await client.mine({ blocks: 5 })
    await request('anvil_rollback')
    expect(node.head().block.header.number).toBe(4n)
    await request('anvil_rollback', 2)
    expect(node.head().block.header.number).toBe(2n)
    await request('anvil_rollback', (await client.getBlock({ blockNumber: 1n })).hash)
    expect(node.head().block.header.number).toBe(1n)
    await expect(request('anvil_rollback', 2)).rejects.toMatchObject({ code: -32602 })
    await request('debug_setHead', '0x7')
    expect(node.head().block.header.number).toBe(1n)
    await request('debug_setHead', '0x0')
    expect(node.head().block.header.number).toBe(0n)
  })

  test('reset returns to the genesis; there is no chain to fork', async () => {
    const { client, wallet, request } = await nodeWith()
    await client.waitForTransactionReceipt({ hash: await wallet.sendTransaction({ to: recipient }) })
    await expect(request('hardhat_reset', { forking: { jsonRpcUrl: 'http://x' } })).rejects.toMatchObject({
      code: -32004,
    })
    await client.reset()
    expect(await client.getBlockNumber({ cacheTime: 0 })).toBe(0n)
    expect(await client.getTransactionCount({ address: sender })).toBe(0)
    expect(await client.getTxpoolStatus()).toEqual({ pending: 0, queued: 0 })
  })
})

describe('the node', () => {
  test('says what it is, and refuses what it has no use for', async () => {
    const { client, request } = await nodeWith()
    expect(await request('anvil_nodeInfo')).toMatchObject({
      currentBlockNumber: '0x0',
      hardFork: 'osaka',
      environment: { chainId: 900 },
    })
    const id = await request<string>('evm_snapshot')
    expect(await request('hardhat_metadata')).toMatchObject({
      // What hardhat-network-helpers asks of a network before it goes on.
      clientVersion: expect.stringMatching(/^anvil\//),
      chainId: 900,
      latestBlockNumber: 0,
      forkedNetwork: null,
      snapshots: { [id]: [0, (await client.getBlock()).hash] },
    })
    await client.setLoggingEnabled(true)
    await expect(client.setRpcUrl('http://x')).rejects.toThrow('forks no other')
  })

  test.each(['hardhat', 'anvil', 'ganache'] as const)('answers in the mode %s', async (mode) => {
    const { client, request } = await nodeWith()
    const prefix = mode === 'ganache' ? 'evm' : mode
    await request(`${prefix}_setBalance`, stranger, '0x5')
    expect(await client.getBalance({ address: stranger })).toBe(5n)
  })
})
