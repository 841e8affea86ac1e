import { getContractAddress, type Hex } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testAccounts } from '../../../testing/createTestNode.ts'
import { comparable, createTwins, shapeOf, type Twins } from '../../../testing/createTwins.ts'
import { traced, tracedAccounts } from '../../../tracing/tracedContracts.test-support.ts'

const from = testAccounts[0]!.address.toLowerCase() as Hex
const created = getContractAddress({ from, nonce: 2n }).toLowerCase() as Hex
const nobody = `0x${'11'.repeat(20)}` as Hex
let twins: Twins
let hashes: Hex[]

beforeAll(async () => {
  twins = await createTwins(tracedAccounts)
  hashes = [
    await twins.send({ to: traced.outer, data: '0x12345678aa' }),
    await twins.send({ to: traced.reverting }),
    await twins.send({ data: '0x600160005360016000f3' }),
    await twins.send({ to: nobody, value: 1n }),
    await twins.send({ to: traced.broken }),
  ]
})
afterAll(() => twins.stop())

const ours = (method: string, ...params: unknown[]) => twins.node.request({ method, params })

async function same(method: string, ...params: unknown[]): Promise<unknown> {
  const [own, theirs] = await twins.ask(method, ...params)
  expect(comparable(own)).toEqual(comparable(theirs))
  return own
}

/** The same fields; those that only our blocks, transactions or receipts have stand in `more`, theirs in `less`. */
async function sameShape(method: string, params: unknown[], { more = [], less = [] } = {} as Record<string, string[]>) {
  const [own, theirs] = await twins.ask(method, ...params)
  expect(shapeOf(comparable(own, ...more))).toEqual(shapeOf(comparable(theirs, ...less)))
  return own
}

const differences = { less: ['blobGasPrice'] }

describe('as anvil answers', () => {
  test('of a transaction: calls, operations, error', async () => {
    for (const hash of hashes) {
      await same('ots_traceTransaction', hash)
      await same('ots_getTransactionError', hash)
    }
    for (const hash of hashes.slice(1)) await same('ots_getInternalOperations', hash)
    expect(await ours('ots_getTransactionError', hashes[1])).toMatch(/^0x08c379a0/)
    expect(await ours('ots_getInternalOperations', hashes[0])).toEqual([
      { type: 0, from: traced.outer, to: traced.reverting, value: '0x5' },
      { type: 0, from: traced.outer, to: traced.nobody, value: '0x7' },
      // anvil names the contract whose code was called here, not the one that pays.
      { type: 1, from: traced.outer, to: traced.heir, value: '0x5d' },
      { type: 2, from: traced.outer, to: expect.any(String), value: '0x0' },
      { type: 3, from: traced.outer, to: expect.any(String), value: '0x0' },
      { type: 1, from: traced.dying, to: traced.heir, value: '0x9' },
    ])
    const unknown = `0x${'11'.repeat(32)}`
    await same('ots_traceTransaction', unknown)
    await same('ots_getTransactionError', unknown)
  })

  test('of blocks', async () => {
    for (const number of [1, '0x2', 'latest']) await sameShape('ots_getBlockDetails', [number], differences)
    await same('ots_getBlockDetails', 99)
    await sameShape('ots_getBlockTransactions', [1, 0, 10], differences)
    await sameShape('ots_getBlockTransactions', [1, 3, 10], differences)
    await sameShape('erigon_getHeaderByNumber', ['0x1'], differences)
    await same('erigon_getHeaderByNumber', '0x99')
    const { hash } = (await ours('eth_getBlockByNumber', '0x1', false)) as { hash: Hex }
    expect(await ours('ots_getBlockDetailsByHash', hash)).toEqual(await ours('ots_getBlockDetails', 1))
  })

  test('of accounts and the level of the API', async () => {
    await same('ots_getApiLevel')
    for (const [address, block] of [
      [traced.outer, 'latest'],
      [created, 2],
      [created, '0x3'],
      [from, 'latest'],
    ]) {
      await same('ots_hasCode', address, block)
    }
    for (const address of [created, nobody, traced.outer]) await same('ots_getContractCreator', address)
    expect(await ours('ots_getContractCreator', created)).toEqual({ creator: from, hash: hashes[2] })
    for (const nonce of [0, '0x3', 99]) await same('ots_getTransactionBySenderAndNonce', from, nonce)
    await same('ots_getTransactionBySenderAndNonce', nobody, 0)
  })

  test('the pages of an address', async () => {
    await sameShape('ots_searchTransactionsBefore', [from, 0, 2], differences)
    await sameShape('ots_searchTransactionsAfter', [from, 0, 2], differences)
    for (const [method, address, block, size] of [
      ['Before', from, 5, 2],
      ['Before', from, 3, 10],
      ['Before', from, 99, 10],
      ['Before', traced.reverting, 0, 10],
      ['Before', created, 0, 10],
      ['Before', nobody, 0, 1],
      ['After', from, 0, 2],
      ['After', from, 0, 10],
      ['After', from, 2, 2],
      ['After', from, 2, 10],
      ['After', from, 5, 10],
    ] as const) {
      const [own, theirs] = await twins.ask(`ots_searchTransactions${method}`, address, block, size)
      expect(pageOf(own), `${method} ${address} ${block} ${size}`).toEqual(pageOf(theirs))
    }
  })
})

test('the counts and ends that Otterscan documents, where anvil has others', async () => {
  expect(await ours('ots_getBlockTransactions', 1, 3, 10)).toMatchObject({
    fullblock: { transactionCount: 1, transactions: [] },
  })
  // Whom a dying contract pays is concerned as well.
  const { txs } = pageOf(await ours('ots_searchTransactionsBefore', traced.heir, 0, 10))
  expect(txs).toEqual([hashes[0]])
  expect(await ours('ots_searchTransactionsBefore', from, 1, 10)).toEqual({
    txs: [],
    receipts: [],
    firstPage: false,
    lastPage: true,
  })
})

test('says what is wrong', async () => {
  await expect(ours('ots_searchTransactionsBefore', from, 0, 100_000)).rejects.toMatchObject({ code: -32602 })
  await expect(ours('ots_getInternalOperations', `0x${'11'.repeat(32)}`)).rejects.toMatchObject({ code: -32000 })
})

function pageOf(answer: unknown) {
  const { txs, receipts, ...ends } = answer as Record<'txs' | 'receipts', { hash?: Hex; transactionHash?: Hex }[]>
  return { ...ends, txs: txs.map(({ hash }) => hash), receipts: receipts.map(({ transactionHash }) => transactionHash) }
}
