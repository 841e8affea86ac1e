import { bytesToHex, type Hex } from 'viem'
import { larger } from '../compare.ts'
import { RollupError } from '../errors.ts'
import { createL1Client, readL1Block } from '../l1/createL1Client.ts'
import type { HeadTracker } from '../l1/HeadTracker.ts'
import type { L1Block } from '../l1/L1Block.ts'
import type { L1Provider } from '../l1/L1Provider.ts'

/** The L1 blocks that L2 blocks carry in `parent_beacon_block_root` (EIP-4788). */
export type Anchors = {
  /** The anchor for a child of a block anchored to `parentAnchor`: the newest L1 block, `depth` behind L1's head, never an older one. */
  next(parentAnchor: Uint8Array): Promise<L1Block>
  /** The L1 block number of an anchor. Errors: ANCHOR_LOST. */
  numberOf(anchor: Uint8Array): Promise<bigint>
  /** Whether an anchor is on L1's canonical chain. If not, no block that carries it can be settled. */
  isCanonical(anchor: Uint8Array): Promise<boolean>
}

const NONE = `0x${'00'.repeat(32)}`

export function createAnchors(options: { provider: L1Provider; heads: HeadTracker; depth: number }): Anchors {
  const { heads } = options
  const depth = BigInt(options.depth)
  const client = createL1Client(options.provider)
  const numbers = new Map<Hex, bigint>()

  async function numberOf(anchor: Uint8Array): Promise<bigint> {
    const hash = bytesToHex(anchor)
    // Genesis blocks have no anchor; L1's contract counts it as block 0.
    if (hash === NONE) return 0n
    const known = numbers.get(hash)
    if (known !== undefined) return known
    const { number } = await readL1Block(client, { blockHash: hash }).catch((cause: Error) => {
      if (cause.name !== 'BlockNotFoundError') throw cause
      throw new RollupError('ANCHOR_LOST', `L1 has no block ${hash} (any more)`, {
        value: hash,
        hint: 'L1 was reorganised or replaced behind this rollup; blocks built on the lost block cannot be settled',
        cause,
      })
    })
    remember({ hash, number })
    return number
  }

  function remember({ hash, number }: Pick<L1Block, 'hash' | 'number'>): void {
    numbers.set(hash, number)
    if (numbers.size > 8192) numbers.delete(numbers.keys().next().value!)
  }

  async function isCanonical(anchor: Uint8Array): Promise<boolean> {
    const hash = bytesToHex(anchor)
    if (hash === NONE) return true
    try {
      const blockNumber = await numberOf(anchor)
      return (await readL1Block(client, { blockNumber })).hash === hash
    } catch (error) {
      const { name, code } = error as { name?: string; code?: unknown }
      if (name === 'BlockNotFoundError' || code === 'ANCHOR_LOST') return false
      throw error
    }
  }

  return {
    numberOf,
    isCanonical,
    async next(parentAnchor) {
      // While L1 is away the rollup goes on with the newest block it knows of.
      const head = await heads.refresh().catch(() => heads.latest())
      const blockNumber = larger(head.number - depth, 0n)
      const parentNumber = await numberOf(parentAnchor)
      if (blockNumber < parentNumber) return readL1Block(client, { blockHash: bytesToHex(parentAnchor) })
      const anchor = depth === 0n ? head : await readL1Block(client, { blockNumber })
      remember(anchor)
      return anchor
    },
  }
}
