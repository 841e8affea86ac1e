import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RLP } from '@ethereumjs/rlp'
import { pino } from 'pino'
import { createClock, createExecutionNode, type ExecutionNodeOptions, type Listening } from '../../chain/index.ts'
import type { GenesisAlloc } from '../../execute/index.ts'

type Hex = `0x${string}`

/** go-ethereum's `genesis.json`, as far as this chain uses it. */
type GethGenesis = {
  config: Record<string, number> & { depositContractAddress: Hex; blobSchedule: ExecutionNodeOptions['blobSchedule'] }
  timestamp: Hex
  gasLimit: Hex
  difficulty: Hex
  extraData: Hex
  alloc: Record<string, { balance: string; nonce?: string; code?: Hex; storage?: Record<Hex, Hex> }>
}

/** A node that has imported the suite's chain, block by block, and answers over HTTP. */
export async function startSuiteNode(folder: string): Promise<{ http: string; close(): Promise<void> }> {
  const read = (name: string) => readFileSync(join(folder, name))
  const geth = JSON.parse(read('genesis.json').toString()) as GethGenesis
  const node = await createExecutionNode(
    {
      name: 'conformance',
      ...chainOf(geth),
      mining: { mode: 'manual' },
      blobs: {},
      attributes: async ({ gasLimit }) => ({ gasLimit: gasLimitAfter(gasLimit) }),
    },
    { clock: createClock(), logger: pino({ level: 'silent' }) },
  )
  for (const block of splitRlp(read('chain.rlp'))) await node.importBlock(block)

  const forkchoice = JSON.parse(read('headfcu.json').toString()) as { params: [Record<string, Hex>] }
  const { headBlockHash, safeBlockHash, finalizedBlockHash } = forkchoice.params[0]
  const head = `0x${Buffer.from(node.head().hash).toString('hex')}`
  if (head !== headBlockHash) throw new Error(`the chain ends at ${head}, not at ${headBlockHash}`)
  node.setForkchoice({ safe: safeBlockHash!, finalized: finalizedBlockHash! })

  const { http }: Listening = await node.listen({ host: '127.0.0.1', port: 0 })
  return { http, close: node.close }
}

function chainOf(
  geth: GethGenesis,
): Pick<ExecutionNodeOptions, 'chainId' | 'genesis' | 'forks' | 'forkBlocks' | 'blobSchedule' | 'depositContract'> {
  const { config } = geth
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
      timestamp: BigInt(geth.timestamp),
      gasLimit: BigInt(geth.gasLimit),
      difficulty: BigInt(geth.difficulty),
      extraData: geth.extraData,
      alloc: allocOf(geth),
    },
  }
}

function allocOf({ alloc }: GethGenesis): GenesisAlloc {
  return Object.fromEntries(
    Object.entries(alloc).map(([address, { balance, nonce, code, storage }]) => [
      `0x${address.replace(/^0x/, '')}`,
      { balance: BigInt(balance), nonce: BigInt(nonce ?? 0), ...(code && { code }), ...(storage && { storage }) },
    ]),
  )
}

/** The answers come from go-ethereum, whose blocks move towards 60 million gas by what the rules allow (`--miner.gaslimit`). */
function gasLimitAfter(parent: bigint): bigint {
  const target = 60_000_000n
  const most = parent / 1024n - 1n
  const distance = target > parent ? target - parent : parent - target
  const step = distance < most ? distance : most
  return target > parent ? parent + step : parent - step
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
