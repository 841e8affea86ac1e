import { bytesToHex, encodeFunctionData, hexToBytes } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nativeRollupAbi, nativeRollupAddress } from '../../../contracts/index.ts'
import { type BlobSlice, blobSlice, type SealedBlock } from '../../../execute/index.ts'
import { blockData } from '../../batcher/blockData.ts'
import { decodeBatch, encodeBatch } from '../../batcher/encodeBatch.ts'
import { createL1Client } from '../../l1/createL1Client.ts'
import { createRollupContract, type Posted } from '../../l1/RollupContract.ts'
import { type Adversary, createAdversary } from '../../testing/createAdversary.ts'
import { createTestNetwork, type TestNetwork } from '../../testing/createTestNetwork.ts'
import { advanceCalldata, forge } from '../../testing/forge.ts'
import { transfer } from '../../testing/transfer.ts'

const recipient = '0x00000000000000000000000000000000000b0b00'

let network: TestNetwork
let adversary: Adversary
let sealed: SealedBlock
let anchorNumber: bigint
/** Where block 1 lies in the blobs of the honest post. */
let honest: { transactions: BlobSlice; witness: BlobSlice }
let posts: Posted[]

beforeAll(async () => {
  network = await createTestNetwork({ settle: 'manual' })
  const rollup = network.rollups[0]!
  await network.l1.seal()
  anchorNumber = network.l1.head().block.header.number
  await transfer(rollup.node, recipient, 1n)
  sealed = rollup.node.head()
  await rollup.posted(1n)
  await transfer(rollup.node, recipient, 1n)
  await rollup.posted(2n)
  const contract = createRollupContract(createL1Client(network.provider), 901)
  posts = await contract.posted(0n, network.l1.head().block.header.number)

  const { timestamp } = sealed.block.header
  const { slices } = encodeBatch(1n, [{ timestamp, anchorNumber, ...blockData(sealed, 901) }])
  honest = sliceOf(slices[0]!, posts[0]!)
  adversary = await createAdversary(network)
})

afterAll(async () => {
  adversary.stop()
  await network.stop()
})

function sliceOf({ payload, witness }: ReturnType<typeof encodeBatch>['slices'][number], post: Posted) {
  const hashes = post.versionedHashes.map((hash) => hexToBytes(hash))
  return {
    transactions: blobSlice(hashes, payload.offset, payload.length),
    witness: blobSlice(hashes, witness.offset, witness.length),
  }
}

const calldata = (reference: typeof honest) => advanceCalldata({ anchorNumber, input: forge(sealed, { reference }) })

describe('EXECUTE by blob reference', () => {
  test('refuses a blob that L1 has never carried', async () => {
    const versionedHashes = [hexToBytes(`0x01${'77'.repeat(31)}`)]
    for (const field of ['transactions', 'witness'] as const) {
      const reference = { ...honest, [field]: { ...honest[field], versionedHashes } }
      expect(await adversary.refused(calldata(reference)), field).toMatch(/^ExecuteFailed\(1\)/)
    }
  })

  test('refuses the blob of another block', async () => {
    const versionedHashes = [hexToBytes(posts[1]!.versionedHashes[0]!)]
    const reference = { ...honest, transactions: { ...honest.transactions, versionedHashes } }
    expect(await adversary.refused(calldata(reference))).toMatch(/^ExecuteFailed\(1\)/)
  })

  test.each([
    ['begins a byte late', { offset: 1, length: 0 }],
    ['ends a byte early', { offset: 0, length: -1 }],
    ['ends a byte late', { offset: 0, length: 1 }],
    ['ends behind the blob', { offset: 0, length: 131_072 }],
    ['is empty', { offset: 0, length: -1_000_000 }],
  ])('refuses a slice that %s', async (_, by) => {
    for (const field of ['transactions', 'witness'] as const) {
      const { versionedHashes, offset, length } = honest[field]
      const slice = { versionedHashes, offset: offset + by.offset, length: Math.max(0, length + by.length) }
      expect(await adversary.refused(calldata({ ...honest, [field]: slice })), field).toMatch(/^ExecuteFailed/)
    }
  })

  test('refuses to be given too little gas for the bytes in blobs', async () => {
    expect(await adversary.refused(calldata(honest), { gas: 10_200_000n })).toMatch(/^ExecuteFailed/)
  })
})

test('posting claims nothing: L1 refuses unknown anchors, and a false post changes no head', async () => {
  const post = (anchors: bigint[]) =>
    encodeFunctionData({
      abi: nativeRollupAbi,
      functionName: 'post',
      args: [1n, 99n, bytesToHex(sealed.hash), anchors],
    })
  expect(await adversary.refused(post([9_999_999n]))).toMatch(/^UnknownAnchor\(9999999\)/)
  const before = await adversary.recorded()
  expect((await adversary.send(post([]))).status).toBe('success')
  expect(await adversary.recorded()).toEqual(before)
})

test('what is posted is all that it takes to settle: anybody can', async () => {
  const blobs = await Promise.all(
    posts[0]!.versionedHashes.map((hash) => network.l1.request({ method: 'anvil_getBlobByHash', params: [hash] })),
  )
  const usable = blobs.map((blob) => withoutFirstBytes(hexToBytes(blob as `0x${string}`)))
  const { first, blocks } = decodeBatch(Uint8Array.from(usable.flatMap((bytes) => [...bytes])))
  expect(first).toBe(1n)
  expect(blocks).toEqual([{ timestamp: sealed.block.header.timestamp, anchorNumber, ...blockData(sealed, 901) }])

  expect((await adversary.send(calldata(honest))).status).toBe('success')
  const rollup = network.rollups[0]!
  await rollup.advance()
  expect(rollup.status()).toMatchObject({ finalized: { number: 2n }, lastAdvance: { first: 2n, last: 2n } })
})

test('the anchor of what is posted is kept, for when L1 itself has forgotten it', async () => {
  const kept = await createL1Client(network.provider).readContract({
    address: nativeRollupAddress(901),
    abi: nativeRollupAbi,
    functionName: 'anchorHash',
    args: [anchorNumber],
  })
  expect(kept).toBe(bytesToHex(network.l1.blockByNumber(anchorNumber)!.hash))
})

/** EIP-8142: 31 usable bytes in each field element. */
function withoutFirstBytes(blob: Uint8Array): Uint8Array {
  return blob.filter((_, index) => index % 32 !== 0)
}
