import { getContractAddress, type Hex, hexToBigInt, numberToHex, parseEther } from 'viem'
import { afterEach, describe, expect, test } from 'vitest'
import { createClock, type ExecutionNode, RpcError, rpcCodes } from '../chain/index.ts'
import { blockData } from './batcher/blockData.ts'
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

  test('keeps its anchors behind the head of L1 when told', async () => {
    network = await createTestNetwork({ settle: 'manual', anchorDepth: 2 })
    const rollup = network.rollups[0]!
    const early = await rollup.node.seal()
    expect(early.block.header.parentBeaconBlockRoot).toEqual(network.l1.genesis.hash)
    for (let mined = 0; mined < 5; mined++) await network.l1.seal()
    const { block } = await rollup.node.seal()
    expect(block.header.parentBeaconBlockRoot).toEqual(network.l1.blockByNumber(3n)!.hash)
    await rollup.advance()
  })

  test('settles at intervals', async () => {
    network = await createTestNetwork({ settle: { interval: 0.05 } })
    const rollup = network.rollups[0]!
    await rollup.node.seal()
    await rollup.settled(1n)
  })

  test('never seals a block that L1 could not settle: what would make it too large waits', async () => {
    network = await createTestNetwork({ blockTime: 1_000, settle: 'manual' })
    const rollup = network.rollups[0]!
    const big: Hex[] = []
    for (let index = 0; index < 14; index++) big.push(await deploy(rollup.node, index))
    for (let sealed = 0; sealed < 14; sealed++) await rollup.node.seal()
    const before = rollup.node.head().block.header.number
    for (const address of big) await request(rollup.node, { to: address, gas: 100_000 })
    await request(rollup.node, { data: '0xfe', gas: 8_000_000 })
    while ((await rollup.node.seal()).block.transactions.length > 0);
    const sizes = []
    for (let number = before + 1n; number < rollup.node.head().block.header.number; number++) {
      const { payload, witness } = blockData(rollup.node.blockByNumber(number)!, 901)
      sizes.push(payload.length + witness.length)
    }
    expect(Math.max(...sizes)).toBeGreaterThan(250_000)
    expect(Math.max(...sizes)).toBeLessThan(305_000)
    await rollup.advance()
    expect(rollup.status().lag.blocks).toBe(0n)
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

/** Sends a transaction without waiting for a block. */
function request(node: ExecutionNode, transaction: { to?: Hex; data?: Hex; gas: number }): Promise<unknown> {
  const { gas, ...rest } = transaction
  const from = infraAddress('relayer', 0)
  return node.request({ method: 'eth_sendTransaction', params: [{ from, gas: numberToHex(gas), ...rest }] })
}

/** Deploys 24,000 bytes of code that does nothing, different for each `nonce`. Resolves with its address. */
async function deploy(node: ExecutionNode, nonce: number): Promise<Hex> {
  const size = 24_000
  const code = `00${(nonce + 1).toString(16).padStart(2, '0')}${'5b'.repeat(size - 2)}`
  // CODECOPY the rest of the init code to memory, and return it.
  const data: Hex = `0x61${size.toString(16)}600c60003961${size.toString(16)}6000f3${code}`
  await request(node, { data, gas: 9_000_000 })
  return getContractAddress({ from: infraAddress('relayer', 0), nonce: BigInt(nonce) })
}
