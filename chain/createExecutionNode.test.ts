import {
  encodeErrorResult,
  keccak256,
  numberToHex,
  pad,
  parseAbi,
  parseEther,
  parseGwei,
  toHex as textToHex,
} from 'viem'
import { describe, expect, test } from 'vitest'
import { encodeBlock } from '../execute/index.ts'
import { fromHex, toHex } from './hex.ts'
import { initCode, testContracts } from './testing/contracts.ts'
import { createTestNode, fundedAlloc, testAccounts } from './testing/createTestNode.ts'

const [sender, recipient] = testAccounts.map(({ address }) => address) as [`0x${string}`, `0x${string}`]
const at = (last: string) => `0x${last.padStart(40, '0')}` as const

describe('transactions', () => {
  test('a transfer is included at once and its receipt says what it did', async () => {
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

  test('a contract is created, logs, and its storage is proven against the header', async () => {
    const { node, client, wallet } = await createTestNode()
    const created = await client.waitForTransactionReceipt({
      hash: await wallet.sendTransaction({ data: initCode(testContracts.counter) }),
    })
    const counter = created.contractAddress!
    expect(await client.getCode({ address: counter })).toBe(testContracts.counter)
    const topic = keccak256(textToHex('Counted'))
    for (let i = 0; i < 2; i++) {
      await client.waitForTransactionReceipt({ hash: await wallet.sendTransaction({ to: counter, data: topic }) })
    }
    const logs = await client.getLogs({ address: counter, fromBlock: 0n })
    expect(logs.map(({ topics, data, blockNumber, logIndex }) => ({ topics, data, blockNumber, logIndex }))).toEqual([
      { topics: [topic], data: topic, blockNumber: 2n, logIndex: 0 },
      { topics: [topic], data: topic, blockNumber: 3n, logIndex: 0 },
    ])
    expect(await client.getStorageAt({ address: counter, slot: '0x0' })).toBe(pad('0x2'))
    expect(await client.getStorageAt({ address: counter, slot: '0x0', blockNumber: 2n })).toBe(pad('0x1'))
    expect((await client.call({ to: counter, data: topic })).data).toBe(pad('0x3'))

    const proof = await client.getProof({ address: counter, storageKeys: [pad('0x0')], blockNumber: 2n })
    const { stateRoot } = await client.getBlock({ blockNumber: 2n })
    expect(keccak256(proof.accountProof[0]!)).toBe(stateRoot)
    expect(keccak256(proof.storageProof[0]!.proof[0]!)).toBe(proof.storageHash)
    expect(proof.storageProof[0]!.value).toBe(1n)
    await node.close()
  })

  test('every transaction type is taken and shown as such', async () => {
    const { node, client, wallet } = await createTestNode()
    const sent = [
      { type: 'legacy', gasPrice: parseGwei('3') },
      { type: 'eip2930', gasPrice: parseGwei('3'), accessList: [{ address: recipient, storageKeys: [pad('0x1')] }] },
      { type: 'eip1559' },
    ] as const
    for (const [index, fields] of sent.entries()) {
      const hash = await wallet.sendTransaction({ to: recipient, ...fields })
      const receipt = await client.waitForTransactionReceipt({ hash })
      const transaction = await client.getTransaction({ hash })
      expect(receipt.type).toBe(fields.type)
      expect(transaction).toMatchObject({ type: fields.type, nonce: index, from: sender.toLowerCase(), chainId: 900 })
    }
    const authorization = await wallet.signAuthorization({ contractAddress: at('c0de'), executor: 'self' })
    const hash = await wallet.sendTransaction({ to: recipient, authorizationList: [authorization] })
    expect((await client.waitForTransactionReceipt({ hash })).type).toBe('eip7702')
    expect(await client.getCode({ address: sender })).toBe(`0xef0100${at('c0de').slice(2)}`)
    expect((await client.getTransaction({ hash })).authorizationList).toHaveLength(1)
    await node.close()
  })

  test('eth_sendRawTransactionSync answers with the receipt', async () => {
    const { node, wallet } = await createTestNode()
    const receipt = await wallet.sendRawTransactionSync({
      serializedTransaction: await wallet.signTransaction(
        await wallet.prepareTransactionRequest({ to: recipient, value: 1n }),
      ),
    })
    expect(receipt).toMatchObject({ status: 'success', blockNumber: 1n })
    await node.close()
  })

  test('the node signs for the accounts whose keys it holds', async () => {
    const { node, client } = await createTestNode()
    const hash = (await node.request({
      method: 'eth_sendTransaction',
      params: [{ from: sender, to: recipient, value: '0x1' }],
    })) as `0x${string}`
    expect(await client.waitForTransactionReceipt({ hash })).toMatchObject({ status: 'success' })
    await expect(
      node.request({ method: 'eth_sendTransaction', params: [{ from: at('1'), to: recipient }] }),
    ).rejects.toMatchObject({ code: -32000, message: expect.stringContaining('the node holds no key') })
    await node.close()
  })
})

describe('calls', () => {
  const reverter = at('dead')
  const alloc = { [reverter]: { code: testContracts.reverter }, [at('f0')]: { code: testContracts.gasHolder } }

  test('a revert has code 3, its data, and its reason', async () => {
    const { node, client } = await createTestNode({ alloc })
    const data = encodeErrorResult({ abi: parseAbi(['error Error(string)']), errorName: 'Error', args: ['too late'] })
    const call = { to: reverter, data }
    await expect(node.request({ method: 'eth_call', params: [call] })).rejects.toMatchObject({
      code: 3,
      message: 'execution reverted: too late',
      data,
    })
    await expect(node.request({ method: 'eth_estimateGas', params: [call] })).rejects.toMatchObject({ code: 3, data })
    const abi = parseAbi(['error Error(string)', 'function fail(string) view'])
    await expect(client.readContract({ address: reverter, abi, functionName: 'fail', args: ['x'] })).rejects.toThrow(
      'reverted',
    )
    await node.close()
  })

  test('the estimate covers a callee that must hold much more gas than it uses', async () => {
    const { node, client, wallet } = await createTestNode({ alloc })
    const gas = await client.estimateGas({ account: sender, to: at('f0') })
    expect(gas).toBeGreaterThan(1_021_000n)
    expect(gas).toBeLessThan(1_040_000n)
    const hash = await wallet.sendTransaction({ to: at('f0'), gas })
    expect(await client.waitForTransactionReceipt({ hash })).toMatchObject({ status: 'success', gasUsed: 21_021n })
    await node.close()
  })

  test('a plain transfer is estimated exactly, with and without fees named', async () => {
    const { node, client } = await createTestNode()
    expect(await client.estimateGas({ account: sender, to: recipient, value: 1n })).toBe(21_000n)
    const fees = { maxFeePerGas: parseGwei('5'), maxPriorityFeePerGas: 1n }
    expect(await client.estimateGas({ account: sender, to: recipient, value: 1n, ...fees })).toBe(21_000n)
    await expect(client.estimateGas({ account: at('1234'), to: recipient, value: 1n })).rejects.toThrow(
      'insufficient funds',
    )
    await node.close()
  })

  test('overrides of state and block hold for the call alone', async () => {
    const { node, client } = await createTestNode()
    const { data } = await client.call({
      to: at('beef'),
      data: pad('0x1'),
      stateOverride: [
        { address: at('beef'), code: testContracts.counter, stateDiff: [{ slot: pad('0x0'), value: pad('0x9') }] },
      ],
    })
    expect(data).toBe(pad('0xa'))
    // NUMBER, PUSH0, MSTORE, PUSH1 32, PUSH0, RETURN
    const numbers = await node.request({
      method: 'eth_call',
      params: [{ to: at('beef') }, 'latest', { [at('beef')]: { code: '0x435f5260205ff3' } }, { number: '0x7b' }],
    })
    expect(numbers).toBe(numberToHex(123, { size: 32 }))
    expect(await client.getCode({ address: at('beef') })).toBeUndefined()
    await node.close()
  })

  test('no call gets more gas than the node allows, whatever it overrides', async () => {
    const { node } = await createTestNode({ rpc: { callGas: 100_000 } })
    // GAS, PUSH0, MSTORE, PUSH1 32, PUSH0, RETURN
    const overrides = { [at('beef')]: { code: '0x5a5f5260205ff3' } }
    const call = { to: at('beef'), gas: '0xffffffffffff' }
    const gas = await node.request({
      method: 'eth_call',
      params: [call, 'latest', overrides, { gasLimit: '0xffffffffffff' }],
    })
    expect(BigInt(gas as string)).toBe(100_000n - 21_000n - 2n)
    await node.close()
  })

  test('a call may use more gas than a block has, as with geth; an estimate may not', async () => {
    const { node } = await createTestNode({ genesis: { timestamp: 0n, gasLimit: 1_000_000n, alloc: fundedAlloc } })
    const [gasLeft, endless] = [{ data: '0x5a5f5260205ff3' }, { data: '0x5b5f56' }]
    expect(BigInt((await node.request({ method: 'eth_call', params: [gasLeft] })) as string)).toBeGreaterThan(
      40_000_000n,
    )
    await expect(node.request({ method: 'eth_estimateGas', params: [endless] })).rejects.toThrow('allowance (1000000)')
    await node.close()
  })

  test('an access list names what the call touches', async () => {
    const { node, client } = await createTestNode({ alloc: { [at('c0')]: { code: testContracts.counter } } })
    const { accessList } = await client.createAccessList({ account: sender, to: at('c0'), data: pad('0x1') })
    expect(accessList).toEqual([{ address: at('c0'), storageKeys: [pad('0x0')] }])
    await node.close()
  })
})

describe('blocks', () => {
  test('a block that one node seals another imports, with the same hash and state', async () => {
    const { node, client, wallet } = await createTestNode({ recordWitness: true })
    const follower = await createTestNode({ mining: { mode: 'manual' } })
    await client.waitForTransactionReceipt({ hash: await wallet.sendTransaction({ to: recipient, value: 5n }) })
    const imported = await follower.node.importBlock(encodeBlock(node.head().block))
    expect(toHex(imported.hash)).toBe(toHex(node.head().hash))
    expect(await follower.client.getBalance({ address: recipient })).toBe(
      await client.getBalance({ address: recipient }),
    )

    const altered = { ...node.head().block, header: { ...node.head().block.header, gasUsed: 1n } }
    await expect(follower.node.importBlock(altered)).rejects.toMatchObject({ name: 'InvalidBlock' })
    const orphan = { ...altered, header: { ...altered.header, parentHash: new Uint8Array(32) } }
    await expect(follower.node.importBlock(orphan)).rejects.toMatchObject({ code: 'UNKNOWN_PARENT' })
    expect(follower.node.head().block.header.number).toBe(1n)
    await Promise.all([node.close(), follower.node.close()])
  })

  test('safe and finalized are where fork choice puts them', async () => {
    const { node, client } = await createTestNode({ mining: { mode: 'manual' } })
    const first = await node.seal()
    await node.seal()
    node.setForkchoice({ safe: toHex(first.hash), finalized: toHex(node.genesis.hash) })
    expect((await client.getBlock({ blockTag: 'latest' })).number).toBe(2n)
    expect((await client.getBlock({ blockTag: 'safe' })).number).toBe(1n)
    expect((await client.getBlock({ blockTag: 'finalized' })).number).toBe(0n)
    expect(() => node.setForkchoice({ safe: pad('0x1') })).toThrow('not known')
    await node.close()
  })

  test('state beyond the history limit is refused, blocks and receipts stay', async () => {
    const { node, client, wallet } = await createTestNode({ historyBlocks: 2 })
    const hash = await wallet.sendTransaction({ to: recipient, value: 1n })
    await client.waitForTransactionReceipt({ hash })
    for (let i = 0; i < 4; i++) await node.seal()
    await expect(client.getBalance({ address: sender, blockNumber: 1n })).rejects.toThrow('historical state')
    expect(await client.getBalance({ address: sender, blockNumber: 4n })).toBeGreaterThan(0n)
    expect((await client.getTransactionReceipt({ hash })).blockNumber).toBe(1n)
    await node.close()
  })

  test('what is sealed is what importing it again gives: raw block, witness and all', async () => {
    const { node, client, wallet } = await createTestNode()
    await client.waitForTransactionReceipt({ hash: await wallet.sendTransaction({ to: recipient, value: 1n }) })
    const raw = (await node.request({ method: 'debug_getRawBlock', params: ['latest'] })) as `0x${string}`
    expect(fromHex(raw)).toEqual(encodeBlock(node.head().block))
    const witness = (await node.request({ method: 'debug_executionWitness', params: ['latest'] })) as {
      state: string[]
      headers: string[]
    }
    expect(witness.state.length).toBeGreaterThan(0)
    expect(witness.headers).toEqual([await node.request({ method: 'debug_getRawHeader', params: ['0x0'] })])
    await node.close()
  })

  test('a witness names the addresses and slots behind its leaves', async () => {
    const alloc = { [at('aa')]: { code: testContracts.counter } }
    const { node, client, wallet } = await createTestNode({ alloc })
    await client.waitForTransactionReceipt({ hash: await wallet.sendTransaction({ to: at('aa') }) })
    const witness = { method: 'debug_executionWitness', params: ['latest'] }
    const { keys } = (await node.request(witness)) as { keys: string[] }
    expect(keys).toEqual([...new Set(keys)].sort())
    expect(keys).toContain(at('aa'))
    expect(keys).toContain(wallet.account.address.toLowerCase())
    expect(keys).toContain(`0x${'00'.repeat(32)}`)
    expect(keys).not.toContain(recipient)
    await expect(node.request({ ...witness, params: ['pending'] })).rejects.toThrow('no witness')
    await node.close()
  })
})

describe('requests', () => {
  test.each([
    ['eth_getBalance', ['0x12'], -32602, 'invalid argument 0 (address): expected a 20-byte'],
    ['eth_getBalance', [], -32602, 'missing value for required argument 0 (address)'],
    ['eth_getBlockByNumber', ['2', false], -32602, 'invalid argument 0 (block)'],
    ['eth_getBlockByNumber', ['0x1', 'yes'], -32602, 'invalid argument 1 (fullTransactions): expected true or false'],
    ['eth_call', [{ to: 7 }], -32602, 'invalid argument 0 (transaction): .to: expected a 20-byte'],
    ['eth_chainId', ['a'], undefined, undefined],
    ['eth_getLogs', [{ fromBlock: '0x9' }], -32602, 'invalid block range'],
    ['eth_sendRawTransaction', ['0x02f8'], -32000, 'decoded'],
    ['eth_getBalance', [at('1'), '0x99'], -32000, 'header not found'],
    ['eth_noSuchMethod', [], -32601, 'eth_noSuchMethod'],
    ['toString', [], -32601, 'toString'],
  ])('%s %j', async (method, params, code, message) => {
    const { node } = await createTestNode()
    const request = node.request({ method, params })
    if (code === undefined) expect(await request).toBeDefined()
    else await expect(request).rejects.toMatchObject({ code, message: expect.stringContaining(message!) })
    await node.close()
  })
})
