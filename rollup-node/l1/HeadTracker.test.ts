import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestNetwork, type TestNetwork } from '../testing/createTestNetwork.ts'
import { createHeadTracker, type HeadTracker } from './HeadTracker.ts'

let network: TestNetwork
let heads: HeadTracker

beforeEach(async () => {
  network = await createTestNetwork({ l1Mining: { mode: 'manual' }, start: false })
})

afterEach(async () => {
  heads.stop()
  await network.stop()
})

describe('createHeadTracker', () => {
  test('announces every block in order, also those that came between two questions', async () => {
    heads = createHeadTracker({ provider: { request: network.provider.request }, pollingInterval: 60_000 }, network)
    await heads.start()
    const seen: bigint[] = []
    heads.onBlock(({ number }) => void seen.push(number))
    for (let block = 0; block < 3; block++) await network.l1.seal()
    await heads.refresh()
    expect(seen).toEqual([1n, 2n, 3n])
    expect(heads.latest().number).toBe(3n)
  })

  test('is told by a provider that can', async () => {
    heads = createHeadTracker({ provider: network.provider, pollingInterval: 60_000 }, network)
    await heads.start()
    const next = heads.next()
    await network.l1.seal()
    expect((await next)?.number).toBe(1n)
  })

  test('asks a provider that cannot', async () => {
    heads = createHeadTracker({ provider: { request: network.provider.request }, pollingInterval: 5 }, network)
    await heads.start()
    const next = heads.next()
    await network.l1.seal()
    expect((await next)?.number).toBe(1n)
  })

  test('steps back to where a reorg begins', async () => {
    heads = createHeadTracker({ provider: { request: network.provider.request }, pollingInterval: 60_000 }, network)
    await heads.start()
    await network.l1.seal()
    const snapshot = await network.l1.request({ method: 'evm_snapshot', params: [] })
    await network.l1.seal()
    await network.l1.seal()
    await heads.refresh()
    await network.l1.request({ method: 'evm_revert', params: [snapshot] })
    network.clock.warp(10)
    await network.l1.seal()
    await network.l1.seal()
    await network.l1.seal()
    const seen: bigint[] = []
    heads.onBlock(({ number }) => void seen.push(number))
    await heads.refresh()
    expect(seen).toEqual([2n, 3n, 4n])
  })

  test('ends the waiting when it stops', async () => {
    heads = createHeadTracker({ provider: network.provider }, network)
    await heads.start()
    const next = heads.next()
    heads.stop()
    expect(await next).toBeUndefined()
  })
})
