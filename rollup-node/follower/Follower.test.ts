import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bytesToHex, encodeFunctionData, parseAbi } from 'viem'
import { afterEach, describe, expect, test } from 'vitest'
import { addresses, nativeRollupAddress } from '../../contracts/index.ts'
import { infraKey } from '../keys.ts'
import { type BlobSource, createBeaconBlobSource, createRpcBlobSource } from '../l1/BlobSource.ts'
import { createTransactionSender } from '../l1/TransactionSender.ts'
import { createTestNetwork, L1_CHAIN_ID, type TestNetwork } from '../testing/createTestNetwork.ts'
import { advanceCalldata, forge } from '../testing/forge.ts'
import { transfer } from '../testing/transfer.ts'
import { createFollower, type FollowerOptions } from './createFollower.ts'
import type { Follower, FollowerReport } from './Follower.ts'

const recipient = '0x00000000000000000000000000000000000b0b00'
let network: TestNetwork
const followers: Follower[] = []

afterEach(async () => {
  for (const follower of followers.splice(0)) await follower.stop()
  await network.stop()
})

async function follow(options: Partial<FollowerOptions> = {}): Promise<Follower> {
  const { genesis, provider, clock, logger } = network
  const follower = await createFollower(
    { chainId: 901, name: 'f1', genesis, l1: provider, ...options },
    { clock, logger },
  )
  followers.push(follower)
  return follower
}

const headOf = () => {
  const { block, hash } = network.rollups[0]!.node.head()
  return { number: block.header.number, hash: bytesToHex(hash) }
}

describe('a follower', () => {
  test('rebuilds the rollup from L1 alone, blobs and inline blocks alike', async () => {
    network = await createTestNetwork()
    const { node, settled } = network.rollups[0]!
    await node.seal()
    for (let sent = 0; sent < 3; sent++) await transfer(node, recipient, 1n)
    await node.seal()
    await settled(5n)

    const follower = await follow()
    expect(await follower.sync()).toEqual({ head: headOf(), blocks: 5n })
    expect(await follower.node.request({ method: 'eth_getBalance', params: [recipient, 'finalized'] })).toBe('0x3')
  })

  test('reads blobs from the beacon API as well', async () => {
    network = await createTestNetwork()
    const { node, settled } = network.rollups[0]!
    await transfer(node, recipient, 1n)
    await settled(1n)
    const { http, close } = await network.l1.listen({ host: '127.0.0.1', port: 0 })
    const follower = await follow({ blobs: createBeaconBlobSource(http) })
    expect(await follower.sync()).toEqual({ head: headOf(), blocks: 1n })
    await close()
  })

  test('keeps following', async () => {
    network = await createTestNetwork()
    const { node } = network.rollups[0]!
    const follower = await follow()
    const reached = (number: bigint) =>
      new Promise<FollowerReport>((resolve) =>
        follower.follow((report) => {
          if (report.head.number >= number) resolve(report)
        }),
      )
    const rebuilt = reached(2n)
    await transfer(node, recipient, 1n)
    await transfer(node, recipient, 1n)
    expect(await rebuilt).toEqual({ head: headOf(), blocks: 2n })
  })

  test('reads an advance that was called by another contract', async () => {
    network = await createTestNetwork({ settle: 'manual' })
    const { l1, provider, logger, rollups } = network
    await l1.seal()
    const sealed = await rollups[0]!.node.seal()
    await l1.seal()
    const anchorNumber = l1.blockByHash(bytesToHex(sealed.block.header.parentBeaconBlockRoot!))!.block.header.number
    const data = encodeFunctionData({
      abi: parseAbi([
        'function aggregate((address target, bytes callData)[] calls) payable returns (uint256, bytes[])',
      ]),
      args: [[{ target: nativeRollupAddress(901), callData: advanceCalldata({ anchorNumber, input: forge(sealed) }) }]],
    })
    const sender = createTransactionSender(
      { provider, privateKey: infraKey('relayer', 0), chainId: L1_CHAIN_ID },
      { logger },
    )
    const mined = await sender.send({ label: 'multicall', to: addresses.multicall3, data, gas: 16_000_000n })
    sender.stop()
    expect(mined?.status).toBe('success')

    expect(await (await follow()).sync()).toEqual({ head: headOf(), blocks: 1n })
  })

  test('with a folder, goes on from what it had rebuilt', async () => {
    network = await createTestNetwork()
    const { node, settled } = network.rollups[0]!
    const stateDir = mkdtempSync(join(tmpdir(), 'nativeroll-follower-'))
    const reads: string[] = []
    const honest = createRpcBlobSource(network.provider)
    const blobs: BlobSource = {
      read(hash, l1Block) {
        reads.push(hash)
        return honest.read(hash, l1Block)
      },
    }
    const run = async () => {
      const follower = await follow({ keeping: { stateDir }, blobs })
      const report = await follower.sync()
      await follower.stop()
      followers.pop()
      return report
    }
    await transfer(node, recipient, 1n)
    await settled(1n)
    expect(await run()).toEqual({ head: headOf(), blocks: 1n })
    const before = reads.length
    expect(before).toBeGreaterThan(0)
    expect(await run()).toEqual({ head: headOf(), blocks: 1n })
    expect(reads.length).toBe(before)
    await node.seal()
    await settled(2n)
    expect(await run()).toEqual({ head: headOf(), blocks: 2n })
    expect(reads.length).toBe(before)
    rmSync(stateDir, { recursive: true })
  })

  test('names the first block whose blob is not what was settled', async () => {
    network = await createTestNetwork()
    const { node, settled } = network.rollups[0]!
    await node.seal()
    await transfer(node, recipient, 1n)
    await settled(2n)
    const honest = createRpcBlobSource(network.provider)
    const follower = await follow({
      blobs: {
        async read(hash, l1Block) {
          const blob = await honest.read(hash, l1Block)
          blob[120]! ^= 1
          return blob
        },
      },
    })
    const { head, mismatch } = await follower.sync()
    expect(head.number).toBe(1n)
    expect(mismatch).toMatchObject({ number: 2n, l1Transaction: expect.stringMatching(/^0x/) })
  })

  test('says which blob it cannot get, and goes on once it can', async () => {
    network = await createTestNetwork()
    const { node, settled } = network.rollups[0]!
    await transfer(node, recipient, 1n)
    await settled(1n)
    let available = false
    const blobs = createRpcBlobSource({
      request: async (request) => (available ? network.provider.request(request) : null),
    })
    const follower = await follow({ blobs })
    expect(await follower.sync()).toMatchObject({ blocks: 0n, mismatch: { number: 1n, field: 'BLOB_NOT_FOUND' } })
    available = true
    expect(await follower.sync()).toEqual({ head: headOf(), blocks: 1n })
  })
})
