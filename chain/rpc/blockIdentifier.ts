import type { Hex } from 'viem'
import type { SealedBlock } from '../../execute/index.ts'
import { toQuantity } from '../hex.ts'
import type { BlockProducer } from '../production/BlockProducer.ts'
import type { ChainStore } from '../store/ChainStore.ts'
import { bool, hash, Mismatch, object, optional, type Parser } from './parameters.ts'
import { RpcError, rpcCodes } from './RpcError.ts'

const tags = ['latest', 'earliest', 'pending', 'safe', 'finalized'] as const
export type BlockTag = (typeof tags)[number]
/** EIP-1898: a number, a tag, or a hash that may have to be canonical; or a block that is not sealed yet, itself. */
export type BlockIdentifier = bigint | BlockTag | { hash: Hex; requireCanonical: boolean } | { preview: SealedBlock }

export const blockNumberOrTag: Parser<bigint | BlockTag> = (value) => {
  if (tags.includes(value as BlockTag)) return value as BlockTag
  if (typeof value === 'string' && /^0x[0-9a-fA-F]{1,16}$/.test(value)) return BigInt(value)
  throw new Mismatch(`a 0x-prefixed block number or one of ${tags.join(', ')}`, value)
}

const eip1898 = object({
  blockNumber: optional(blockNumberOrTag),
  blockHash: optional(hash),
  requireCanonical: optional(bool, false),
})

export const blockIdentifier: Parser<BlockIdentifier> = (value) => {
  if (typeof value === 'object' && value !== null) {
    const { blockNumber, blockHash, requireCanonical } = eip1898(value)
    if (blockHash !== undefined && blockNumber === undefined) return { hash: blockHash, requireCanonical }
    if (blockNumber !== undefined && blockHash === undefined) return blockNumber
    throw new Mismatch('an object with either blockNumber or blockHash', value)
  }
  // A bare hash is accepted where a number is, as geth and anvil do.
  if (typeof value === 'string' && value.length === 66) return { hash: hash(value), requireCanonical: false }
  return blockNumberOrTag(value)
}

/** What `pending` means to most methods: the block that would be sealed now. Other identifiers stay what they are. */
export async function withPending(
  { producer }: { producer: Pick<BlockProducer, 'preview'> },
  id: BlockIdentifier,
): Promise<BlockIdentifier> {
  return id === 'pending' ? { preview: await producer.preview() } : id
}

/** The block that is meant, or undefined. `pending` stands for the head where nothing is to be run for it. */
export function findBlock(store: ChainStore, id: BlockIdentifier): SealedBlock | undefined {
  if (typeof id === 'bigint') return store.blockByNumber(id)
  if (typeof id === 'object') {
    if ('preview' in id) return id.preview
    const block = store.blockByHash(id.hash)
    if (block && id.requireCanonical && !store.isCanonical(block)) {
      throw new RpcError(rpcCodes.invalidInput, 'hash is not currently canonical')
    }
    return block
  }
  if (id === 'earliest') return store.genesis
  if (id === 'safe') return store.safe()
  if (id === 'finalized') return store.finalized()
  return store.head()
}

/** As findBlock. Errors: -32000 'header not found', the words that clients know from geth. */
export function requireBlock(store: ChainStore, id: BlockIdentifier): SealedBlock {
  const block = findBlock(store, id)
  if (block) return block
  if (typeof id === 'object' && 'hash' in id) throw new RpcError(rpcCodes.invalidInput, `block ${id.hash} not found`)
  const asked = typeof id === 'bigint' ? toQuantity(id) : id
  const head = toQuantity(store.head().block.header.number)
  throw new RpcError(rpcCodes.invalidInput, `header not found: block ${asked}, the head is ${head}`)
}
