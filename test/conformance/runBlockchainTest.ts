import { RLP } from '@ethereumjs/rlp'
import {
  createChainRules,
  createGenesisState,
  decodeBlock,
  decodeHeader,
  type GenesisAlloc,
  type Header,
  hashHeader,
  stateTransition,
  type WorldState,
  worldStateFromWitness,
} from '../../execute/index.ts'
import { blobScheduleOf, forkScheduleOf, type TestConfig } from './chainOfTest.ts'

type Hex = `0x${string}`

/** A test of ethereum/tests' `BlockchainTests`, or of execution-spec-tests' `blockchain_tests`. */
export type BlockchainTest = {
  network: string
  config?: TestConfig
  genesisRLP: Hex
  pre: { [address: Hex]: { balance: Hex; nonce: Hex; code: Hex; storage: { [slot: Hex]: Hex } } }
  blocks: { rlp: Hex; expectException?: string }[]
  lastblockhash: Hex
}

/** Undefined if the test passes, `not applicable` for forks that are not here, else what went wrong. */
export async function runBlockchainTest(test: BlockchainTest): Promise<string | undefined> {
  // Those before it begin at block numbers.
  const forks = isBeforeMerge(test.network) ? undefined : forkScheduleOf(test.network)
  if (forks === undefined) return 'not applicable'
  const { config } = test
  const rules = createChainRules({
    chainId: BigInt(config?.chainid ?? 1),
    forks,
    blobSchedule: blobScheduleOf(config),
  })
  const [genesis] = RLP.decode(toBytes(test.genesisRLP)) as Uint8Array[][]
  const headers: Header[] = [decodeHeader(RLP.encode(genesis))]
  let state: WorldState = createGenesisState(allocOf(test))
  if (toHex(state.root) !== toHex(headers[0]!.stateRoot)) return 'wrong genesis state root'

  for (const [index, { rlp, expectException }] of test.blocks.entries()) {
    const parent = headers.at(-1)!
    const getHeader = (number: bigint) => headers[Number(number)]
    const getBlockHash = (number: bigint) => {
      const header = getHeader(number)
      return header && hashHeader(header)
    }
    try {
      const block = decodeBlock(toBytes(rlp), rules)
      const options = { rules, parent, block, getBlockHash, getHeader }
      const sealed = await stateTransition({ ...options, parentState: state, recordWitness: true })
      if (expectException !== undefined) return `block ${index} was accepted, but: ${expectException}`
      await stateTransition({ ...options, parentState: worldStateFromWitness(parent.stateRoot, sealed.witness!) })
      state = sealed.state
      headers.push(block.header)
    } catch (error) {
      if (expectException === undefined) return `block ${index}: ${error instanceof Error ? error.message : error}`
    }
  }
  const last = toHex(hashHeader(headers.at(-1)!))
  return last === test.lastblockhash ? undefined : `last block is ${last}, not ${test.lastblockhash}`
}

function isBeforeMerge(network: string): boolean {
  return !/^(Paris|Shanghai|Cancun|Prague|Osaka|BPO\d|Amsterdam)/.test(network)
}

function allocOf({ pre }: BlockchainTest): GenesisAlloc {
  return Object.fromEntries(
    Object.entries(pre).map(([address, { balance, nonce, code, storage }]) => [
      address,
      { balance: BigInt(balance), nonce: BigInt(nonce), code, storage },
    ]),
  )
}

function toBytes(hex: Hex): Uint8Array {
  return new Uint8Array(Buffer.from(hex.slice(2), 'hex'))
}

function toHex(bytes: Uint8Array): Hex {
  return `0x${Buffer.from(bytes).toString('hex')}`
}
