import { type Hex, hexToBigInt, parseEther } from 'viem'
import { afterEach, describe, expect, test } from 'vitest'
import { infraAddress } from './keys.ts'
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
