import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Hex, pad } from 'viem'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { encodeBlock } from '../../execute/index.ts'
import type { ExecutionNode, ExecutionNodeOptions } from '../ExecutionNode.ts'
import { toHex } from '../hex.ts'
import { testContracts } from '../testing/contracts.ts'
import { createTestNode, testAccounts } from '../testing/createTestNode.ts'

const counter = pad('0xc0', { size: 20 })
const alloc = { [counter]: { code: testContracts.counter } }
const receiver = pad('0xee', { size: 20 })

let stateDir: string
beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'nativeroll-state-'))
})
afterEach(() => rmSync(stateDir, { recursive: true, force: true }))

const open = (options: Partial<ExecutionNodeOptions> = {}) =>
  createTestNode({ mining: { mode: 'manual' }, alloc, stateDir, recordWitness: true, ...options })

/** Blocks of one call to the counter each. */
async function grow({ node, wallet }: Awaited<ReturnType<typeof open>>, blocks: number): Promise<Hex[]> {
  const hashes: Hex[] = []
  for (let i = 0; i < blocks; i++) {
    hashes.push(await wallet.sendTransaction({ to: counter, data: pad(toHex(Uint8Array.of(i + 1))), gas: 100_000n }))
    await node.seal()
  }
  return hashes
}

/** Everything a user can ask about the chain, as JSON. */
async function answers(node: ExecutionNode, transactions: Hex[]): Promise<unknown> {
  const head = Number(node.head().block.header.number)
  const ask = (method: string, ...params: unknown[]) => node.request({ method, params })
  const ofBlock = async (number: number) => {
    const at = `0x${number.toString(16)}`
    return [
      await ask('eth_getBlockByNumber', at, true),
      await ask('eth_getBlockReceipts', at),
      await ask('eth_getProof', counter, [pad('0x0')], at),
      await ask('eth_getCode', counter, at),
      number > 0 && (await ask('debug_executionWitness', at)),
    ]
  }
  return {
    blocks: await Promise.all(Array.from({ length: head + 1 }, (_, number) => ofBlock(number))),
    transactions: await Promise.all(transactions.map((hash) => ask('eth_getTransactionByHash', hash))),
    logs: await ask('eth_getLogs', { address: counter, fromBlock: '0x0' }),
    safe: await ask('eth_getBlockByNumber', 'safe', false),
    finalized: await ask('eth_getBlockByNumber', 'finalized', false),
  }
}

