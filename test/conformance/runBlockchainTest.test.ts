import { expect, test } from 'vitest'
import {
  createBlockBuilder,
  createChainRules,
  createGenesisBlock,
  encodeBlock,
  type Fork,
  type GenesisAlloc,
} from '../../execute/index.ts'
import { hex, systemAlloc } from '../../execute/transition/chain.test-support.ts'
import { type BlockchainTest, runBlockchainTest } from './runBlockchainTest.ts'

const alloc: GenesisAlloc = { ...systemAlloc, [`0x${'aa'.repeat(20)}`]: { balance: 5n, storage: {} } }

/** As execution-spec-tests have it: a valid block and one that is not. */
async function fixture(fork: Fork, network: string): Promise<BlockchainTest> {
  const rules = createChainRules({ chainId: 901, forks: { [fork]: 0 } })
  const genesis = createGenesisBlock({ timestamp: 1000n, gasLimit: 30_000_000n, alloc }, rules)
  const parent = genesis.block.header
  const builder = await createBlockBuilder({
    rules,
    parent,
    parentState: genesis.state,
    getBlockHash: () => undefined,
    attributes: {
      timestamp: 1012n,
      prevRandao: new Uint8Array(32),
      suggestedFeeRecipient: new Uint8Array(20).fill(0xbb),
      parentBeaconBlockRoot: new Uint8Array(32).fill(9),
      gasLimit: parent.gasLimit,
      withdrawals: [{ index: 0n, validatorIndex: 1n, address: new Uint8Array(20).fill(0xaa), amount: 3n }],
    },
  })
  const { block, hash } = await builder.seal()
  const forged = { ...block, header: { ...block.header, gasUsed: 1n } }
  return {
    network,
    config: { network, chainid: '0x385' },
    genesisRLP: hex(encodeBlock(genesis.block)),
    pre: Object.fromEntries(
      Object.entries(alloc).map(([address, { balance = 0n, nonce = 0n, code = '0x' }]) => [
        address,
        { balance: `0x${balance.toString(16)}`, nonce: `0x${nonce.toString(16)}`, code, storage: {} },
      ]),
    ),
    blocks: [{ rlp: hex(encodeBlock(forged)), expectException: 'INVALID_GAS_USED' }, { rlp: hex(encodeBlock(block)) }],
    lastblockhash: hex(hash),
  }
}

test.each([
  ['osaka', 'Osaka'],
  ['bpo2', 'BPO2'],
  ['amsterdam', 'Amsterdam'],
  ['amsterdam', 'BPO2ToAmsterdamAtTime1k'],
] as const)('a chain of %s is followed block by block: %s', async (fork, network) => {
  const chain = await fixture(fork, network)
  expect(await runBlockchainTest(chain)).toBeUndefined()
  const [forged, valid] = chain.blocks
  const swapped = { ...chain, blocks: [{ rlp: forged!.rlp }, { rlp: valid!.rlp, expectException: 'anything' }] }
  expect(await runBlockchainTest(swapped)).toMatch(/^block 0: /)
  expect(await runBlockchainTest({ ...chain, lastblockhash: '0x00' })).toMatch(/^last block is /)
})

test('a fork that is not here is not applicable', async () => {
  const chain = await fixture('osaka', 'Osaka')
  expect(await runBlockchainTest({ ...chain, network: 'Bogota' })).toBe('not applicable')
  expect(await runBlockchainTest({ ...chain, network: 'London' })).toBe('not applicable')
})
