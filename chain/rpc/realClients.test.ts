import fc from 'fast-check'
import { createPublicClient, type Hex, http, parseEther, webSocket } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestNode, testAccounts } from '../testing/createTestNode.ts'

// storage[0] = 1; log1(nothing, 0x99)
const logger: Hex = '0xa100000000000000000000000000000000000001'
const recipient = testAccounts[1]!.address
let at: Awaited<ReturnType<typeof createTestNode>>
let url: { http: string; ws: string }

beforeAll(async () => {
  at = await createTestNode({ alloc: { [logger]: { code: '0x6001600055609960006000a100' } }, blobs: {} })
  url = await at.node.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => at.node.close())

const transfer = () => at.wallet.sendTransaction({ to: recipient, value: parseEther('1') })
const log = () => at.wallet.sendTransaction({ to: logger, gas: 100_000n })

/** Resolves with what the watcher reports first once `act` has been done. */
async function reported<T>(watch: (report: (value: T) => void) => () => void, act: () => Promise<unknown>): Promise<T> {
  let stop = () => {}
  const value = new Promise<T>((resolve) => {
    stop = watch(resolve)
  })
  await act()
  const first = await value
  stop()
  return first
}

for (const transport of ['http', 'webSocket'] as const) {
  describe(`viem over ${transport}`, () => {
    const clientOf = () =>
      createPublicClient({
        transport: transport === 'http' ? http(url.http) : webSocket(url.ws, { reconnect: false, keepAlive: false }),
        pollingInterval: 20,
      })

    /** Subscriptions take a round trip until they stand; an event before that is not theirs. */
    async function settled<T>(client: ReturnType<typeof clientOf>, act: () => Promise<T>): Promise<T> {
      await client.getChainId()
      await client.getChainId()
      return act()
    }

    test('reads blocks, receipts and logs', async () => {
      const client = clientOf()
      const hash = await log()
      const receipt = await client.waitForTransactionReceipt({ hash })
      const block = await client.getBlock({ blockHash: receipt.blockHash })
      expect(block.transactions).toEqual([hash])
      const logs = await client.getLogs({ address: logger, fromBlock: receipt.blockNumber })
      expect(logs.map(({ transactionHash }) => transactionHash)).toEqual([hash])
    })

    test('watches blocks', async () => {
      const client = clientOf()
      const before = await client.getBlockNumber()
      const block = await reported<{ number: bigint }>(
        (report) => client.watchBlocks({ onBlock: (block) => block.number > before && report(block) }),
        () => settled(client, transfer),
      )
      expect(block.number).toBe(before + 1n)
    })

    test('watches logs', async () => {
      const client = clientOf()
      const logs = await reported<{ address: string; topics: Hex[] }[]>(
        (report) => client.watchEvent({ address: logger, onLogs: report as never }),
        () => settled(client, log),
      )
      expect(logs).toMatchObject([{ address: logger, topics: [`0x${'99'.padStart(64, '0')}`] }])
    })

    test('watches pending transactions', async () => {
      const client = clientOf()
      let sent: Hex | undefined
      const hashes = await reported<Hex[]>(
        (report) => client.watchPendingTransactions({ onTransactions: report }),
        () =>
          settled(client, async () => {
            sent = await transfer()
          }),
      )
      expect(hashes).toEqual([sent])
    })
  })
}

test('no call makes the node stop answering', async () => {
  const modules = (await at.node.request({ method: 'rpc_modules' })) as Record<string, string>
  expect(Object.keys(modules)).toContain('debug')
  const hash = await log()
  const address = testAccounts[0]!.address
  const methods = [
    'eth_call',
    'eth_getLogs',
    'eth_newFilter',
    'eth_getProof',
    'eth_getBlockByNumber',
    'eth_estimateGas',
    'eth_sendRawTransaction',
    'debug_traceCall',
    'debug_traceTransaction',
    'eth_getStorageAt',
    'eth_feeHistory',
    'anvil_getBlobByHash',
    'eth_getFilterChanges',
    'eth_createAccessList',
    'eth_subscribe',
    'debug_getRawBlock',
  ]
  const scalar = fc.constantFrom<unknown>(
    '0x',
    '0x0',
    '0x1',
    '0xffffffffffffffffffff',
    'latest',
    'pending',
    hash,
    address,
    null,
    true,
    -1,
    1e300,
    '',
    {},
    [],
    '0x03',
    '0x02c0',
    `0x${'ff'.repeat(64)}`,
    'callTracer',
  )
  const call = fc.dictionary(
    fc.constantFrom(
      'from',
      'to',
      'data',
      'input',
      'value',
      'gas',
      'gasPrice',
      'maxFeePerGas',
      'accessList',
      'authorizationList',
      'blobVersionedHashes',
      'topics',
      'address',
      'fromBlock',
      'toBlock',
      'blockHash',
      'tracer',
      'tracerConfig',
      'stateOverrides',
      'nonce',
    ),
    fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.jsonValue({ maxDepth: 2 })),
  )
  const params = fc.array(fc.oneof(scalar, call, fc.jsonValue({ maxDepth: 2 })), { maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...methods), params, async (method, params) => {
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
      const answer = (await (await fetch(url.http, { method: 'POST', body })).json()) as {
        error?: { code: number; message: string }
      }
      // -32603 is what a fault of the node itself looks like.
      if (answer.error) expect(answer.error, body).not.toMatchObject({ code: -32603 })
    }),
    { numRuns: 500 },
  )
  expect(await at.client.getChainId()).toBe(900)
})
