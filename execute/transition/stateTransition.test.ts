import { existsSync, readFileSync } from 'node:fs'
import { RLP } from '@ethereumjs/rlp'
import { describe, expect, test } from 'vitest'
import {
  type ChainRules,
  createChainRules,
  createGenesisBlock,
  decodeBlock,
  type Genesis,
  type GenesisAlloc,
  type Header,
  hashHeader,
  type SealedBlock,
  stateTransition,
  worldStateFromWitness,
} from '../index.ts'
import { bytesToQuantity } from '../rlp/quantity.ts'

const folder = new URL('../../../shared/fixtures/execution-apis/tests/', import.meta.url)
const missing = existsSync(folder) ? '' : ' (skipped: ../shared/fixtures is not there)'

type GethGenesis = {
  config: Record<string, number>
  alloc: Record<
    string,
    { balance: string; nonce?: string; code?: `0x${string}`; storage?: Record<`0x${string}`, `0x${string}`> }
  >
}

/** The chain of ethereum/execution-apis: 54 blocks, from Frontier to BPO2, made by geth. */
function readChain(): { rules: ChainRules; genesis: Genesis; blocks: Uint8Array[] } {
  const geth = JSON.parse(readFileSync(new URL('genesis.json', folder), 'utf8')) as GethGenesis
  const { config } = geth
  const rules = createChainRules({
    chainId: config.chainId!,
    depositContract: new Uint8Array(20),
    forkBlocks: {
      frontier: 0,
      homestead: config.homesteadBlock!,
      tangerineWhistle: config.eip150Block!,
      spuriousDragon: config.eip158Block!,
      byzantium: config.byzantiumBlock!,
      constantinople: config.constantinopleBlock!,
      petersburg: config.petersburgBlock!,
      istanbul: config.istanbulBlock!,
      muirGlacier: config.muirGlacierBlock!,
      berlin: config.berlinBlock!,
      london: config.londonBlock!,
      arrowGlacier: config.arrowGlacierBlock!,
      grayGlacier: config.grayGlacierBlock!,
      paris: config.mergeNetsplitBlock!,
    },
    forks: {
      shanghai: config.shanghaiTime!,
      cancun: config.cancunTime!,
      prague: config.pragueTime!,
      osaka: config.osakaTime!,
      bpo1: config.bpo1Time!,
      bpo2: config.bpo2Time!,
    },
  })
  const alloc: GenesisAlloc = {}
  for (const [address, account] of Object.entries(geth.alloc)) {
    alloc[`0x${address.replace(/^0x/, '')}`] = {
      balance: BigInt(account.balance),
      nonce: BigInt(account.nonce ?? 0),
      ...(account.code === undefined ? {} : { code: account.code }),
      ...(account.storage === undefined ? {} : { storage: account.storage }),
    }
  }
  const genesis: Genesis = {
    timestamp: 0n,
    gasLimit: 0x5f5e100n,
    difficulty: 0x20000n,
    extraData: '0x68697665636861696e',
    alloc,
  }
  const blocks: Uint8Array[] = []
  for (let rest: Uint8Array = new Uint8Array(readFileSync(new URL('chain.rlp', folder))); rest.length > 0; ) {
    const { remainder } = RLP.decode(rest, true) as { remainder: Uint8Array }
    blocks.push(rest.subarray(0, rest.length - remainder.length))
    rest = remainder
  }
  return { rules, genesis, blocks }
}

describe.skipIf(missing !== '')(`a chain that geth made${missing}`, () => {
  test('every block is reproduced from its parent, and statelessly from the witness of that', async () => {
    const { rules, genesis, blocks } = readChain()
    const start = createGenesisBlock(genesis, rules)
    let parent: Pick<SealedBlock, 'block' | 'state'> = start
    const headers: Header[] = [start.block.header]
    const getBlockHash = (number: bigint) => {
      const header = headers[Number(number)]
      return header && hashHeader(header)
    }
    for (const bytes of blocks) {
      const [[, , , , , , , , number, , , timestamp]] = RLP.decode(bytes) as unknown as [Uint8Array[]]
      const block = decodeBlock(bytes, rules)
      const label = `block ${bytesToQuantity(number!)}, ${rules.forkAt(bytesToQuantity(timestamp!), block.header.number)}`
      const parentHeader = parent.block.header
      const sealed = await stateTransition({
        rules,
        parent: parentHeader,
        parentState: parent.state,
        block,
        getBlockHash,
        getHeader: (n) => headers[Number(n)],
        recordWitness: true,
      }).catch((error: unknown) => {
        throw Object.assign(new Error(label), { cause: error })
      })
      expect(sealed.state.root, label).toEqual(block.header.stateRoot)

      const witness = sealed.witness!
      const stateless = await stateTransition({
        rules,
        parent: parentHeader,
        parentState: worldStateFromWitness(parentHeader.stateRoot, witness),
        block,
        getBlockHash,
      })
      expect(stateless.state.root, label).toEqual(block.header.stateRoot)
      headers.push(block.header)
      parent = sealed
    }
    expect(parent.block.header.number).toBe(54n)
  })
})
