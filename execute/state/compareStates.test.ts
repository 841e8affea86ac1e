import { expect, test } from 'vitest'
import { overrideState } from '../simulate/overrideState.ts'
import { addressOf, bytesOf, createTestChain, word } from '../transition/chain.test-support.ts'
import type { WorldState } from '../types/WorldState.ts'
import { compareStates } from './compareStates.ts'
import { type NodeStore, worldStateFromNodes } from './worldStateFromNodes.ts'

const contract = bytesOf(addressOf('contract'))
const slot = (n: number) => bytesOf(word(n))
const genesis = createTestChain({
  alloc: {
    [addressOf('contract')]: {
      code: '0x6001',
      storage: Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`0x${word(n)}`, '0x0102'])),
    },
    [addressOf('plain')]: { balance: 8n },
  },
}).head().state

function createMemoryStore() {
  const kept = new Map<string, Uint8Array>()
  const read = (hash: Uint8Array) => kept.get(Buffer.from(hash).toString('hex'))
  const store: NodeStore = { node: read, code: read }
  /** Number of items written. */
  const write = (state: WorldState, before?: WorldState) => {
    let written = 0
    compareStates(before, state, {
      added({ hash, bytes }) {
        kept.set(Buffer.from(hash).toString('hex'), bytes())
        written++
      },
    })
    return written
  }
  return { store, write }
}

test('what is written of a state is enough to read all of it', () => {
  const { store, write } = createMemoryStore()
  write(genesis)
  const read = worldStateFromNodes(genesis.root, store)
  expect(read.getAccount(contract)).toEqual(genesis.getAccount(contract))
  expect(read.getCode(contract)).toEqual(bytesOf('6001'))
  for (let n = 0; n < 51; n++) expect(read.getStorage(contract, slot(n))).toEqual(genesis.getStorage(contract, slot(n)))
  expect(read.prove(contract, [slot(3)])).toEqual(genesis.prove(contract, [slot(3)]))
})

test('of a later state only what is new is written, whether it grew in memory or from the store', async () => {
  const { store, write } = createMemoryStore()
  const all = write(genesis)
  expect(write(genesis, genesis)).toBe(0)
  expect(write(worldStateFromNodes(genesis.root, store), genesis)).toBe(0)
  for (const base of [genesis, worldStateFromNodes(genesis.root, store)]) {
    const account = { stateDiff: [[slot(7), slot(base === genesis ? 1 : 2)]] as [Uint8Array, Uint8Array][] }
    const next = await overrideState(base, [{ address: contract, account }])
    const written = write(next, base)
    expect(written).toBeGreaterThan(1)
    expect(written).toBeLessThan(all / 3)
    const read = worldStateFromNodes(next.root, store)
    expect(read.getStorage(contract, slot(7))).toEqual(next.getStorage(contract, slot(7)))
    expect(read.getStorage(contract, slot(8))).toEqual(genesis.getStorage(contract, slot(8)))
  }
})

test('error: what was never written is missing, not empty', () => {
  const { store } = createMemoryStore()
  expect(() => worldStateFromNodes(genesis.root, store).getAccount(contract)).toThrow(
    expect.objectContaining({ code: 'MISSING_NODE' }),
  )
})
