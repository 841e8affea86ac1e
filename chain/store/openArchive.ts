import { isDeepStrictEqual } from 'node:util'
import { deserialize, serialize } from 'node:v8'
import type { Database } from 'lmdb'
import { type ChainRules, hashHeader, type SealedBlock, type WorldState } from '../../execute/index.ts'
import { createBlobArchive } from '../blobs/BlobArchive.ts'
import { ChainError } from '../errors.ts'
import { fromHex, toHex } from '../hex.ts'
import type { Archive, Oldest, Tags } from './Archive.ts'
import { createBlockTables } from './blockTables.ts'
import { type ChainIdentity, differences } from './chainIdentity.ts'
import { corruption } from './file/corruption.ts'
import type { KeptPreimages } from './Preimages.ts'
import { createStateTables } from './StateTables.ts'

export type ArchiveOptions = {
  /** Of this chain alone. Made if it does not exist. */
  directory: string
  /** For messages. */
  name: string
  rules: ChainRules
  identity: ChainIdentity
  /** Kept too, if given. */
  preimages?: KeptPreimages | undefined
}

/** Of the tables. Whoever changes what lies in one raises it, and says in docs/state.md what is different. */
const formatVersion = 2

type Meta = { format: number; identity: ChainIdentity }
type Table = Database<Buffer, Uint8Array>

/** What one commit prunes at most: a limit that was lowered is caught up with over many. */
const most = { states: 16, blocks: 64 }

/**
 * Opens the archive of a chain, or begins one with `genesis`.
 * Errors: STATE_DIR_MISMATCH (another chain, or another format), STATE_DIR_CORRUPT, STATE_DIR_UNWRITABLE.
 */
export async function openArchive(options: ArchiveOptions, genesis: SealedBlock): Promise<Archive> {
  // Loaded here, because a chain without a directory has no use for it.
  const { openChainFile } = await import('./file/openChainFile.ts')
  const { database, commit, close } = openChainFile(options)
  const table = (name: string): Table => database.openDB({ name, encoding: 'binary', keyEncoding: 'binary' })
  const { preimages } = options
  preimages?.keepIn(table('preimages'))
  const damaged = (what: string, cause?: unknown) =>
    corruption(options.directory, `does not hold ${what} as it was written`, cause)
  const states = createStateTables(table, damaged, preimages)
  const blocks = createBlockTables(table, options.rules, states.state, damaged)
  const values = valuesIn(table('meta'), damaged)

  function amendedParentState(hash: Uint8Array): WorldState | undefined {
    const root = blocks.amendedParentRoot(hash)
    return root && states.state(root)
  }

  /** The states from that of the block's parent to its own. */
  function statesOf({ block, hash, state }: SealedBlock): WorldState[] {
    const parent = blocks.header(block.header.parentHash)!
    const amended = amendedParentState(hash)
    return [states.state(parent.stateRoot), ...(amended ? [amended] : []), state]
  }

  function canonicalBlock(number: number): SealedBlock {
    const hash = blocks.canonicalHash(BigInt(number))
    const block = hash && blocks.block(toHex(hash))
    if (block === undefined) throw damaged(`block ${number}`)
    return block
  }

  const oldest = () => values.get<Oldest>('oldest') ?? { block: 1, state: 0 }

  const archive: Archive = {
    commit(write) {
      commit(() => {
        write()
        preimages?.write()
      })
      preimages?.written()
    },
    tags() {
      const tags = values.get<Tags>('tags')
      if (tags === undefined) throw damaged('its head')
      return tags
    },
    setTags: (tags) => values.set('tags', tags),
    blockByHash: blocks.block,
    canonicalHash(number) {
      const hash = blocks.canonicalHash(number)
      return hash && toHex(hash)
    },
    transaction: blocks.transaction,
    amendedParentState: (hash) => amendedParentState(fromHex(hash)),
    state: states.state,
    oldest,
    sideBlocks: blocks.sideBlocks,
    append(block, parentState, amendedParentState) {
      if (!blocks.has(block.hash)) {
        if (amendedParentState) states.keep(parentState, amendedParentState)
        states.keep(amendedParentState ?? parentState, block.state)
        blocks.put(block, amendedParentState)
      }
      blocks.index(block)
    },
    retract: blocks.retract,
    remove(block) {
      const path = statesOf({ ...block, state: states.state(block.block.header.stateRoot) })
      for (let i = 1; i < path.length; i++) states.withdraw(path[i - 1]!, path[i]!)
      blocks.remove(block.hash)
    },
    removeWitness: (hash) => blocks.removeWitness(fromHex(hash)),
    prune(to) {
      let { block, state } = oldest()
      const until = { state: Math.min(to.state, state + most.states), block: Math.min(to.block, block + most.blocks) }
      if (until.state <= state && until.block <= block) return
      for (; state < until.state; state++) {
        const path = statesOf(canonicalBlock(state + 1))
        for (let i = 1; i < path.length; i++) states.leave(path[i - 1]!, path[i]!)
      }
      for (; block < Math.min(until.block, state); block++) {
        const dropped = canonicalBlock(block)
        blocks.retract(dropped)
        blocks.remove(dropped.hash)
      }
      values.set('oldest', { block, state })
    },
    blobs: createBlobArchive(table),
    close,
  }

  try {
    const meta = values.get<Meta>('meta')
    const written: Meta = { format: formatVersion, identity: options.identity }
    if (meta) assertContinues(meta, archive, options)
    else if (blocks.canonicalHash(genesis.block.header.number)) throw damaged('its configuration')
    archive.commit(() => {
      if (!meta) {
        states.keep(undefined, genesis.state)
        blocks.put(genesis)
        blocks.index(genesis)
        archive.setTags({ head: toHex(genesis.hash) })
      }
      // Forks to come may have been scheduled anew.
      if (!isDeepStrictEqual(meta, written)) values.set('meta', written)
    })
    return archive
  } catch (error) {
    await close()
    throw error
  }
}

