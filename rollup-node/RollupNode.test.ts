import { type Hex, hexToBigInt, parseEther } from 'viem'
import { afterEach, describe, expect, test } from 'vitest'
import { createClock, RpcError, rpcCodes } from '../chain/index.ts'
import { infraAddress } from './keys.ts'
import type { RollupNode } from './RollupNode.ts'
import { createTestNetwork, type TestNetwork } from './testing/createTestNetwork.ts'
import { transfer } from './testing/transfer.ts'

const recipient = '0x00000000000000000000000000000000000b0b00'
let network: TestNetwork

afterEach(() => network.stop())

async function numberOf(tag: 'latest' | 'safe' | 'finalized'): Promise<bigint> {
  const block = await network.rollups[0]!.node.request({ method: 'eth_getBlockByNumber', params: [tag, false] })
  return hexToBigInt((block as { number: Hex }).number)
}

describe('a rollup', () => {
  test('brings a transaction from latest over safe to finalized', async () => {
    network = await createTestNetwork({ settle: 'manual' })
    const rollup = network.rollups[0]!
    await transfer(rollup.node, recipient, parseEther('1'))
    expect([await numberOf('latest'), await numberOf('finalized')]).toEqual([1n, 0n])

    await rollup.posted(1n)
    expect([await numberOf('safe'), await numberOf('finalized')]).toEqual([1n, 0n])

    const [advance] = await rollup.advance()
    expect(advance).toMatchObject({ first: 1n, last: 1n })
    expect(await numberOf('finalized')).toBe(1n)
    expect(rollup.status()).toMatchObject({
      latest: { number: 1n },
      safe: { number: 1n },
      finalized: { number: 1n },
      lag: { blocks: 0n },
      unposted: 0n,
      unsettled: 0n,
    })
  })

  test('settles by itself', async () => {
    network = await createTestNetwork()
    const rollup = network.rollups[0]!
    for (let sent = 0; sent < 3; sent++) await transfer(rollup.node, recipient, 1n)
    await rollup.settled(3n)
    expect(await numberOf('finalized')).toBe(3n)
  })

  test('settles a block without transactions inline, without a blob', async () => {
    network = await createTestNetwork()
    const rollup = network.rollups[0]!
    await rollup.node.seal()
    await rollup.settled(1n)
    const posts = await network.l1.request({
      method: 'eth_getTransactionCount',
      params: [infraAddress('batcher', 901), 'latest'],
    })
    expect(posts).toBe('0x0')
  })

  test('settles many blocks in one L1 transaction, and no more than asked for', async () => {
    network = await createTestNetwork({ settle: 'manual' })
    const rollup = network.rollups[0]!
    for (let sent = 0; sent < 12; sent++) await transfer(rollup.node, recipient, 1n)
    const some = await rollup.advance({ blocks: 2 })
    expect(some.at(-1)).toMatchObject({ last: 2n })
    const rest = await rollup.advance()
    expect(rest.at(-1)).toMatchObject({ last: 12n })
    expect(rest.length).toBeLessThan(4)
    expect(await rollup.advance()).toEqual([])
  })

  test('anchors each block to the newest L1 block, and randomness to the anchor', async () => {
    network = await createTestNetwork({ settle: 'manual' })
    const rollup = network.rollups[0]!
    await network.l1.seal()
    const anchor = await network.l1.seal()
    const { block } = await rollup.node.seal()
    expect(block.header.parentBeaconBlockRoot).toEqual(anchor.hash)
    expect(block.header.gasLimit).toBe(10_000_000n)
  })

  test('refuses cheats, and names what works instead', async () => {
    network = await createTestNetwork()
    const cheat = network.rollups[0]!.node.request({ method: 'anvil_setBalance', params: [recipient, '0x1'] })
    await expect(cheat).rejects.toThrow(/L1 would reject .*nativeroll deposit/)
  })

  test('two rollups settle side by side', async () => {
    network = await createTestNetwork({ rollups: 2 })
    await Promise.all(network.rollups.map((rollup) => transfer(rollup.node, recipient, 1n)))
    await Promise.all(network.rollups.map((rollup) => rollup.settled(1n)))
    expect(network.rollups.map((rollup) => rollup.status().finalized.number)).toEqual([1n, 1n])
  })
})

describe('a rollup in another process than L1', () => {
  const later: RollupNode[] = []

  afterEach(async () => {
    for (const rollup of later.splice(0)) await rollup.stop()
  })

  async function startRollup(...options: Parameters<TestNetwork['createRollup']>): Promise<RollupNode> {
    const rollup = await network.createRollup(...options)
    later.push(rollup)
    await rollup.start()
    return rollup
  }

  test('moves the clock of a development L1 that lies behind its blocks', async () => {
    network = await createTestNetwork({ start: false })
    const clock = createClock()
    clock.warp(10_000)
    const rollup = await startRollup({}, clock)
    await rollup.node.seal()
    await rollup.settled(1n)
    expect(network.l1.head().block.header.timestamp).toBeGreaterThanOrEqual(rollup.node.head().block.header.timestamp)
  })

  test('waits for an L1 whose clock it cannot move', async () => {
    network = await createTestNetwork({ start: false })
    const clock = createClock()
    clock.warp(10_000)
    const { provider } = network
    const l1 = {
      ...provider,
      request: async (request: { method: string }) => {
        if (request.method === 'evm_increaseTime') throw new RpcError(rpcCodes.methodNotFound, 'not on this L1')
        return provider.request(request)
      },
    }
    const rollup = await startRollup({ l1 }, clock)
    await rollup.node.seal()
    await network.l1.seal()
    expect(rollup.status().unsettled).toBe(1n)
    network.clock.warp(20_000)
    await network.l1.seal()
    await rollup.settled(1n)
  })

  test('gets everything that L1 has back when it starts with nothing, and goes on', async () => {
    network = await createTestNetwork({ settle: 'manual', start: false })
    const first = await startRollup()
    await first.node.seal()
    for (let sent = 0; sent < 2; sent++) await transfer(first.node, recipient, 1n)
    await first.advance()
    for (let sent = 0; sent < 3; sent++) await transfer(first.node, recipient, 1n)
    await first.node.seal()
    await transfer(first.node, recipient, 1n)
    await first.posted(8n)
    const before = first.status()
    await later.pop()!.stop()

    const second = await startRollup()
    expect(second.status()).toMatchObject({ latest: before.latest, safe: before.safe, finalized: before.finalized })
    await transfer(second.node, recipient, 1n)
    await second.advance()
    expect(second.status()).toMatchObject({ finalized: { number: 9n }, lag: { blocks: 0n } })
  })

  test('refuses to start against a contract with another policy', async () => {
    network = await createTestNetwork({ start: false })
    const genesis = { ...network.genesis, gasLimit: 9_000_000n }
    await expect(startRollup({ genesis })).rejects.toMatchObject({ code: 'POLICY_MISMATCH' })
  })
})
