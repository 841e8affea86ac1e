import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { pino } from 'pino'
import { type Address, bytesToHex, pad, toHex } from 'viem'
import { createClock, createExecutionNode, type ExecutionNode, type KeepingOptions } from '../chain/index.ts'
import { table } from '../cli/output/table.ts'
import { createRollupGenesis } from '../rollup-node/index.ts'

type Point = { blocks: number; heapMiB: number; rssMiB: number; diskMiB: number; blocksPerSecond: number }

/** A development account. */
const sender: Address = '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266'
const privateKey = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80'
/** Transfers go to so many accounts in turn, so that the state itself stops growing. */
const receivers = 10_000
const points = 20
/** Blocks between sealed and finalized, as on a rollup that settles. */
const unsettled = 64

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/**
 * `npm run bench:long [-- --blocks 100000] [-- --kept 16384] [-- --history 8192] [-- --transfers 3] [-- --json]`: memory of a
 * chain over many blocks, each with its witness and some transfers, in memory alone and with a state directory (`--memory`,
 * `--disk`: that one alone). `kept` says how many blocks stay, `history` how many states.
 */
async function main(args: string[]): Promise<void> {
  const option = (name: string, otherwise: number) => Number(args[args.indexOf(`--${name}`) + 1]) || otherwise
  const blocks = option('blocks', 100_000)
  const limits = { keptBlocks: option('kept', 16_384), historyBlocks: option('history', 8_192) }
  const transfers = option('transfers', 3)
  const stateDir = mkdtempSync(join(tmpdir(), 'nativeroll-long-'))
  try {
    const inMemory = args.includes('--disk') ? [] : await run(blocks, transfers, limits)
    const onDisk = args.includes('--memory') ? [] : await run(blocks, transfers, { ...limits, stateDir })
    if (args.includes('--json'))
      return console.log(JSON.stringify({ ...limits, transfers, inMemory, onDisk }, undefined, 2))
    const kept = `${limits.keptBlocks} blocks and ${limits.historyBlocks} states kept, ${transfers} transfers a block`
    if (inMemory.length > 0) console.log(`\nin memory alone, ${kept}\n${report(inMemory)}`)
    if (onDisk.length > 0) console.log(`\nwith a state directory, ${kept}\n${report(onDisk)}`)
  } finally {
    rmSync(stateDir, { recursive: true })
  }
}

async function run(blocks: number, transfers: number, options: KeepingOptions): Promise<Point[]> {
  const node = await createExecutionNode(
    {
      name: 'long',
      chainId: 901,
      genesis: createRollupGenesis({ l1ChainId: 900, balances: { [sender]: 10n ** 24n } }),
      forks: { osaka: 0 },
      mining: { mode: 'manual' },
      recordWitness: true,
      privateKeys: [privateKey],
      ...options,
    },
    { clock: createClock(), logger: pino({ level: 'silent' }) },
  )
  const measured: Point[] = []
  let began = performance.now()
  for (let block = 1; block <= blocks; block++) {
    for (let i = 0; i < transfers; i++) await transfer(node, (block * transfers + i) % receivers)
    await node.seal()
    const final = node.blockByNumber(BigInt(Math.max(0, block - unsettled)))!
    node.setForkchoice({ finalized: bytesToHex(final.hash) })
    if (block % Math.ceil(blocks / points) !== 0) continue
    const seconds = (performance.now() - began) / 1000
    measured.push({ blocks: block, ...memory(options.stateDir), blocksPerSecond: blocks / points / seconds })
    process.stderr.write(`${row(measured.at(-1)!).join('  ')}\n`)
    began = performance.now()
  }
  await node.close()
  return measured
}

async function transfer(node: ExecutionNode, receiver: number): Promise<void> {
  const to = pad(toHex(0x10000 + receiver), { size: 20 })
  await node.request({ method: 'eth_sendTransaction', params: [{ from: sender, to, value: '0x1', gas: '0x5208' }] })
}

function memory(stateDir: string | undefined): Pick<Point, 'heapMiB' | 'rssMiB' | 'diskMiB'> {
  collectGarbage()
  const { heapUsed, external, rss } = process.memoryUsage()
  const disk = stateDir === undefined ? 0 : statSync(join(stateDir, 'chain.mdb')).blocks * 512
  return { heapMiB: mebi(heapUsed + external), rssMiB: mebi(rss), diskMiB: mebi(disk) }
}

const mebi = (bytes: number) => Math.round(bytes / 1024 ** 2)

function row({ blocks, heapMiB, rssMiB, diskMiB, blocksPerSecond }: Point): string[] {
  return [String(blocks), `${heapMiB} MiB`, `${rssMiB} MiB`, `${diskMiB} MiB`, blocksPerSecond.toFixed(0)]
}

function report(measured: Point[]): string {
  const heads = ['blocks', 'heap after GC', 'resident', 'disk', 'blocks/s']
  return table(
    [heads, ...measured.map(row)],
    heads.map(() => true),
  )
}

await main(process.argv.slice(2))
