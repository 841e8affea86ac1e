import { bytesToHex, type Hex, hexToBytes, numberToHex } from 'viem'
import { afterEach, describe, expect, test } from 'vitest'
import { createKzg, type ExecutionNode, sidecarOf } from '../../../chain/index.ts'
import { nativeRollupAddress } from '../../../contracts/index.ts'
import { blobSlice, blobsFromBytes, type SealedBlock } from '../../../execute/index.ts'
import { blockData } from '../../batcher/blockData.ts'
import { encodeBatch } from '../../batcher/encodeBatch.ts'
import { createFollower } from '../../follower/createFollower.ts'
import type { RollupNode } from '../../RollupNode.ts'
import { type Adversary, createAdversary } from '../../testing/createAdversary.ts'
import { createTestNetwork, type TestNetwork } from '../../testing/createTestNetwork.ts'
import { advanceCalldata, forge } from '../../testing/forge.ts'
import { transfer } from '../../testing/transfer.ts'

const recipient = '0x00000000000000000000000000000000000b0b00'
const stranger = '0x0000000000000000000000000000000000bad000'

let network: TestNetwork
let adversary: Adversary
const others: RollupNode[] = []

afterEach(async () => {
  for (const node of others.splice(0)) await node.stop()
  adversary.stop()
  await network.stop()
})

async function start(options: Parameters<typeof createTestNetwork>[0]): Promise<RollupNode> {
  network = await createTestNetwork(options)
  adversary = await createAdversary(network)
  for (let mined = 0; mined < 3; mined++) await network.l1.seal()
  return network.rollups[0]!
}

/** What somebody else can make of the chain as it is settled: a block with his own transactions, or none. */
async function foreignBlocks(settled: SealedBlock[], values: bigint[]): Promise<SealedBlock[]> {
  const other = await network.createRollup({ settle: 'manual' })
  others.push(other)
  for (const { block } of settled) await other.node.importBlock(block)
  const blocks: SealedBlock[] = []
  for (const value of values) {
    if (value > 0n) {
      const transaction = { from: network.user, to: stranger, value: numberToHex(value), gas: '0xc350' }
      await other.node.request({ method: 'eth_sendTransaction', params: [transaction] })
    }
    blocks.push(await other.node.seal())
  }
  return blocks
}

function anchorOf({ block }: SealedBlock): bigint {
  return network.l1.blockByHash(bytesToHex(block.header.parentBeaconBlockRoot!))!.block.header.number
}

async function settleForeign(blocks: SealedBlock[]): Promise<void> {
  await network.l1.seal()
  const inputs = blocks.map((sealed) => ({ anchorNumber: anchorOf(sealed), input: forge(sealed) }))
  expect((await adversary.send(advanceCalldata(...inputs))).status).toBe('success')
}

const hashes = (node: ExecutionNode) => {
  const all: Hex[] = []
  for (let number = 1n; node.blockByNumber(number); number++) {
    for (const { transactionHash } of node.blockByNumber(number)!.receipts) all.push(bytesToHex(transactionHash))
  }
  return all
}
const balance = (node: ExecutionNode, address: Hex, tag = 'latest') =>
  node.request({ method: 'eth_getBalance', params: [address, tag] })
const reached = (node: ExecutionNode, wanted: SealedBlock) =>
  new Promise<void>((resolve) => {
    const stop = node.onBlock(({ hash }) => {
      if (bytesToHex(hash) !== bytesToHex(wanted.hash)) return
      stop()
      resolve()
    })
  })

async function followersAgree(node: ExecutionNode): Promise<void> {
  const { genesis, provider, clock, logger } = network
  const follower = await createFollower({ chainId: 901, name: 'f1', genesis, l1: provider }, { clock, logger })
  const { block, hash } = node.head()
  expect(await follower.sync()).toEqual({
    head: { number: block.header.number, hash: bytesToHex(hash) },
    blocks: block.header.number,
  })
  await follower.stop()
}

