import { describe, expect, test } from 'vitest'
import type { SealedBlock } from '../../execute/index.ts'
import { fromHex } from '../hex.ts'
import type { BlobSidecar } from './BlobSidecar.ts'
import { createBlobStore } from './BlobStore.ts'
import { versionedHashOf } from './versionedHashOf.ts'

function sidecarWith(seed: number): BlobSidecar {
  const blob = new Uint8Array(131_072)
  blob[5] = seed
  const commitment = new Uint8Array(48).fill(seed)
  return {
    version: 0,
    versionedHashes: [versionedHashOf(commitment)],
    blobs: [blob],
    commitments: [commitment],
    proofs: [commitment],
  }
}

/** A block as far as the store looks at it. */
function blockWith(number: bigint, ...sidecars: BlobSidecar[]): SealedBlock {
  const transactions = sidecars.map(({ versionedHashes }) => ({ blobVersionedHashes: versionedHashes }))
  return { block: { header: { number }, transactions } } as unknown as SealedBlock
}

const first = sidecarWith(1)
const hash = first.versionedHashes[0]!
/** toEqual takes seconds over 131,072 bytes. */
const isFirst = (blob: Uint8Array) => Buffer.compare(blob, first.blobs[0]!) === 0
const context = { blobVersionedHashes: [], earlierBlobVersionedHashes: [] }

describe('read', () => {
  const store = createBlobStore({ retentionBlocks: 10, historyBlocks: 5 })
  store.hold(first)
  store.follow({ removed: [], added: [blockWith(3n, first)] })
  const readAt = (blockNumber: bigint) => store.read(fromHex(hash), { ...context, blockNumber })

  test('gives the blob to later blocks within the retention time', () => {
    expect(readAt(4n)).toSatisfy(isFirst)
    expect(readAt(13n)).toSatisfy(isFirst)
    expect(readAt(14n)).toBeUndefined()
  })

  test('not to the block itself, unless its own or an earlier transaction carries it', () => {
    expect(readAt(3n)).toBeUndefined()
    const carried = [fromHex(hash)]
    expect(store.read(fromHex(hash), { ...context, blockNumber: 3n, blobVersionedHashes: carried })).toEqual(
      first.blobs[0],
    )
    expect(store.read(fromHex(hash), { ...context, blockNumber: 3n, earlierBlobVersionedHashes: carried })).toEqual(
      first.blobs[0],
    )
  })

  test('says so when the chain has a blob that this node was never given', () => {
    const unknown = sidecarWith(9)
    store.follow({ removed: [], added: [blockWith(4n, unknown)] })
    const read = () => store.read(fromHex(unknown.versionedHashes[0]!), { ...context, blockNumber: 5n })
    expect(read).toThrowError(expect.objectContaining({ code: 'MISSING_BLOB' }))
  })
})

test('a reorg takes the right to read away, and a block on the new chain brings it back', () => {
  const store = createBlobStore({ retentionBlocks: 10 })
  store.hold(first)
  const block = blockWith(3n, first)
  store.follow({ removed: [], added: [block] })
  store.follow({ removed: [block], added: [blockWith(3n)] })
  expect(store.read(fromHex(hash), { ...context, blockNumber: 5n })).toBeUndefined()
  store.follow({ removed: [], added: [blockWith(4n, first)] })
  expect(store.read(fromHex(hash), { ...context, blockNumber: 5n })).toSatisfy(isFirst)
})

describe('eviction', () => {
  const advance = (store: ReturnType<typeof createBlobStore>, to: bigint) =>
    store.follow({ removed: [], added: [blockWith(to)] })

  test('drops a blob once no kept block can read it', () => {
    const store = createBlobStore({ retentionBlocks: 10, historyBlocks: 5 })
    store.hold(first)
    store.follow({ removed: [], added: [blockWith(3n, first)] })
    store.release([hash])
    advance(store, 18n)
    expect(store.get(hash)).toBeDefined()
    advance(store, 19n)
    expect(store.get(hash)).toBeUndefined()
  })

  test('never drops a blob whose transaction waits in the pool', () => {
    const store = createBlobStore({ retentionBlocks: 10, historyBlocks: 5 })
    store.hold(first)
    store.hold(sidecarWith(2))
    store.release(sidecarWith(2).versionedHashes)
    advance(store, 1_000n)
    expect(store.get(hash)?.blob).toSatisfy(isFirst)
    expect(store.get(sidecarWith(2).versionedHashes[0]!)).toBeUndefined()
  })

  test('a blob that is carried again lives on from there', () => {
    const store = createBlobStore({ retentionBlocks: 10, historyBlocks: 5 })
    store.hold(first)
    store.release([hash])
    store.follow({ removed: [], added: [blockWith(3n, first)] })
    store.follow({ removed: [], added: [blockWith(12n, first)] })
    advance(store, 20n)
    expect(store.read(fromHex(hash), { ...context, blockNumber: 20n })).toSatisfy(isFirst)
  })
})
