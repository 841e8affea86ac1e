import { type Block, decodeBlock, hashHeader, type SealedBlock, stateTransition } from '../execute/index.ts'
import type { Backend } from './Backend.ts'
import { ChainError } from './errors.ts'
import { toHex } from './hex.ts'
import type { SerialQueue } from './serialQueue.ts'

export type BlockImporter = {
  /** Runs the whole state transition on a block and makes it the head. */
  importBlock(block: Uint8Array | Block): Promise<SealedBlock>
  /** Takes blocks, oldest first, and seals what they displace again upon the last of them. */
  adoptBlocks(blocks: (Uint8Array | Block)[]): Promise<void>
}

/**
 * What takes blocks made elsewhere. A block that is known is not run again. Errors: InvalidBlock naming the rule,
 * UNKNOWN_PARENT, STATE_PRUNED; the chain is then as it was.
 */
export function createBlockImporter(
  { store, rules, precompiles, clock, producer }: Backend,
  serial: SerialQueue,
  { recordWitness }: { recordWitness: boolean },
): BlockImporter {
  async function execute(encoded: Uint8Array | Block): Promise<SealedBlock> {
    const block = encoded instanceof Uint8Array ? decodeBlock(encoded, rules) : encoded
    const known = store.blockByHash(toHex(hashHeader(block.header)))
    if (known) return known
    const parent = store.blockByHash(toHex(block.header.parentHash))
    if (parent === undefined) {
      throw new ChainError('UNKNOWN_PARENT', `the parent of block ${block.header.number} is not known`, {
        value: toHex(block.header.parentHash),
        expected: 'the hash of a block that this node has',
        hint: 'import its ancestors first, oldest first',
      })
    }
    const sealed = await stateTransition({
      rules,
      parent: parent.block.header,
      parentState: parent.state,
      block,
      ...store.history(parent),
      precompiles,
      recordWitness,
    })
    store.insert(sealed)
    return sealed
  }

  return {
    importBlock: (block) =>
      serial.run(async () => {
        const sealed = await execute(block)
        clock.observe(Number(sealed.block.header.timestamp))
        store.setHead(toHex(sealed.hash))
        return sealed
      }),
    adoptBlocks: (blocks) =>
      producer.adopt(async () => {
        const taken: SealedBlock[] = []
        for (const block of blocks) taken.push(await execute(block))
        return taken
      }),
  }
}
