import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  compareStates,
  createChainRules,
  createGenesisBlock,
  hashHeader,
  overrideState,
  type SealedBlock,
  type StateOverrides,
  type WorldState,
} from '../../execute/index.ts'
import { toHex } from '../hex.ts'
import { createTestNode } from '../testing/createTestNode.ts'
import { type ChainStore, createChainStore } from './ChainStore.ts'
import { openChainFile } from './file/openChainFile.ts'
import { openArchive } from './openArchive.ts'

let root: string
let directories = 0
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'nativeroll-prune-'))
})
afterEach(() => rmSync(root, { recursive: true }))
const newDirectory = () => join(root, String(directories++))

const rules = createChainRules({ chainId: 1, forks: { osaka: 0 } })
const address = (n: number) => new Uint8Array(20).fill(n + 1)
const word = (n: number) => new Uint8Array(32).fill(n, 31)
const alloc = { [toHex(address(0))]: { balance: 1n, code: '0x6001' as const }, [toHex(address(9))]: { balance: 1n } }
const genesis: SealedBlock = {
  ...createGenesisBlock({ timestamp: 0n, gasLimit: 30_000_000n, alloc }, rules),
  receipts: [],
  requests: [],
}

/** Few accounts, slots, values and codes, so that equal subtrees lie in several places, vanish and come again. */
const anyChange = fc.oneof(
  fc.record({ nonce: fc.bigInt(0n, 2n) }),
  fc.record({ code: fc.constantFrom(new Uint8Array(0), Uint8Array.of(1), Uint8Array.of(1, 2)) }),
  fc.record({
    stateDiff: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }).map(word), fc.integer({ min: 0, max: 2 }).map(word)), {
      maxLength: 12,
    }),
  }),
  fc.record({
    state: fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }).map(word), fc.constant(word(1))), { maxLength: 30 }),
  }),
)
const anyOverrides: fc.Arbitrary<StateOverrides> = fc.array(
  fc.record({ address: fc.integer({ min: 0, max: 4 }).map(address), account: anyChange }),
  { maxLength: 3 },
)
const anyStep = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('extend' as const), changes: anyOverrides, amended: anyOverrides }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('branch' as const),
      back: fc.integer({ min: 1, max: 5 }),
      changes: anyOverrides,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('revert' as const), back: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('return' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const) }) },
)

/** Each block with the states that lead to it, none of them read from disk. */
type Model = Map<string, { block: SealedBlock; states: WorldState[] }>

let salt = 0
async function build(
  store: ChainStore,
  model: Model,
  parent: SealedBlock,
  changes: StateOverrides,
  amended: StateOverrides,
) {
  const known = model.get(toHex(parent.hash))!.states.at(-1)!
  const before = amended.length > 0 ? await overrideState(known, amended) : undefined
  const after = await overrideState(before ?? known, changes)
  const base = amended.length > 0 ? await overrideState(parent.state, amended) : parent.state
  const state = await overrideState(base, changes)
  expect(toHex(state.root)).toBe(toHex(after.root))
  const header = {
    ...parent.block.header,
    number: parent.block.header.number + 1n,
    parentHash: parent.hash,
    stateRoot: state.root,
    extraData: Buffer.from(String(salt++)),
  }
  const block = {
    block: { header, transactions: [], ommers: [], withdrawals: [] },
    hash: hashHeader(header),
    state,
    receipts: [],
    requests: [],
  }
  model.set(toHex(block.hash), { block, states: before ? [before, after] : [after] })
  store.insert(block, base)
  store.setHead(toHex(block.hash))
}

async function open(directory: string, historyBlocks: number, keptBlocks?: number) {
  const archive = await openArchive({ directory, name: 'test', rules, identity: { chainId: '1' } }, genesis)
  // A copy, for a pruned block's state is replaced.
  return createChainStore({ ...genesis }, { historyBlocks, ...(keptBlocks && { keptBlocks }), archive })
}

/** Keys of the tables of nodes and codes. */
async function itemsIn(directory: string): Promise<string[]> {
  const { database, close } = openChainFile({ directory })
  const found = ['nodes', 'codes'].flatMap((name) =>
    [...database.openDB({ name, encoding: 'binary', keyEncoding: 'binary' }).getKeys()].map((key) =>
      toHex(key as Buffer),
    ),
  )
  await close()
  return found.sort()
}

function reachable(states: Iterable<WorldState>): string[] {
  const found = new Set<string>()
  for (const state of states) compareStates(undefined, state, { added: ({ hash }) => found.add(toHex(hash)) })
  return [...found].sort()
}

/** What the store says of each state that is kept, read completely; `model` says which there are. */
function keptStates(store: ChainStore, model: Model): WorldState[] {
  const oldest = BigInt(store.oldestState())
  return [...model].flatMap(([hash, { block, states }]) => {
    const { number } = block.block.header
    const found = store.blockByHash(hash as `0x${string}`)
    if (found === undefined || number < oldest) return []
    const read = reachable([found.state])
    expect(read).toEqual(reachable([states.at(-1)!]))
    if (number === oldest) return [states.at(-1)!]
    expect(reachable([store.parentState(found)])).toEqual(
      reachable([states.length > 1 ? states[0]! : model.get(toHex(block.block.header.parentHash))!.states.at(-1)!]),
    )
    return states
  })
}

