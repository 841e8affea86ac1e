import { createPublicClient, type Hex, http } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fromHex, toHex } from '../hex.ts'
import { createTestNode, testAccounts, testKeys } from '../testing/createTestNode.ts'
import type { BlobSidecar } from './BlobSidecar.ts'
import { createKzg } from './Kzg.ts'
import { encodeNetworkTransaction } from './networkForm.ts'
import { sidecarOf } from './sidecarOf.ts'

const kzg = createKzg()
const account = testAccounts[0]!
const reader: Hex = '0x0000000000000000000000000000000000000101'
let at: Awaited<ReturnType<typeof createTestNode>>
let url: string
let nonce = 0

beforeAll(async () => {
  at = await createTestNode({
    blobs: { retentionBlocks: 100 },
    // Answers the first bytes of the blob that is named, as EXECUTE reads its blobs.
    precompiles: (read) => [
      {
        name: 'READ_BLOB',
        address: fromHex(reader),
        run({ data, context }) {
          const blob = read(data, context)
          return { output: blob ? blob.slice(0, 8) : Uint8Array.of(0), gasUsed: 100n }
        },
      },
    ],
    privateKeys: testKeys,
  })
  url = (await at.node.listen({ host: '127.0.0.1', port: 0 })).http
})
afterAll(async () => {
  kzg.close()
  await at.node.close()
})

function blobOf(seed: number): Uint8Array {
  const blob = new Uint8Array(131_072)
  for (let element = 0; element < 4_096; element++) blob[element * 32 + 3] = (element + seed) % 256
  return blob
}

async function signed(sidecar: BlobSidecar): Promise<Uint8Array> {
  const request = {
    type: 'eip4844',
    chainId: 900,
    nonce,
    gas: 100_000n,
    maxFeePerGas: 10n ** 10n,
    maxPriorityFeePerGas: 1n,
    maxFeePerBlobGas: 10n ** 10n,
    to: account.address,
    blobVersionedHashes: sidecar.versionedHashes,
    sidecars: false,
  }
  return fromHex(await account.signTransaction(request as never))
}

async function send(sidecar: BlobSidecar): Promise<Hex> {
  const raw = toHex(encodeNetworkTransaction(await signed(sidecar), sidecar))
  const client = createPublicClient({ transport: http(url, { retryCount: 0 }) })
  return client.sendRawTransaction({ serializedTransaction: raw as `0x03${string}` })
}

const get = async (path: string) => {
  const response = await fetch(`${url}/eth/v1${path}`)
  return { status: response.status, body: (await response.json()) as { data: never } & Record<string, unknown> }
}

for (const [version, proof] of [
  [0, 'blob'],
  [1, 'cell'],
] as const) {
  describe(`a blob transaction with a version ${version} sidecar`, () => {
    const blobs = [blobOf(10 * version), blobOf(10 * version + 1)]
    let sidecar: BlobSidecar
    let hash: Hex
    let blockNumber: bigint

    beforeAll(async () => {
      sidecar = await sidecarOf(blobs, kzg, proof)
      hash = await send(sidecar)
      nonce += 1
      const receipt = await at.client.waitForTransactionReceipt({ hash })
      blockNumber = receipt.blockNumber
      expect(receipt).toMatchObject({ status: 'success', type: 'eip4844', blobGasUsed: 262_144n })
    })

    test('is served over JSON-RPC', async () => {
      const params = [sidecar.versionedHashes[1]]
      expect(await at.node.request({ method: 'anvil_getBlobByHash', params })).toBe(toHex(blobs[1]!))
      const both = await at.node.request({ method: 'anvil_getBlobsByTransactionHash', params: [hash] })
      expect(both).toEqual(blobs.map(toHex))
    })

    test('is served over the beacon API', async () => {
      expect((await get(`/beacon/blobs/${blockNumber}`)).body.data).toEqual(blobs.map(toHex))
      const chosen = `/beacon/blobs/${blockNumber}?versioned_hashes=${sidecar.versionedHashes[1]}`
      expect((await get(chosen)).body.data).toEqual([toHex(blobs[1]!)])
      const { data } = (await get(`/beacon/blob_sidecars/${blockNumber}?indices=1`)).body as {
        data: Record<string, Hex>[]
      }
      expect(data).toMatchObject([
        { index: '1', blob: toHex(blobs[1]!), kzg_commitment: toHex(sidecar.commitments[1]!) },
      ])
      const proved = await kzg.verifyBlobProofs([blobs[1]!], [sidecar.commitments[1]!], [fromHex(data[0]!.kzg_proof!)])
      expect(proved).toBe(true)
    })

    test('can be read by EXECUTE in later blocks', async () => {
      const { data } = await at.client.call({ to: reader, data: sidecar.versionedHashes[0]! })
      expect(data).toBe('0x00')
      await at.node.seal()
      const later = await at.client.call({ to: reader, data: sidecar.versionedHashes[0]! })
      expect(later.data).toBe(toHex(blobs[0]!.slice(0, 8)))
    })
  })

  test(`wrong proofs are refused, version ${version}`, async () => {
    const sidecar = await sidecarOf([blobOf(3), blobOf(4)], kzg, proof)
    await expect(send({ ...sidecar, proofs: [...sidecar.proofs].reverse() })).rejects.toThrow(/invalid KZG proof/)
    await expect(send({ ...sidecar, blobs: [...sidecar.blobs].reverse() })).rejects.toThrow(/invalid KZG proof/)
    await expect(send({ ...sidecar, proofs: sidecar.proofs.slice(1) })).rejects.toThrow(/proofs, expected/)
  })
}

test('a blob transaction without its sidecar is refused', async () => {
  const raw = toHex(await signed(await sidecarOf([blobOf(5)], kzg, 'blob')))
  const sent = at.node.request({ method: 'eth_sendRawTransaction', params: [raw] })
  await expect(sent).rejects.toThrow(/missing sidecar/)
})

test('six blobs with cell proofs fit through HTTP', async () => {
  const sidecar = await sidecarOf(
    [1, 2, 3, 4, 5, 6].map((seed) => blobOf(seed + 50)),
    kzg,
    'cell',
  )
  const hash = await send(sidecar)
  nonce += 1
  const receipt = await at.client.waitForTransactionReceipt({ hash })
  expect(receipt.blobGasUsed).toBe(6n * 131_072n)
})

describe('the beacon API', () => {
  test('names blocks in every way that tools do', async () => {
    const head = at.node.head()
    const { number, timestamp } = head.block.header
    const genesis = (await get('/beacon/genesis')).body.data as Record<string, string>
    const slotOfTime = timestamp - BigInt(genesis.genesis_time!)
    for (const id of ['head', String(number), toHex(head.hash), String(slotOfTime)]) {
      const { data } = (await get(`/beacon/headers/${id}`)).body as unknown as { data: { root: Hex } }
      expect(data.root, id).toBe(toHex(head.hash))
    }
    expect((await get('/config/spec')).body.data).toMatchObject({ SECONDS_PER_SLOT: '1', DEPOSIT_CHAIN_ID: '900' })
    expect((await get('/beacon/blobs/genesis')).body.data).toEqual([])
  })

  test('says what is wrong', async () => {
    expect(await get('/beacon/blobs/latest')).toMatchObject({ status: 400, body: { code: 400 } })
    expect(await get('/beacon/blobs/999999999')).toMatchObject({ status: 404 })
    expect(await get('/beacon/states/head')).toMatchObject({ status: 404 })
    expect((await fetch(`${url}/eth/v1/beacon/genesis`, { method: 'POST' })).status).toBe(405)
  })
})
