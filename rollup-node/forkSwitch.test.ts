import { bytesToHex } from 'viem'
import { afterEach, expect, test } from 'vitest'
import { nativeRollupAddress } from '../contracts/index.ts'
import { createFollower } from './follower/createFollower.ts'
import type { Follower } from './follower/Follower.ts'
import { createTestNetwork, type TestNetwork } from './testing/createTestNetwork.ts'
import { transfer } from './testing/transfer.ts'

const recipient = '0x00000000000000000000000000000000000b0b00'
const hour = 3600
let network: TestNetwork
let follower: Follower | undefined

afterEach(async () => {
  await follower?.stop()
  await network.stop()
})

test('a running rollup follows L1 into Amsterdam, with the contract that settled Osaka', async () => {
  const forks = { osaka: 0, amsterdam: Math.floor(Date.now() / 1000) + hour }
  network = await createTestNetwork({ forks })
  const { l1, clock, genesis, provider, logger } = network
  const { node, settled } = network.rollups[0]!
  const contract = () => l1.request({ method: 'eth_getCode', params: [nativeRollupAddress(901), 'latest'] })
  const code = await contract()

  // In blobs and inline, on both sides of the fork.
  await transfer(node, recipient, 1n)
  await node.seal()
  await settled(2n)
  expect(l1.head().block.header.blockAccessListHash).toBeUndefined()

  clock.warp(hour)
  await l1.seal()
  await transfer(node, recipient, 1n)
  await node.seal()
  await settled(4n)

  const isAmsterdam = [1n, 2n, 3n, 4n].map(
    (number) => node.blockByNumber(number)!.block.header.blockAccessListHash !== undefined,
  )
  expect(isAmsterdam).toEqual([false, false, true, true])
  expect(l1.head().block.header.blockAccessListHash).toBeDefined()
  expect(await contract()).toBe(code)

  follower = await createFollower({ chainId: 901, name: 'f1', genesis, l1: provider, forks }, { clock, logger })
  const head = node.head()
  expect(await follower.sync()).toEqual({
    head: { number: 4n, hash: bytesToHex(head.hash) },
    blocks: 4n,
  })
})

test('a block sealed before the fork settles after it', async () => {
  const forks = { osaka: 0, amsterdam: Math.floor(Date.now() / 1000) + hour }
  network = await createTestNetwork({ forks, settle: 'manual' })
  const { l1, clock } = network
  const rollup = network.rollups[0]!
  await transfer(rollup.node, recipient, 1n)
  clock.warp(hour)
  await l1.seal()
  expect(l1.head().block.header.blockAccessListHash).toBeDefined()

  expect(await rollup.advance()).toMatchObject([{ first: 1n, last: 1n }])
  await rollup.settled(1n)
  expect(rollup.node.head().block.header.blockAccessListHash).toBeUndefined()
})

test('an advance that the fork overtakes in the pool is planned anew', async () => {
  const forks = { osaka: 0, amsterdam: Math.floor(Date.now() / 1000) + hour }
  network = await createTestNetwork({ forks, settle: 'manual', l1Mining: { mode: 'manual' } })
  const { l1, clock } = network
  const rollup = network.rollups[0]!
  const pooled = () => new Promise<void>((resolve) => l1.onTransaction(() => resolve()))
  // Each leaves a slot in the registry, which Amsterdam makes dearer (EIP-8037).
  for (let sealed = 0; sealed < 20; sealed++) await rollup.node.seal()
  clock.warp(20)
  const first = pooled()
  const advanced = rollup.advance()
  await first

  clock.warp(hour)
  const { receipts } = await l1.seal()
  expect(receipts.map(({ status }) => status)).toEqual([false])
  await l1.request({ method: 'evm_setAutomine', params: [true] })
  expect((await advanced).at(-1)).toMatchObject({ last: 20n })
})

test('a rollup can begin with Amsterdam', async () => {
  network = await createTestNetwork({ forks: { osaka: 0, amsterdam: 0 } })
  const { node, settled } = network.rollups[0]!
  await transfer(node, recipient, 1n)
  await settled(1n)
  expect(node.head().block.header.blockAccessListHash).toBeDefined()
})