describe('pruning on disk', () => {
  test('property: after any chain, states within the limit are complete, and nothing else is there', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(0, 1, 4, 9),
        fc.array(anyStep, { minLength: 5, maxLength: 50 }),
        async (historyBlocks, steps) => {
          const directory = newDirectory()
          let store = await open(directory, historyBlocks)
          const model: Model = new Map([[toHex(genesis.hash), { block: genesis, states: [genesis.state] }]])
          for (const step of steps) {
            const head = store.head()
            const back = 'back' in step ? BigInt(step.back) : 0n
            const to = store.blockByNumber(head.block.header.number - back)
            const tooFar = to === undefined || to.block.header.number < store.oldestState()
            if (step.kind === 'extend') await build(store, model, head, step.changes, step.amended)
            else if (step.kind === 'branch' && !tooFar) await build(store, model, to, step.changes, [])
            else if (step.kind === 'revert' && !tooFar) store.setHead(toHex(to.hash))
            else if (step.kind === 'revert' && to) {
              expect(() => store.setHead(toHex(to.hash))).toThrow(expect.objectContaining({ code: 'STATE_PRUNED' }))
            } else if (step.kind === 'return') {
              const known = [...model.keys()].filter((hash) => {
                const block = store.blockByHash(hash as `0x${string}`)
                return block && !store.isCanonical(block)
              })
              if (known.length > 0) store.setHead(known[step.which % known.length] as `0x${string}`)
            } else if (step.kind === 'reopen') {
              await store.close()
              store = await open(directory, historyBlocks)
            }
          }
          const expected = reachable(keptStates(store, model))
          await store.close()
          expect(await itemsIn(directory)).toEqual(expected)
        },
      ),
      { numRuns: 30 },
    )
  }, 60_000)

  test('behavior: a limit that is set later is reached step by step, and what is gone stays gone when it is raised', async () => {
    const directory = newDirectory()
    const model: Model = new Map([[toHex(genesis.hash), { block: genesis, states: [genesis.state] }]])
    const grow = async (store: ChainStore, blocks: number) => {
      for (let i = 0; i < blocks; i++) {
        const stateDiff: [Uint8Array, Uint8Array][] = [[word(i % 40), word(1 + (i % 3))]]
        await build(store, model, store.head(), [{ address: address(0), account: { stateDiff } }], [])
      }
    }
    const all = await open(directory, Number.POSITIVE_INFINITY)
    await grow(all, 100)
    await all.close()
    expect(await itemsIn(directory)).toEqual(reachable([...model.values()].flatMap(({ states }) => states)))

    const limited = await open(directory, 10)
    expect(limited.oldestState()).toBe(90)
    expect(() => limited.blockByNumber(89n)!.state.getAccount(address(0))).toThrow(
      expect.objectContaining({ code: 'STATE_PRUNED' }),
    )
    await grow(limited, 10)
    const expected = reachable(keptStates(limited, model))
    await limited.close()
    expect(await itemsIn(directory)).toEqual(expected)

    const raised = await open(directory, 1000)
    expect(raised.oldestState()).toBe(100)
    expect(raised.blockByNumber(99n)!.block.header.number).toBe(99n)
    await raised.close()
  })

  test('behavior: a process that is killed leaves neither gaps nor remains', async () => {
    const directory = newDirectory()
    const program = `
      import { createJiti } from 'jiti'
      const load = createJiti(${JSON.stringify(import.meta.url)}).import
      const { createTestNode, testKeys } = await load('../testing/createTestNode.ts')
      const options = { mining: { mode: 'manual' }, historyBlocks: 3, stateDir: ${JSON.stringify(directory)} }
      const { node, wallet } = await createTestNode({ ...options, chainId: 1 })
      for (let i = 1; ; i++) {
        const to = '0x' + String(i % 50).padStart(40, '1')
        await node.request({ method: 'eth_sendTransaction', params: [{ from: wallet.account.address, to, value: '0x1' }] })
        await node.seal()
        console.log(i)
      }`
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: import.meta.dirname })
    await new Promise<void>((resolve, reject) => {
      child.on('exit', () => reject(new Error('it ended by itself')))
      child.stdout.on('data', (text) => Number(String(text).trim().split('\n').at(-1)) >= 60 && resolve())
    })
    const dead = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await dead

    const { node } = await createTestNode({
      mining: { mode: 'manual' },
      historyBlocks: 3,
      stateDir: directory,
      chainId: 1,
    })
    const head = node.head().block.header.number
    expect(head).toBeGreaterThanOrEqual(60n)
    const kept = [0n, 1n, 2n, 3n].map((back) => node.blockByNumber(head - back)!.state)
    const expected = reachable(kept)
    await node.close()
    expect(await itemsIn(directory)).toEqual(expected)
  })

  test('behavior: final blocks beyond the limit go, with their states; genesis stays', async () => {
    const directory = newDirectory()
    const model: Model = new Map([[toHex(genesis.hash), { block: genesis, states: [genesis.state] }]])
    const store = await open(directory, Number.POSITIVE_INFINITY, 256)
    const first = async (blocks: number) => {
      for (let i = 0; i < blocks; i++) await build(store, model, store.head(), [], [])
    }
    await first(1)
    const { hash } = store.head()
    store.setForkchoice({ finalized: toHex(genesis.hash) })
    await first(299)
    expect(store.blockByNumber(1n)).toBeDefined()
    store.setForkchoice({ finalized: toHex(store.blockByNumber(290n)!.hash) })
    await first(1)
    expect(store.blockByNumber(1n)).toBeUndefined()
    expect(store.blockByHash(toHex(hash))).toBeUndefined()
    expect([store.oldestBlock(), store.oldestState()]).toEqual([16, 45])
    await first(2)
    await store.close()
    const again = await open(directory, Number.POSITIVE_INFINITY, 256)
    expect([again.oldestBlock(), again.oldestState()]).toEqual([47, 47])
    expect(again.blockByNumber(46n)).toBeUndefined()
    expect(again.blockByNumber(47n)!.state.getAccount(address(9))).toMatchObject({ balance: 1n })
    expect(toHex(again.blockByNumber(0n)!.hash)).toBe(toHex(genesis.hash))
    await again.close()
  })
})
