import { bytesToHex, encodeFunctionData, type Hex, numberToHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterEach, describe, expect, test } from 'vitest'
import { nativeRollupAbi, nativeRollupAddress } from '../contracts/index.ts'
import { gasSchedules, type SealedBlock } from '../execute/index.ts'
import { infraAddress, infraKey } from './keys.ts'
import { createRpcBlobSource } from './l1/BlobSource.ts'
import { createL1Client } from './l1/createL1Client.ts'
import { createHeadTracker } from './l1/HeadTracker.ts'
import { createRollupContract } from './l1/RollupContract.ts'
import { createTransactionSender } from './l1/TransactionSender.ts'
import { createPublisher, type PublisherOptions } from './Publisher.ts'
import { createAnchors } from './sequencer/Anchors.ts'
import { createTestNetwork, L1_CHAIN_ID, type TestNetwork } from './testing/createTestNetwork.ts'
import { advanceCalldata, forge } from './testing/forge.ts'
import { transfer } from './testing/transfer.ts'
import { watchProvider } from './testing/watchProvider.ts'

const recipient = '0x00000000000000000000000000000000000b0b00'
let network: TestNetwork
const running: { stop(): Promise<void> }[] = []

afterEach(async () => {
  for (const publisher of running.splice(0)) await publisher.stop()
  await network.stop()
})

/** Batcher and settler as a process would start them: with nothing in memory. */
async function publish(options: Partial<PublisherOptions> = {}) {
  const provider = watchProvider(network.provider)
  const client = createL1Client(provider)
  const heads = createHeadTracker({ provider }, network)
  const publisher = createPublisher(
    {
      node: network.rollups[0]!.node,
      provider,
      client,
      heads,
      contract: createRollupContract(client, 901),
      anchors: createAnchors({ provider, heads, depth: 0 }),
      blobs: createRpcBlobSource(provider),
    },
    {
      l1ChainId: L1_CHAIN_ID,
      settle: 'auto',
      keys: { batcher: infraKey('batcher', 901), settler: infraKey('settler', 901) },
      sidecar: 'blob',
      retentionBlocks: 131_072,
      executeGas: gasSchedules.reserve,
      ...options,
    },
    network,
  )
  const handle = {
    ...publisher,
    provider,
    async stop() {
      heads.stop()
      await publisher.stop()
    },
    reached: (position: 'posted' | 'settled', number: bigint) =>
      new Promise<void>((resolve) => {
        const check = () => {
          const at = position === 'settled' ? publisher.record.settled().number : publisher.record.lastPosted()
          if (at >= number) resolve()
        }
        publisher.record.onChange(check)
        check()
      }),
  }
  await heads.start()
  await publisher.start()
  running.push(handle)
  return handle
}

async function events() {
  const contract = createRollupContract(createL1Client(network.provider), 901)
  const head = network.l1.head().block.header.number
  return { posted: await contract.posted(0n, head), advanced: await contract.advanced(0n, head) }
}

const nonceOf = (role: 'batcher' | 'settler') =>
  network.l1.request({ method: 'eth_getTransactionCount', params: [infraAddress(role, 901), 'latest'] }) as Promise<Hex>

