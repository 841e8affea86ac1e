import { expect, test } from 'vitest'
import { MissingData, type NativerollError } from '../errors.ts'
import { addressOf, bytesOf, createTestChain, word } from '../transition/chain.test-support.ts'
import { emptyRoot } from '../trie/encodeNode.ts'
import { worldStateFromWitness } from '../witness/worldStateFromWitness.ts'
import { createGenesisState } from './createGenesisState.ts'

const contract = bytesOf(addressOf('contract'))
const absent = bytesOf(addressOf('absent'))
const slot = (n: number) => bytesOf(word(n))
const state = createTestChain({
  alloc: {
    [addressOf('contract')]: {
      code: '0x6001',
      nonce: 3n,
      balance: 8n,
      storage: Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`0x${word(n)}`, '0x0102'])),
    },
  },
}).head().state

test('a proof, taken as a state, answers what it proves: values, and that there is none', () => {
  const proofs = [state.prove(contract, [slot(7), slot(77)]), state.prove(absent, [])]
  const nodes = proofs.flatMap(({ accountProof, storageProof }) => [
    ...accountProof,
    ...storageProof.flatMap(({ proof }) => proof),
  ])
  const proven = worldStateFromWitness(state.root, { state: nodes, codes: [], headers: [] })
  expect(proven.getAccount(contract)).toEqual(state.getAccount(contract))
  expect(proven.getAccount(contract)).toMatchObject({ nonce: 3n, balance: 8n, storageRoot: proofs[0]!.storageHash })
  expect(proven.getAccount(absent)).toBeUndefined()
  expect(proven.getStorage(contract, slot(7))).toEqual(slot(0x102))
  expect(proven.getStorage(contract, slot(77))).toEqual(slot(0))
  expect(proofs[0]!.storageProof.map(({ value }) => value)).toEqual([Uint8Array.of(1, 2), new Uint8Array(0)])
  expect(() => proven.getCode(contract)).toThrow(expect.objectContaining({ code: 'MISSING_CODE' }) as MissingData)
  const others = Array.from({ length: 20 }, (_, n) => bytesOf(addressOf(`filler ${n}`)))
  const readable = others.filter((address) => {
    try {
      return proven.getAccount(address) !== undefined
    } catch (error) {
      expect(error).toBeInstanceOf(MissingData)
      return false
    }
  })
  expect(readable).toEqual([])
})

test('a node that is not what its parent says is refused', () => {
  const { accountProof } = state.prove(contract, [])
  const broken = accountProof.map((node, index) => (index === accountProof.length - 1 ? node.slice(0, -1) : node))
  const partial = worldStateFromWitness(state.root, { state: broken, codes: [], headers: [] })
  expect(() => partial.getAccount(contract)).toThrow(MissingData)
})

test('the empty state has the empty root, and proves that nothing is there', () => {
  const empty = createGenesisState({})
  expect(empty.root).toEqual(emptyRoot)
  expect(empty.prove(absent, [slot(1)])).toMatchObject({ accountProof: [], storageHash: emptyRoot, balance: 0n })
})

test('error: an allocation with a malformed address says which', () => {
  expect(() => createGenesisState({ '0x12': { balance: 1n } })).toThrow(
    expect.objectContaining({ code: 'MALFORMED_HEX', value: '0x12' }) as NativerollError,
  )
})
