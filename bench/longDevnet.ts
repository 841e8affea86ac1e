import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { hexToNumber, pad, parseGwei, toHex } from 'viem'
import { table } from '../cli/output/table.ts'
import { createDevnet } from '../devnet/index.ts'

type Point = { blocks: number; settled: number; l1Blocks: number; heapMiB: number; rssMiB: number }

const points = 10
/** Blocks that may wait to be settled. */
const mostUnsettled = 64

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/**
 * `npm run bench:devnet [-- --blocks 1000]`: memory of a whole devnet in one process, L1, one rollup that settles and the
 * relayer, over many blocks of the rollup with one transfer each. Chains keep 256 blocks, and 64 states.
 */
async function main(args: string[]): Promise<void> {
  const blocks = Number(args[args.indexOf('--blocks') + 1]) || 1000
  const devnet = await createDevnet({ rollups: 1, keptBlocks: 256, historyBlocks: 64, l1: { slot: 1 } })
  const { l1, rollups } = devnet
  const rollup = rollups.r1!
  const [account] = devnet.accounts
  const numberOf = async (chain: typeof rollup | typeof l1, tag: string) => {
    const block = (await chain.request({ method: 'eth_getBlockByNumber', params: [tag, false] })) as {
      number: `0x${string}`
    }
    return hexToNumber(block.number)
  }
  const measured: Point[] = []
  for (let block = 1; block <= blocks; block++) {
    const to = pad(toHex(0x10000 + (block % 100)), { size: 20 })
    await rollup.request({
      method: 'eth_sendTransaction',
      params: [{ from: account!.address, to, value: toHex(parseGwei('1')), gas: '0x5208' }],
    })
    while ((await numberOf(rollup, 'latest')) < block) await pause(5)
    while ((await numberOf(rollup, 'finalized')) < block - mostUnsettled) await pause(100)
    if (block % Math.ceil(blocks / points) !== 0) continue
    collectGarbage()
    const { heapUsed, external, rss } = process.memoryUsage()
    const [settled, l1Blocks] = [await numberOf(rollup, 'finalized'), await numberOf(l1, 'latest')]
    measured.push({ blocks: block, settled, l1Blocks, heapMiB: mebi(heapUsed + external), rssMiB: mebi(rss) })
    process.stderr.write(`${row(measured.at(-1)!).join('  ')}\n`)
  }
  await devnet.stop()
  const heads = ['rollup blocks', 'settled', 'L1 blocks', 'heap after GC', 'resident']
  console.log(
    table(
      [heads, ...measured.map(row)],
      heads.map(() => true),
    ),
  )
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const mebi = (bytes: number) => Math.round(bytes / 1024 ** 2)

function row({ blocks, settled, l1Blocks, heapMiB, rssMiB }: Point): string[] {
  return [String(blocks), String(settled), String(l1Blocks), `${heapMiB} MiB`, `${rssMiB} MiB`]
}

await main(process.argv.slice(2))
