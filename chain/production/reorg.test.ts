import { type Hex, pad, parseEther, parseGwei, webSocket } from 'viem'
import { afterEach, describe, expect, test } from 'vitest'
import { createKzg } from '../blobs/Kzg.ts'
import { encodeNetworkTransaction } from '../blobs/networkForm.ts'
import { sidecarOf } from '../blobs/sidecarOf.ts'
import { fromHex, toHex } from '../hex.ts'
import { testContracts } from '../testing/contracts.ts'
import { createTestNode, testAccounts } from '../testing/createTestNode.ts'

const [sender, recipient] = testAccounts.map(({ address }) => address) as [Hex, Hex]
const counter: Hex = '0xc000000000000000000000000000000000000001'
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function manualNode(options: Parameters<typeof createTestNode>[0] = {}) {
  const alloc = { [counter]: { code: testContracts.counter } }
  const context = await createTestNode({ mining: { mode: 'manual' }, alloc, ...options })
  closing.push(context.node.close)
  const { node } = context
  const request = <T>(method: string, ...params: unknown[]) => node.request({ method, params }) as Promise<T>
  const mineAll = async (...hashes: Hex[]) => {
    await node.seal()
    for (const hash of hashes) {
      expect(await context.client.getTransactionReceipt({ hash })).toMatchObject({ status: 'success' })
    }
  }
  return { ...context, request, mineAll }
}

describe('anvil_reorg', () => {
  test('puts other blocks in place of the last ones, and their transactions back into the pool', async () => {
    const { node, client, wallet, wallets, request, mineAll } = await manualNode()
    await mineAll(await wallet.sendTransaction({ to: recipient, value: 1n }))
    const undone: Hex[] = []
    for (const each of [wallet, wallet, wallets[1]!]) {
      undone.push(await each.sendTransaction({ to: recipient, value: 1n }))
      await node.seal()
    }
    const before = [2n, 3n, 4n].map((number) => node.blockByNumber(number)!)
    await request('anvil_reorg', 3, [])

    const after = [2n, 3n, 4n].map((number) => node.blockByNumber(number)!)
    after.forEach(({ block, hash }, i) => {
      expect(toHex(hash)).not.toBe(toHex(before[i]!.hash))
      expect(block.transactions).toHaveLength(0)
      expect(block.header.timestamp).toBe(before[i]!.block.header.timestamp)
    })
    expect(node.head()).toBe(after[2])
    expect(await client.getTransactionCount({ address: sender })).toBe(1)
    expect(await client.getTxpoolStatus()).toEqual({ pending: 3, queued: 0 })
    await mineAll(...undone)
    expect(await client.getTransactionCount({ address: sender })).toBe(3)
  })

  test('fills the new blocks with the transactions given for them', async () => {
    const { node, client, wallet, wallets, request } = await manualNode()
    await client.mine({ blocks: 3 })
    const raw = await wallet.signTransaction(
      await wallet.prepareTransactionRequest({ to: recipient, value: 7n, nonce: 0, gas: 21_000n }),
    )
    await request('anvil_reorg', 2, [
      [raw, 0],
      [{ from: wallets[1]!.account.address, to: sender, value: '0x9' }, 1],
    ])
    expect(node.blockByNumber(2n)!.block.transactions.map(({ value }) => value)).toEqual([7n])
    expect(node.blockByNumber(3n)!.block.transactions.map(({ value }) => value)).toEqual([9n])
    await expect(request('anvil_reorg', 2, [[raw, 2]])).rejects.toMatchObject({ code: -32602 })
    await expect(request('anvil_reorg', 2, [['0x02', 0]])).rejects.toMatchObject({ code: -32602 })
  })

  test('goes no deeper than genesis, nor than the finalized block', async () => {
    const { node, client, request } = await manualNode()
    await client.mine({ blocks: 5 })
    await expect(request('anvil_reorg', 6)).rejects.toMatchObject({ code: -32602 })
    node.setForkchoice({ finalized: toHex(node.blockByNumber(3n)!.hash) })
    await expect(request('anvil_reorg', 3)).rejects.toMatchObject({
      code: -32602,
      message: expect.stringContaining('block 3 finalized can go back by 1 to 2, not by 3'),
    })
    await request('anvil_reorg', 2)
    expect(node.head().block.header.number).toBe(5n)
    expect((await client.getBlock({ blockTag: 'finalized' })).number).toBe(3n)
  })

  test('subscribers and filters learn of removed logs and of new heads, once and in order', async () => {
    const { node, wallet, request, mineAll } = await manualNode()
    const topic = pad('0xabcd')
    const hash = await wallet.sendTransaction({ to: counter, data: topic })
    await mineAll(hash)
    const server = await node.listen({ host: '127.0.0.1', port: 0 })
    closing.push(server.close)
    const filter = await request<Hex>('eth_newFilter', { address: counter })
    const rpc = await webSocket(server.ws, { reconnect: false })({ retryCount: 0 }).value!.getRpcClient()
    const pushes: { number?: Hex; removed?: boolean }[] = []
    let pushed = () => {}
    const subscribe = async (...params: unknown[]) => {
      await new Promise((onResponse) =>
        rpc.request({
          body: { method: 'eth_subscribe', params },
          onResponse: (message) => {
            if ('id' in message && message.id !== undefined) onResponse(message)
            else {
              pushes.push((message as never as { params: { result: { number: Hex } } }).params.result)
              pushed()
            }
          },
        }),
      )
    }
    await subscribe('logs', { address: counter })
    await subscribe('newHeads')
    const all = new Promise<void>((resolve) => {
      pushed = () => pushes.length === 4 && resolve()
    })
    await request('anvil_reorg', 1)
    await node.seal()
    await all
    await rpc.close()
    const changes = () => request<{ removed: boolean; blockNumber: Hex }[]>('eth_getFilterChanges', filter)
    expect(pushes.filter(({ removed }) => removed !== undefined)).toMatchObject([
      { removed: true, blockNumber: '0x1', transactionHash: hash },
      { removed: false, blockNumber: '0x2', transactionHash: hash },
    ])
    expect(pushes.filter(({ removed }) => removed === undefined)).toMatchObject([{ number: '0x1' }, { number: '0x2' }])
    expect(await changes()).toMatchObject([{ removed: true }, { removed: false, blockNumber: '0x2' }])
  })
})