describe('state directory', () => {
  test('behavior: opened again, the chain answers as before, and goes on', async () => {
    const first = await open()
    const transactions = await grow(first, 5)
    first.node.setForkchoice({
      safe: toHex(first.node.blockByNumber(4n)!.hash),
      finalized: toHex(first.node.blockByNumber(2n)!.hash),
    })
    const before = await answers(first.node, transactions)
    await first.node.close()

    const second = await open()
    expect(await answers(second.node, transactions)).toEqual(before)
    await grow(second, 2)
    expect(await second.client.getBlockNumber()).toBe(7n)
    expect(await second.client.getTransactionCount({ address: testAccounts[0]!.address })).toBe(7)
    expect(second.node.head().block.header.timestamp).toBeGreaterThan(
      second.node.blockByNumber(5n)!.block.header.timestamp,
    )
    await second.node.close()
  })

  test('behavior: what was there when the process died is a chain, whichever instant it was', async () => {
    const first = await open()
    const copies: { directory: string; head: Hex }[] = []
    for (let i = 0; i < 3; i++) {
      await grow(first, 1)
      const directory = `${stateDir}-copy-${i}`
      cpSync(stateDir, directory, { recursive: true })
      copies.push({ directory, head: toHex(first.node.head().hash) })
    }
    await first.node.close()
    for (const { directory, head } of copies) {
      const { node, wallet } = await open({ stateDir: directory })
      expect(toHex(node.head().hash)).toBe(head)
      await wallet.sendTransaction({ to: receiver, value: 1n })
      await node.seal()
      await node.close()
      rmSync(directory, { recursive: true })
    }
  })

  test('behavior: a reorganisation is kept, and the way back from it', async () => {
    const a = await open()
    await grow(a, 1)
    const b = await createTestNode({
      mining: { mode: 'manual' },
      alloc,
      attributes: async () => ({ extraData: Uint8Array.of(1) }),
    })
    await b.node.seal()
    await b.node.seal()
    const lost = a.node.head()
    for (const number of [1n, 2n]) await a.node.importBlock(encodeBlock(b.node.blockByNumber(number)!.block))
    await a.node.close()

    const again = await open()
    expect(toHex(again.node.head().hash)).toBe(toHex(b.node.head().hash))
    const hash = toHex(lost.block.transactions[0]!.hash())
    expect(await again.client.getTransaction({ hash })).toMatchObject({ blockHash: null })
    await again.node.importBlock(encodeBlock(lost.block))
    expect(toHex(again.node.head().hash)).toBe(toHex(lost.hash))
    expect(again.node.blockByNumber(2n)).toBeUndefined()
    await Promise.all([again.node.close(), b.node.close()])
  })

  test('behavior: a block on a state that a test method rewrote can be traced after a restart', async () => {
    const first = await open()
    await first.node.request({ method: 'anvil_setBalance', params: [receiver, '0x2a'] })
    const [hash] = await grow(first, 1)
    await first.node.close()
    const { node, client } = await open()
    expect(await client.getBalance({ address: receiver })).toBe(42n)
    expect(
      await node.request({ method: 'debug_traceTransaction', params: [hash, { tracer: 'callTracer' }] }),
    ).toMatchObject({ to: counter })
    await node.close()
  })

  test('behavior: a transaction that nobody signed keeps its sender', async () => {
    const first = await open()
    await first.client.setBalance({ address: receiver, value: 10n ** 18n })
    await first.client.impersonateAccount({ address: receiver })
    const hash = (await first.node.request({
      method: 'eth_sendTransaction',
      params: [{ from: receiver, to: counter, gas: '0x186a0' }],
    })) as Hex
    await first.node.seal()
    await first.node.close()
    const { node, client } = await open()
    expect(await client.getTransaction({ hash })).toMatchObject({ from: receiver, hash })
    await node.close()
  })

  test('behavior: witnesses of unfinalized blocks stay, however old', async () => {
    const first = await open()
    await grow(first, 300)
    const finalize = (node: ExecutionNode, number: bigint) =>
      node.setForkchoice({ finalized: toHex(node.blockByNumber(number)!.hash) })
    finalize(first.node, 0n)
    await first.node.close()
    const { node } = await open()
    expect(node.blockByNumber(1n)!.witness?.state.length).toBeGreaterThan(0)
    finalize(node, 290n)
    await node.seal()
    expect(node.blockByNumber(33n)!.witness).toBeUndefined()
    expect(node.blockByNumber(40n)!.witness?.state.length).toBeGreaterThan(0)
    await node.close()
  })

  test('error: another chain than the one that is there, naming what differs', async () => {
    await (await open()).node.close()
    await expect(open({ chainId: 901 })).rejects.toMatchObject({
      code: 'STATE_DIR_MISMATCH',
      message: `${stateDir} holds another chain than test: chainId is 900 there and 901 here`,
    })
    await expect(open({ genesis: { timestamp: 1n, gasLimit: 30_000_000n, alloc: {} } })).rejects.toMatchObject({
      code: 'STATE_DIR_MISMATCH',
      message: expect.stringContaining('genesis.timestamp is 1700000000 there and 1 here'),
    })
    await expect(open({ precompileRules: 'gas twice as dear' })).rejects.toMatchObject({
      code: 'STATE_DIR_MISMATCH',
      message: expect.stringContaining('precompileRules is absent there and gas twice as dear here'),
    })
    await (await open()).node.close()
  })

  test('error: a folder of another version, naming both formats and leaving it as it is', async () => {
    await (await open()).node.close()
    const { deserialize, serialize } = await import('node:v8')
    const meta = await rewrite('meta', Buffer.from('meta'), (bytes) => serialize({ ...deserialize(bytes), format: 1 }))
    for (let i = 0; i < 2; i++)
      await expect(open()).rejects.toMatchObject({
        code: 'STATE_DIR_MISMATCH',
        message: `${stateDir} was written by an older version: its format is 1, and this one reads 2`,
        hint: expect.stringContaining('go on with the version that wrote it'),
      })
    await rewrite('meta', Buffer.from('meta'), () => meta)
    await (await open()).node.close()
  })

  test('behavior: forks to come can be scheduled anew, those that have begun cannot', async () => {
    const blobSchedule = { amsterdam: { target: 20, max: 30, baseFeeUpdateFraction: 11684671 } }
    const first = await open({ forks: { osaka: 0, bpo1: 4_000_000_000 } })
    await grow(first, 1)
    await first.node.close()
    const amsterdam = Number(first.node.head().block.header.timestamp) + 1
    const second = await open({ forks: { osaka: 0, amsterdam }, blobSchedule })
    await grow(second, 1)
    expect(await second.node.request({ method: 'anvil_nodeInfo', params: [] })).toMatchObject({ hardFork: 'amsterdam' })
    await second.node.close()
    await expect(open({ forks: { osaka: 0 } })).rejects.toMatchObject({
      code: 'STATE_DIR_MISMATCH',
      message: expect.stringContaining(`forks is {"osaka":0,"amsterdam":${amsterdam}} there and {"osaka":0} here`),
    })
    const other = { amsterdam: { ...blobSchedule.amsterdam, max: 31 } }
    await expect(open({ forks: { osaka: 0, amsterdam }, blobSchedule: other })).rejects.toMatchObject({
      code: 'STATE_DIR_MISMATCH',
    })
    await (await open({ forks: { osaka: 0, amsterdam }, blobSchedule })).node.close()
  })

  /** @returns what was there before */
  async function rewrite(table: string, key: Uint8Array, next: (bytes: Buffer) => Buffer | undefined): Promise<Buffer> {
    const { open: openDatabase } = await import('lmdb')
    const database = openDatabase({ path: join(stateDir, 'chain.mdb'), noSubdir: true, maxDbs: 16 })
    const values = database.openDB({ name: table, encoding: 'binary', keyEncoding: 'binary' })
    const before = Buffer.from(values.get(Buffer.from(key))!)
    const after = next(before)
    if (after) values.putSync(Buffer.from(key), after)
    else values.removeSync(Buffer.from(key))
    await database.close()
    return before
  }

  test('error: a head that is not complete', async () => {
    const first = await open()
    await grow(first, 3)
    await first.node.close()
    await rewrite('nodes', first.node.head().block.header.stateRoot, () => undefined)
    await expect(open()).rejects.toMatchObject({ code: 'STATE_DIR_CORRUPT' })
    await rewrite('headers', first.node.head().hash, () => Buffer.alloc(600))
    await expect(open()).rejects.toMatchObject({ code: 'STATE_DIR_CORRUPT' })
    await rewrite('meta', Buffer.from('meta'), () => undefined)
    await expect(open()).rejects.toMatchObject({ code: 'STATE_DIR_CORRUPT' })
  })

  test('error: what is not as it was written is never an answer', async () => {
    const first = await open()
    await grow(first, 3)
    await first.node.close()
    const { hash, block } = first.node.blockByNumber(2n)!
    await rewrite('records', hash, () => Buffer.from('damage'))
    await rewrite('nodes', block.header.stateRoot, () => Buffer.from([0xc2, 0x80, 0x80]))
    const { node } = await open()
    for (const request of [
      { method: 'eth_getBlockReceipts', params: ['0x2'] },
      { method: 'eth_getBalance', params: [receiver, '0x2'] },
    ])
      await expect(node.request(request)).rejects.toMatchObject({
        message: expect.stringContaining(`${stateDir} does not hold`),
        cause: { code: 'STATE_DIR_CORRUPT' },
      })
    await node.seal()
    await node.close()
  })
})

