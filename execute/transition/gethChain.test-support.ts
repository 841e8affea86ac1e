import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { RLP } from '@ethereumjs/rlp'
import type { ChainRulesOptions } from '../rules/createChainRules.ts'
import type { BlobSchedule } from '../types/Fork.ts'
import type { Genesis, GenesisAlloc } from '../types/Genesis.ts'
import type { Hex } from '../types/Hex.ts'

/** The suite of ethereum/execution-apis, which holds a chain that geth made: 54 blocks, from Frontier to BPO2. */
export const executionApisFolder = fileURLToPath(
  new URL('../../../shared/fixtures/execution-apis/tests/', import.meta.url),
)

/** Why there is no chain to read; empty if there is one. */
export const executionApisMissing = existsSync(executionApisFolder)
  ? ''
  : '../shared/fixtures/execution-apis is not there'

/** go-ethereum's `genesis.json`, as far as this chain uses it. */
type GethGenesis = {
  config: Record<string, number> & { depositContractAddress: Hex; blobSchedule: BlobSchedule }
  timestamp: Hex
  gasLimit: Hex
  difficulty: Hex
  extraData: Hex
  alloc: Record<string, { balance: string; nonce?: string; code?: Hex; storage?: Record<Hex, Hex> }>
}

export type GethChain = Required<Pick<ChainRulesOptions, 'forks' | 'forkBlocks' | 'blobSchedule'>> & {
  chainId: number
  depositContract: Hex
  genesis: Genesis
  /** RLP of each block, the first after genesis first. */
  blocks: Uint8Array[]
}

export function readGethChain(): GethChain {
  const read = (name: string) => readFileSync(join(executionApisFolder, name))
  const { config, alloc, timestamp, gasLimit, difficulty, extraData } = JSON.parse(
    read('genesis.json').toString(),
  ) as GethGenesis
  return {
    chainId: config.chainId!,
    depositContract: config.depositContractAddress,
    blobSchedule: config.blobSchedule,
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
    genesis: {
      timestamp: BigInt(timestamp),
      gasLimit: BigInt(gasLimit),
      difficulty: BigInt(difficulty),
      extraData,
      alloc: allocOf(alloc),
    },
    blocks: splitRlp(read('chain.rlp')),
  }
}

function allocOf(alloc: GethGenesis['alloc']): GenesisAlloc {
  return Object.fromEntries(
    Object.entries(alloc).map(([address, { balance, nonce, code, storage }]) => [
      `0x${address.replace(/^0x/, '')}`,
      { balance: BigInt(balance), nonce: BigInt(nonce ?? 0), ...(code && { code }), ...(storage && { storage }) },
    ]),
  )
}

/** `chain.rlp` is one block's RLP after the other. */
function splitRlp(bytes: Uint8Array): Uint8Array[] {
  const items: Uint8Array[] = []
  for (let rest = bytes; rest.length > 0; ) {
    const { remainder } = RLP.decode(rest, true)
    items.push(new Uint8Array(rest.subarray(0, rest.length - remainder.length)))
    rest = remainder
  }
  return items
}
