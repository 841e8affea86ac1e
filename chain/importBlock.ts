import { type Block, decodeBlock, hashHeader, type SealedBlock, stateTransition } from '../execute/index.ts'
import type { Backend } from './Backend.ts'
import { ChainError } from './errors.ts'
import { toHex } from './hex.ts'
import type { SerialQueue } from './serialQueue.ts'

/**
 * Makes the function that takes blocks made elsewhere: runs the whole state transition on the parent and makes the block
 * the head. A block that is known is not run again. Errors: InvalidBlock naming the rule, UNKNOWN_PARENT, STATE_PRUNED.
 */
export function createBlockImporter(
  { store, rules, precompiles, clock }: Pick<Backend, 'store' | 'rules' | 'precompiles' | 'clock'>,
  serial: SerialQueue,
  { recordWitness }: { recordWitness: boolean },
): (block: Uint8Array | Block) => Promise<SealedBlock> {
  async function execute(block: Block): Promise<SealedBlock> {
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

  return (block) =>
    serial.run(async () => {
      const sealed = await execute(block instanceof Uint8Array ? decodeBlock(block, rules) : block)
      clock.observe(Number(sealed.block.header.timestamp))
      store.setHead(toHex(sealed.hash))
      return sealed
    })
}