describe('without a state directory', () => {
  test('behavior: finalized blocks go once they are older than the limit; the rest of the API goes on', async () => {
    const { node, client, wallet } = await createTestNode({ mining: { mode: 'manual' }, keptBlocks: 256 })
    const hash = await wallet.sendTransaction({ to: receiver, value: 1n })
    for (let i = 0; i < 300; i++) await node.seal()
    expect(node.blockByNumber(1n)).toBeUndefined()
    expect(await client.getTransactionReceipt({ hash }).catch(({ name }) => name)).toBe(
      'TransactionReceiptNotFoundError',
    )
    expect(node.blockByNumber(0n)).toBe(node.genesis)
    expect(node.blockByNumber(50n)!.block.header.number).toBe(50n)
    const { oldestBlock } = await client.getFeeHistory({ blockCount: 1000, rewardPercentiles: [] })
    expect(oldestBlock).toBe(44n)
    await node.close()
  })

  test('behavior: unfinalized blocks stay', async () => {
    const { node } = await createTestNode({ mining: { mode: 'manual' }, keptBlocks: 256 })
    node.setForkchoice({ finalized: toHex(node.genesis.hash) })
    for (let i = 0; i < 300; i++) await node.seal()
    expect(node.blockByNumber(1n)!.block.header.number).toBe(1n)
    await node.close()
  })
})
