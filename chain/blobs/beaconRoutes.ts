import type { ServerResponse } from 'node:http'
import type { Hex } from 'viem'
import type { SealedBlock } from '../../execute/index.ts'
import { toHex } from '../hex.ts'
import type { HttpRoute } from '../rpc/server.ts'
import type { ChainStore } from '../store/ChainStore.ts'
import { type BlobStore, type StoredBlob, versionedHashesOf } from './BlobStore.ts'
import type { Kzg } from './Kzg.ts'

export type BeaconRoutesDeps = {
  store: ChainStore
  blobs: BlobStore
  kzg: Kzg
  chainId: number
  /** @default 1 */
  secondsPerSlot?: number
}

/** Answers one path below `/eth/v1`; `segments` are what its pattern's `*` stood for. */
type Endpoint = (segment: string, query: URLSearchParams) => unknown | Promise<unknown>

/**
 * What rollup tooling reads of a consensus client (Ethereum beacon APIs). There is none here, so a beacon block is the
 * execution block itself: its root is the block hash, and its slot is the block number. Tools that compute the slot of a
 * block from its timestamp find it too, because a number above the head's is taken as such a slot.
 */
export function createBeaconRoutes(deps: BeaconRoutesDeps): Record<string, HttpRoute> {
  const { store, blobs } = deps
  const secondsPerSlot = deps.secondsPerSlot ?? 1

  const endpoints: [RegExp, Endpoint][] = [
    [/^\/beacon\/genesis$/, () => ({ data: genesis() })],
    [/^\/config\/spec$/, () => ({ data: spec() })],
    [/^\/node\/version$/, () => ({ data: { version: 'nativeroll' } })],
    [/^\/node\/health$/, () => ({})],
    [/^\/node\/syncing$/, () => ({ data: syncing() })],
    [/^\/beacon\/headers\/([^/]+)$/, (id) => envelope(blockOf(id), (block) => header(block))],
    [/^\/beacon\/blobs\/([^/]+)$/, (id, query) => envelope(blockOf(id), (block) => blobsOf(block, query))],
    [/^\/beacon\/blob_sidecars\/([^/]+)$/, (id, query) => envelope(blockOf(id), (block) => sidecarsOf(block, query))],
  ]

  const genesis = () => ({
    genesis_time: String(store.genesis.block.header.timestamp),
    genesis_validators_root: toHex(store.genesis.hash),
    genesis_fork_version: '0x00000000',
  })

  const spec = () => ({
    CONFIG_NAME: 'nativeroll',
    PRESET_BASE: 'mainnet',
    SECONDS_PER_SLOT: String(secondsPerSlot),
    SLOT_DURATION_MS: String(secondsPerSlot * 1_000),
    SLOTS_PER_EPOCH: '32',
    DEPOSIT_CHAIN_ID: String(deps.chainId),
    DEPOSIT_NETWORK_ID: String(deps.chainId),
    GENESIS_FORK_VERSION: '0x00000000',
  })

  const syncing = () => ({
    head_slot: String(store.head().block.header.number),
    sync_distance: '0',
    is_syncing: false,
    is_optimistic: false,
    el_offline: false,
  })

  /** A block id of the beacon APIs: `head`, `genesis`, `justified`, `finalized`, a slot or a root. */
  function blockOf(id: string): SealedBlock {
    const named = { head: store.head, genesis: () => store.genesis, justified: store.safe, finalized: store.finalized }
    if (Object.hasOwn(named, id)) return named[id as keyof typeof named]()
    if (/^0x[0-9a-f]{64}$/i.test(id)) return found(store.blockByHash(id.toLowerCase() as Hex))
    if (/^\d{1,15}$/.test(id)) return found(blockAtSlot(BigInt(id)))
    throw new BeaconError(400, `Invalid block ID: ${id}`)
  }

  function blockAtSlot(slot: bigint): SealedBlock | undefined {
    const head = store.head().block.header.number
    if (slot <= head) return store.blockByNumber(slot)
    const timestamp = store.genesis.block.header.timestamp + slot * BigInt(secondsPerSlot)
    let [low, high] = [0n, head]
    while (low < high) {
      const middle = (low + high) / 2n
      if ((store.blockByNumber(middle)?.block.header.timestamp ?? 0n) < timestamp) low = middle + 1n
      else high = middle
    }
    const block = store.blockByNumber(low)
    return block && block.block.header.timestamp === timestamp ? block : undefined
  }

  async function envelope(block: SealedBlock, data: (block: SealedBlock) => unknown): Promise<unknown> {
    const finalized = block.block.header.number <= store.finalized().block.header.number
    return { execution_optimistic: false, finalized, data: await data(block) }
  }

  function header(block: SealedBlock) {
    return { root: toHex(block.hash), canonical: store.isCanonical(block), header: signedHeader(block) }
  }

  function blobsOf(block: SealedBlock, query: URLSearchParams): Hex[] {
    const wanted = listOf(query, 'versioned_hashes').map((hash) => hash.toLowerCase())
    const hashes = versionedHashesOf(block).filter((hash) => wanted.length === 0 || wanted.includes(hash))
    return hashes.map((hash) => toHex(kept(hash).blob))
  }

  async function sidecarsOf(block: SealedBlock, query: URLSearchParams): Promise<unknown[]> {
    const indices = listOf(query, 'indices')
    const hashes = versionedHashesOf(block).map((hash, index) => ({ hash, index: String(index) }))
    const chosen = hashes.filter(({ index }) => indices.length === 0 || indices.includes(index))
    return Promise.all(
      chosen.map(async ({ hash, index }) => {
        const { blob, commitment, proof } = kept(hash)
        return {
          index,
          blob: toHex(blob),
          kzg_commitment: toHex(commitment),
          kzg_proof: toHex(proof ?? (await deps.kzg.blobProof(blob, commitment))),
          signed_block_header: signedHeader(block),
          // There is no beacon block body for it to be included in.
          kzg_commitment_inclusion_proof: [],
        }
      }),
    )
  }

  function kept(hash: Hex): StoredBlob {
    const stored = blobs.get(hash)
    if (stored === undefined) throw new BeaconError(404, `Blob ${hash} is not kept any more`)
    return stored
  }

  const serve: HttpRoute = async (request, response, { path, query }) => {
    if (request.method !== 'GET') return sendJson(response, 405, { code: 405, message: 'Method not allowed' })
    try {
      for (const [pattern, endpoint] of endpoints) {
        const match = pattern.exec(path)
        if (match) return sendJson(response, 200, await endpoint(match[1] ?? '', query))
      }
      throw new BeaconError(404, `Nothing is served at ${path}`)
    } catch (error) {
      const code = error instanceof BeaconError ? error.status : 500
      sendJson(response, code, { code, message: error instanceof Error ? error.message : String(error) })
    }
  }

  return { '/eth/v1': serve }
}

function signedHeader(block: SealedBlock) {
  const { number, parentHash, stateRoot } = block.block.header
  const message = {
    slot: String(number),
    proposer_index: '0',
    parent_root: toHex(parentHash),
    state_root: toHex(stateRoot),
    body_root: toHex(block.hash),
  }
  return { message, signature: toHex(new Uint8Array(96)) }
}

/** `?a=1,2` and `?a=1&a=2` mean the same. */
function listOf(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .filter((value) => value !== '')
}

function found(block: SealedBlock | undefined): SealedBlock {
  if (block === undefined) throw new BeaconError(404, 'Block not found')
  return block
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

class BeaconError extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}
