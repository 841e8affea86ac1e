import { beforeEach, describe, expect, test } from 'vitest'
import { toHex } from '../hex.ts'
import { createListeners } from '../listeners.ts'
import type { PooledTransaction } from '../pool/TransactionPool.ts'
import type { RpcLog } from '../rpc/encoding/encodeReceipt.ts'
import { defaultRpcLimits } from '../rpc/limits.ts'
import { createRouter, type Router } from '../rpc/router.ts'
import { createLogChain, type LogChain } from './chain.test-support.ts'
import { createFilterMethods } from './filterMethods.ts'

const address = new Uint8Array(20).fill(0xaa)
const topic = new Uint8Array(32).fill(1)
const log = (data: number, first = topic) => ({ address, topics: [first], data: Uint8Array.of(data) })

let chain: LogChain
let router: Router
let time = 0
const pooled = createListeners<PooledTransaction>()
beforeEach(() => {
  chain = createLogChain()
  const limits = { ...defaultRpcLimits, filters: 3, filterExpiry: 1_000 }
  router = createRouter(createFilterMethods({ ...chain, pool: { onTransaction: pooled.add } }, limits, () => time))
})

describe('log filters', () => {
  test('give each matching log once', async () => {
    chain.extend({ logs: [log(1)] })
    const id = await router.dispatch('eth_newFilter', [{ address: toHex(address), topics: [toHex(topic)] }])
    expect(await router.dispatch('eth_getFilterChanges', [id])).toEqual([])
    const block = chain.extend({ logs: [log(2), log(3, new Uint8Array(32)), log(4)] })
    expect(await router.dispatch('eth_getFilterChanges', [id])).toMatchObject([
      { data: '0x02', logIndex: '0x0', blockHash: toHex(block.hash), removed: false },
      { data: '0x04', logIndex: '0x2' },
    ])
    expect(await router.dispatch('eth_getFilterChanges', [id])).toEqual([])
  })

  test('tell of logs that a reorg removes, then of the new ones', async () => {
    const parent = chain.extend()
    const id = await router.dispatch('eth_newFilter', [{}])
    chain.extend({ logs: [log(1), log(2)] })
    await router.dispatch('eth_getFilterChanges', [id])
    chain.extend({ logs: [log(3)], parent, salt: 1 })
    const changes = (await router.dispatch('eth_getFilterChanges', [id])) as RpcLog[]
    expect(changes.map(({ data, removed }) => [data, removed])).toEqual([
      ['0x02', true],
      ['0x01', true],
      ['0x03', false],
    ])
  })

  test('eth_getFilterLogs answers from the chain, bounds included', async () => {
    for (let data = 1; data <= 4; data++) chain.extend({ logs: [log(data)] })
    const id = await router.dispatch('eth_newFilter', [{ fromBlock: '0x2', toBlock: '0x3' }])
    const logs = (await router.dispatch('eth_getFilterLogs', [id])) as RpcLog[]
    expect(logs.map(({ data }) => data)).toEqual(['0x02', '0x03'])
  })
})

test('block filters give the hashes of new blocks', async () => {
  const id = await router.dispatch('eth_newBlockFilter')
  const blocks = [chain.extend(), chain.extend()]
  expect(await router.dispatch('eth_getFilterChanges', [id])).toEqual(blocks.map(({ hash }) => toHex(hash)))
  await expect(router.dispatch('eth_getFilterLogs', [id])).rejects.toMatchObject({ code: -32000 })
})

test('pending transaction filters give hashes', async () => {
  const id = await router.dispatch('eth_newPendingTransactionFilter')
  pooled.emit({ hash: '0x01' } as never)
  expect(await router.dispatch('eth_getFilterChanges', [id])).toEqual(['0x01'])
})

test('a filter that nobody reads expires, one that is read lives on', async () => {
  const read = await router.dispatch('eth_newBlockFilter')
  const unread = await router.dispatch('eth_newBlockFilter')
  time += 900
  await router.dispatch('eth_getFilterChanges', [read])
  time += 900
  const block = chain.extend()
  expect(await router.dispatch('eth_getFilterChanges', [read])).toEqual([toHex(block.hash)])
  await expect(router.dispatch('eth_getFilterChanges', [unread])).rejects.toMatchObject({
    code: -32000,
    message: 'filter not found',
  })
})

test('there are at most so many, and an uninstalled one makes room', async () => {
  const ids = await Promise.all([1, 2, 3].map(() => router.dispatch('eth_newBlockFilter')))
  await expect(router.dispatch('eth_newBlockFilter')).rejects.toMatchObject({ code: -32005 })
  expect(await router.dispatch('eth_uninstallFilter', [ids[0]])).toBe(true)
  expect(await router.dispatch('eth_uninstallFilter', [ids[0]])).toBe(false)
  await router.dispatch('eth_newBlockFilter')
})
