import { beforeEach, expect, test } from 'vitest'
import { toHex } from '../hex.ts'
import { createListeners } from '../listeners.ts'
import type { PooledTransaction } from '../pool/TransactionPool.ts'
import { createRouter, type Router, type RpcConnection } from '../rpc/router.ts'
import { createLogChain, type LogChain } from './chain.test-support.ts'
import { createSubscriptionMethods } from './subscriptionMethods.ts'

let chain: LogChain
let router: Router
const pooled = createListeners<PooledTransaction>()
beforeEach(() => {
  chain = createLogChain()
  const pool = { onTransaction: pooled.add }
  router = createRouter(createSubscriptionMethods({ store: chain.store, pool }, { subscriptions: 3 }))
})

function connect() {
  const pushed: { subscription: string; result: unknown }[] = []
  const closing: (() => void)[] = []
  const connection: RpcConnection = {
    notify: (_method, params) => void pushed.push(params as never),
    onClose: (listener) => void closing.push(listener),
  }
  const close = () => closing.forEach((listener) => void listener())
  return { connection, pushed, close }
}

test('new heads come in order until the subscription ends', async () => {
  const { connection, pushed } = connect()
  const id = await router.dispatch('eth_subscribe', ['newHeads'], { connection })
  const blocks = [chain.extend(), chain.extend()]
  expect(pushed).toMatchObject(blocks.map(({ hash }) => ({ subscription: id, result: { hash: toHex(hash) } })))
  expect(await router.dispatch('eth_unsubscribe', [id], { connection })).toBe(true)
  chain.extend()
  expect(pushed).toHaveLength(2)
  await expect(router.dispatch('eth_unsubscribe', [id], { connection })).rejects.toMatchObject({ code: -32000 })
})

test('a head that goes back is told', async () => {
  const { connection, pushed } = connect()
  const first = chain.extend()
  chain.extend()
  await router.dispatch('eth_subscribe', ['newHeads'], { connection })
  chain.store.setHead(toHex(first.hash))
  expect(pushed.map(({ result }) => result)).toMatchObject([{ hash: toHex(first.hash), number: '0x1' }])
})

test('logs are filtered, and removed ones are told', async () => {
  const { connection, pushed } = connect()
  const address = new Uint8Array(20).fill(1)
  await router.dispatch('eth_subscribe', ['logs', { address: toHex(address) }], { connection })
  const parent = chain.extend()
  const other = { address: new Uint8Array(20), topics: [], data: new Uint8Array() }
  chain.extend({ logs: [other, { ...other, address }] })
  chain.extend({ parent, salt: 1 })
  expect(pushed.map(({ result }) => result)).toMatchObject([
    { address: toHex(address), logIndex: '0x1', removed: false },
    { address: toHex(address), logIndex: '0x1', removed: true },
  ])
})

test('pending transactions and the sync status', async () => {
  const { connection, pushed } = connect()
  await router.dispatch('eth_subscribe', ['newPendingTransactions'], { connection })
  await router.dispatch('eth_subscribe', ['syncing'], { connection })
  pooled.emit({ hash: '0x01' } as never)
  expect(pushed.map(({ result }) => result)).toEqual([false, '0x01'])
})

test('what happens before the id is sent comes right after it', async () => {
  const { connection, pushed } = connect()
  let answered = () => {}
  const afterAnswer = (listener: () => void) => {
    answered = listener
  }
  await router.dispatch('eth_subscribe', ['newHeads'], { connection, afterAnswer })
  chain.extend()
  expect(pushed).toHaveLength(0)
  answered()
  chain.extend()
  expect(pushed).toMatchObject([{ result: { number: '0x1' } }, { result: { number: '0x2' } }])
})

test('a closed connection is pushed to no more, and frees its subscriptions', async () => {
  const { connection, pushed, close } = connect()
  for (let count = 0; count < 3; count++) await router.dispatch('eth_subscribe', ['newHeads'], { connection })
  await expect(router.dispatch('eth_subscribe', ['newHeads'], { connection })).rejects.toMatchObject({ code: -32005 })
  close()
  chain.extend()
  expect(pushed).toHaveLength(0)
})

test('says what is wrong', async () => {
  const { connection } = connect()
  await expect(router.dispatch('eth_subscribe', ['newHeads'])).rejects.toMatchObject({ code: -32601 })
  await expect(router.dispatch('eth_subscribe', ['blocks'], { connection })).rejects.toMatchObject({ code: -32602 })
  await expect(router.dispatch('eth_subscribe', ['logs', { address: '0x1' }], { connection })).rejects.toMatchObject({
    code: -32602,
  })
  // One connection cannot end what another has opened.
  const id = await router.dispatch('eth_subscribe', ['newHeads'], { connection })
  const other = connect().connection
  await expect(router.dispatch('eth_unsubscribe', [id], { connection: other })).rejects.toMatchObject({ code: -32000 })
})