test('a blob transaction returns with its blobs, and is mined again', async () => {
  const kzg = createKzg()
  closing.push(kzg.close)
  const { node, client, wallet, request, mineAll } = await manualNode({ blobs: { retentionBlocks: 100 } })
  const blob = new Uint8Array(131_072)
  blob[5] = 7
  const sidecar = await sidecarOf([blob], kzg, 'blob')
  const canonical = await wallet.account.signTransaction({
    type: 'eip4844',
    chainId: 900,
    nonce: 0,
    gas: 21_000n,
    maxFeePerGas: parseGwei('10'),
    maxPriorityFeePerGas: 1n,
    maxFeePerBlobGas: parseGwei('10'),
    to: recipient,
    blobVersionedHashes: sidecar.versionedHashes,
    sidecars: false,
  } as never)
  const hash = await request<Hex>(
    'eth_sendRawTransaction',
    toHex(encodeNetworkTransaction(fromHex(canonical), sidecar)),
  )
  await mineAll(hash)
  await request('anvil_reorg', 1)
  expect(await client.getTxpoolStatus()).toEqual({ pending: 1, queued: 0 })
  expect(await request('anvil_getBlobByHash', sidecar.versionedHashes[0])).toBe(toHex(blob))
  await mineAll(hash)
  expect(node.head().block.header).toMatchObject({ number: 2n, blobGasUsed: 131_072n })
})

test('what returns need not be affordable yet: its funds may return too', async () => {
  const { client, wallet, wallets, request, mineAll } = await manualNode()
  const third = wallets[2]!
  const all = parseEther('10000')
  const spend = async (value: bigint) => third.sendTransaction({ to: recipient, value, gas: 21_000n })
  await mineAll(await wallet.sendTransaction({ to: third.account.address, value: parseEther('5') }))
  await mineAll(await spend(all + parseEther('4')))
  await request('anvil_reorg', 2)
  expect(await client.getTxpoolStatus()).toEqual({ pending: 2, queued: 0 })
  await client.mine({ blocks: 2 })
  expect(await client.getBalance({ address: third.account.address })).toBeLessThan(parseEther('1'))
})