describe("a stranger's valid block, settled at the head", () => {
  test("is adopted, and all of the users' transactions follow it", async () => {
    const rollup = await start({ settle: 'manual' })
    const { node } = rollup
    await transfer(node, recipient, 1n)
    await rollup.advance()
    const settled = [node.blockByNumber(1n)!]
    const sent: Hex[] = [bytesToHex(settled[0]!.receipts[0]!.transactionHash)]
    for (let value = 2n; value <= 4n; value++) sent.push(await transfer(node, recipient, value))

    const blocks = await foreignBlocks(settled, [0n])
    const adopted = reached(node, blocks[0]!)
    await settleForeign(blocks)
    await adopted
    // Settled or not, nobody waits for a receipt that is gone.
    expect(hashes(node)).toEqual(sent)
    expect(node.head().block.header.number).toBe(5n)
    expect(rollup.status().finalized).toMatchObject({ number: 2n, hash: bytesToHex(blocks[0]!.hash) })

    await rollup.advance()
    expect(rollup.status()).toMatchObject({ lag: { blocks: 0n }, finalized: { number: 5n } })
    expect(await balance(node, recipient, 'finalized')).toBe('0xa')
    await followersAgree(node)
  })

  test('is adopted out of a blob, two at a time, by a rollup that settles by itself', async () => {
    const rollup = await start({ settle: 'auto' })
    const { node } = rollup
    await transfer(node, recipient, 1n)
    await rollup.settled(1n)
    const blocks = await foreignBlocks([node.blockByNumber(1n)!], [5n, 6n])

    await network.l1.seal()
    const batch = blocks.map((sealed) => ({
      timestamp: sealed.block.header.timestamp,
      anchorNumber: anchorOf(sealed),
      ...blockData(sealed, 901),
    }))
    const { bytes, slices } = encodeBatch(2n, batch)
    const kzg = createKzg()
    const sidecar = await sidecarOf(blobsFromBytes(bytes), kzg, 'blob')
    kzg.close()
    const versionedHashes = sidecar.versionedHashes.map((hash) => hexToBytes(hash))
    const inputs = blocks.map((sealed, index) => {
      const { payload, witness } = slices[index]!
      const reference = {
        transactions: blobSlice(versionedHashes, payload.offset, payload.length),
        witness: blobSlice(versionedHashes, witness.offset, witness.length),
      }
      return { anchorNumber: anchorOf(sealed), input: forge(sealed, { reference }) }
    })
    const adopted = reached(node, blocks[1]!)
    expect((await adversary.send(advanceCalldata(...inputs), { sidecar })).status).toBe('success')
    await adopted
    await transfer(node, recipient, 2n)
    await rollup.settled(node.head().block.header.number)
    expect(await balance(node, stranger, 'finalized')).toBe('0xb')
    expect(await balance(node, recipient, 'finalized')).toBe('0x3')
    await followersAgree(node)
  })

  test("that holds a user's transaction does not bring it twice", async () => {
    const rollup = await start({ settle: 'manual' })
    const { node } = rollup
    const first = await transfer(node, recipient, 1n)
    const second = await transfer(node, recipient, 2n)
    const other = await network.createRollup({ settle: 'manual' })
    others.push(other)
    const raw = await node.request({ method: 'debug_getRawTransaction', params: [first] })
    await other.node.request({ method: 'eth_sendRawTransaction', params: [raw] })
    await network.l1.seal()
    const foreign = await other.node.seal()
    const adopted = reached(node, foreign)
    await settleForeign([foreign])
    await adopted
    expect(hashes(node)).toEqual([first, second])
    expect(node.head().block.header.number).toBe(2n)
    await rollup.advance()
    expect(await balance(node, recipient, 'finalized')).toBe('0x3')
    await followersAgree(node)
  })

  test("that overtakes the rollup's own advance in the same L1 block leaves nothing behind", async () => {
    const rollup = await start({ settle: 'auto', l1Mining: { mode: 'manual' } })
    const { l1 } = network
    const { node } = rollup
    const pooled = () => new Promise<void>((resolve) => l1.onTransaction(() => resolve()))
    const blocks = await foreignBlocks([], [0n])
    const post = pooled()
    const sent = await transfer(node, recipient, 1n)
    await post
    const advance = pooled()
    await l1.seal()
    await advance

    const data = advanceCalldata({ anchorNumber: anchorOf(blocks[0]!), input: forge(blocks[0]!) })
    await l1.request({ method: 'anvil_impersonateAccount', params: [network.user] })
    const tip = numberToHex(100_000_000_000n)
    const first = { from: network.user, to: nativeRollupAddress(901), data, gas: '0xffffff', maxPriorityFeePerGas: tip }
    await l1.request({ method: 'eth_sendTransaction', params: [first] })
    const adopted = reached(node, blocks[0]!)
    const { receipts } = await l1.seal()
    expect(receipts.map(({ status }) => status)).toEqual([true, false])
    await adopted
    expect(hashes(node)).toEqual([sent])

    await l1.request({ method: 'evm_setAutomine', params: [true] })
    await rollup.settled(2n)
    await followersAgree(node)
  })

  test('is found by a sequencer that was away meanwhile', async () => {
    const rollup = await start({ settle: 'manual', start: false })
    const { node } = rollup
    await node.seal()
    const blocks = await foreignBlocks([], [0n, 7n])
    await settleForeign(blocks)
    await rollup.start()
    expect(bytesToHex(node.blockByNumber(2n)!.hash)).toBe(bytesToHex(blocks[1]!.hash))
    await transfer(node, recipient, 1n)
    await rollup.advance()
    expect(rollup.status()).toMatchObject({ lag: { blocks: 0n }, finalized: { number: 3n } })
    await followersAgree(node)
  })

  test('that a reorg of L1 undoes is settled again, or replaced', async () => {
    const rollup = await start({ settle: 'auto' })
    const { node } = rollup
    const sent = await transfer(node, recipient, 1n)
    await rollup.settled(1n)
    const blocks = await foreignBlocks([node.blockByNumber(1n)!], [0n])
    const adopted = reached(node, blocks[0]!)
    await settleForeign(blocks)
    await adopted
    await network.l1.request({ method: 'anvil_reorg', params: [2] })
    const last = await transfer(node, recipient, 2n)
    await rollup.settled(node.head().block.header.number)
    expect(hashes(node)).toEqual([sent, last])
    await followersAgree(node)
  })
})