describe('batcher and settler', () => {
  test('lose and repeat nothing when they stop and start between any two steps', async () => {
    network = await createTestNetwork({ start: false })
    const { node } = network.rollups[0]!
    node.start()
    await transfer(node, recipient, 1n)

    // Stopped with a post sent and its outcome unseen.
    const first = await publish()
    await first.provider.answered('eth_sendRawTransaction', 1)
    await first.stop()
    await transfer(node, recipient, 1n)

    // Stopped with posted blocks that are not settled.
    const second = await publish({ settle: 'manual' })
    await second.reached('posted', 2n)
    await second.stop()
    await transfer(node, recipient, 1n)

    // Stopped with an advance sent and its outcome unseen.
    const third = await publish()
    await third.provider.answered('eth_sendRawTransaction', 1)
    await third.stop()
    await transfer(node, recipient, 1n)

    const last = await publish()
    await last.reached('settled', 4n)

    const { posted, advanced } = await events()
    expect(advanced.map(({ number }) => number)).toEqual([1n, 2n, 3n, 4n])
    expect(posted.flatMap((post) => [post.first, post.last])).toEqual(
      posted.flatMap((post) => [post.first, post.last]).sort((a, b) => Number(a - b)),
    )
    expect(new Set(posted.map((post) => post.first)).size).toBe(posted.length)
    expect(await nonceOf('batcher')).toBe(numberToHex(posted.length))
    expect(await nonceOf('settler')).toBe(numberToHex(new Set(advanced.map((event) => event.transactionHash)).size))
  })

  test('post blobs again before EXECUTE can no longer read them', async () => {
    network = await createTestNetwork({ start: false })
    const { node } = network.rollups[0]!
    node.start()
    await transfer(node, recipient, 1n)
    const publisher = await publish({ settle: 'manual', retentionBlocks: 8 })
    await publisher.reached('posted', 1n)
    for (let mined = 0; mined < 8; mined++) await network.l1.seal()
    await publisher.provider.answered('eth_sendRawTransaction', 2)
    await publisher.settler.settle(1n)
    const { posted, advanced } = await events()
    expect(posted.map((post) => [post.first, post.last, post.versionedHashes])).toEqual(
      Array(2).fill([1n, 1n, posted[0]!.versionedHashes]),
    )
    expect(advanced).toHaveLength(1)
  })

  test('go on when somebody else has advanced first', async () => {
    network = await createTestNetwork({ start: false, l1Mining: { mode: 'manual' } })
    const { l1 } = network
    const { node } = network.rollups[0]!
    node.start()
    await l1.seal()
    const sealed = await node.seal()
    await l1.seal()
    const publisher = await publish()
    await publisher.provider.answered('eth_sendRawTransaction', 1)
    await advanceDearly(sealed)
    await l1.seal()
    await publisher.reached('settled', 1n)

    await node.seal()
    await publisher.provider.answered('eth_sendRawTransaction', 2)
    await l1.seal()
    await publisher.reached('settled', 2n)
    expect((await events()).advanced.map(({ number }) => number)).toEqual([1n, 2n])
  })

  test('do again what a reorg of L1 has undone', async () => {
    network = await createTestNetwork({ start: false })
    const { l1 } = network
    const { node } = network.rollups[0]!
    node.start()
    const snapshot = await l1.request({ method: 'evm_snapshot', params: [] })
    await transfer(node, recipient, 1n)
    const publisher = await publish()
    await publisher.reached('settled', 1n)

    const change = new Promise<void>((resolve) => publisher.record.onChange(resolve))
    await l1.request({ method: 'evm_revert', params: [snapshot] })
    await l1.seal()
    await change
    await publisher.reached('settled', 1n)
    const { posted, advanced } = await events()
    expect([posted.length, advanced.length]).toEqual([1, 1])
  })

  test('ignore a post whose blobs do not hold the blocks that it names', async () => {
    network = await createTestNetwork({ start: false })
    const { node } = network.rollups[0]!
    node.start()
    await transfer(node, recipient, 1n)
    await postNothing(network)
    const publisher = await publish()
    await publisher.reached('settled', 1n)
    const { posted } = await events()
    expect(posted.map((post) => post.versionedHashes.length)).toEqual([0, 1])
  })
})

/** Claims block 1 of the rollup in a transaction without blobs. */
async function postNothing({ provider, logger, rollups }: TestNetwork): Promise<void> {
  const sender = createTransactionSender(
    { provider, privateKey: infraKey('relayer', 0), chainId: L1_CHAIN_ID },
    { logger },
  )
  const data = encodeFunctionData({
    abi: nativeRollupAbi,
    functionName: 'post',
    args: [1n, 1n, bytesToHex(rollups[0]!.node.head().hash), []],
  })
  await sender.send({ label: 'post', to: nativeRollupAddress(901), data, gas: 200_000n })
  sender.stop()
}

/** What somebody else with the same blocks would do, paying more than the settler does. */
async function advanceDearly(sealed: SealedBlock): Promise<void> {
  const anchor = network.l1.blockByHash(bytesToHex(sealed.block.header.parentBeaconBlockRoot!))!
  const raw = await privateKeyToAccount(infraKey('relayer', 0)).signTransaction({
    type: 'eip1559',
    chainId: L1_CHAIN_ID,
    nonce: 0,
    to: nativeRollupAddress(901),
    data: advanceCalldata({ anchorNumber: anchor.block.header.number, input: forge(sealed) }),
    gas: 12_000_000n,
    maxFeePerGas: 50_000_000_000n,
    maxPriorityFeePerGas: 50_000_000_000n,
  })
  await network.l1.request({ method: 'eth_sendRawTransaction', params: [raw] })
}