function assertContinues({ format, identity }: Meta, archive: Archive, options: ArchiveOptions): void {
  const { directory, name } = options
  const refuse = (differing: string[]) => {
    const shown = differing.slice(0, 5).join('; ')
    const more = differing.length > 5 ? `; and ${differing.length - 5} more` : ''
    return new ChainError('STATE_DIR_MISMATCH', `${directory} holds another chain than ${name}: ${shown}${more}`, {
      value: directory,
      expected: 'a state directory of the same chain, or an empty one',
      hint: 'start with the configuration that made it (as many rollups, the same ids and gas limits), choose another directory, or delete it to begin anew',
    })
  }
  if (format !== formatVersion) throw otherFormat(directory, format)
  const { head: hash } = archive.tags()
  const head = archive.blockByHash(hash)
  const header = head?.block.header
  const differing = header ? differences(identity, options.identity, header) : []
  if (differing.length > 0) throw refuse(differing)
  const complete =
    header !== undefined &&
    toHex(hashHeader(header)) === hash &&
    archive.canonicalHash(header.number) === hash &&
    isThere(head!.state)
  if (complete) return
  throw corruption(directory, `does not hold the head of ${name} whole`)
}

function otherFormat(directory: string, format: number): ChainError {
  const writer = format < formatVersion ? 'an older' : 'a newer'
  const message = `${directory} was written by ${writer} version: its format is ${format}, and this one reads ${formatVersion}`
  return new ChainError('STATE_DIR_MISMATCH', message, {
    value: directory,
    expected: `a state directory of format ${formatVersion}, or an empty one`,
    hint: 'go on with the version that wrote it, choose another --state-dir, or delete it to begin anew',
  })
}

/** Whether the state's root can be read. */
function isThere(state: WorldState): boolean {
  try {
    state.getAccount(new Uint8Array(20))
    return true
  } catch {
    return false
  }
}

/** Single values by name. */
function valuesIn(table: Table, damaged: (what: string, cause?: unknown) => Error) {
  return {
    get<T>(name: string): T | undefined {
      const bytes = table.get(Buffer.from(name))
      try {
        return bytes && (deserialize(bytes) as T)
      } catch (cause) {
        throw damaged(`its ${name}`, cause)
      }
    },
    set: (name: string, value: unknown) => void table.putSync(Buffer.from(name), serialize(value)),
  }
}
