import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createLegacyTx } from '@ethereumjs/tx'
import { table } from '../cli/output/table.ts'
import { encodeExecuteInput, executeAddress } from '../execute/index.ts'
import { createTestRollup, keys } from '../execute/precompile/rollup.test-support.ts'
import { openConnection } from './rpc/connection.ts'
import { type RunningNode, startNode } from './rpc/startNode.ts'

const built = fileURLToPath(new URL('../dist/bin/nativeroll.js', import.meta.url))
const port = 28645

/** ms that each `eth_blockNumber` waited, asked one after the other. */
type Latencies = number[]

/**
 * `npm run bench:latency [-- --json] [-- --rounds 5]`: how long L1 lets others wait while a block of it runs EXECUTE over a
 * rollup's block of nearly ten million gas, beside an L1 that does nothing.
 */
async function main(args: string[]): Promise<void> {
  if (!existsSync(built)) throw new Error('dist/ is missing: npm run build')
  const rounds = Number(args[args.indexOf('--rounds') + 1]) || 5
  const command = [process.execPath, built, 'l1', '--l1.port', String(port)]
  const node = await startNode({ name: 'nativeroll', port, command, requests: [] })
  try {
    // The first heavy call loads the thread.
    await settle(node, await heavyInput(0))
    const idle: Latencies = []
    const settling: Latencies = []
    for (let round = 1; round <= rounds; round++) {
      idle.push(...(await askDuring(sleep(2_000))))
      // Made before: it would keep this process from asking.
      const input = await heavyInput(round)
      settling.push(...(await askDuring(settle(node, input))))
    }
    const rows = { idle: summary(idle), 'while EXECUTE runs': summary(settling) }
    const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length }
    if (args.includes('--json')) return console.log(JSON.stringify({ machine, rounds, rows }, undefined, 2))
    console.log(`${machine.cores} x ${machine.cpu}, node ${machine.node}; eth_blockNumber over HTTP, ms\n`)
    const lines = Object.entries(rows).map(([name, row]) => [
      name,
      ...[row.p50, row.p99, row.max].map((ms) => ms.toFixed(2)),
      String(row.answers),
    ])
    console.log(table([['', 'p50', 'p99', 'max', 'answers'], ...lines], [false, true, true, true, true]))
  } finally {
    await node.stop()
  }
}

/** Sends an EXECUTE call as a transaction and waits until it is in a block, successful. */
async function settle(node: RunningNode, data: string): Promise<void> {
  const [from] = await node.request<string[]>('eth_accounts')
  const transaction = { from, to: executeAddress, data, gas: '0x1000000' }
  const hash = await node.request<string>('eth_sendTransaction', transaction)
  for (;;) {
    const receipt = await node.request<{ status: string } | null>('eth_getTransactionReceipt', hash)
    if (receipt?.status === '0x0') throw new Error('EXECUTE failed')
    if (receipt) return
    await sleep(100)
  }
}

/** A block whose one transaction hashes 32 bytes over and over until its gas is gone. */
async function heavyInput(salt: number): Promise<string> {
  const rollup = createTestRollup()
  const common = rollup.rules.common(rollup.blocks[0]!.block.header.timestamp + 1n)
  const data = `0x5b60205f20505f56${salt.toString(16).padStart(2, '0')}` as const
  const sealed = await rollup.seal([
    createLegacyTx({ gasPrice: 10n ** 10n, gasLimit: 9_900_000n, data }, { common }).sign(keys[0]),
  ])
  return `0x${Buffer.from(encodeExecuteInput(rollup.inputOf(sealed))).toString('hex')}`
}

/** On a connection of its own, every two milliseconds at most. */
async function askDuring(work: Promise<unknown>): Promise<Latencies> {
  const connection = await openConnection(port)
  const latencies: Latencies = []
  let done = false
  const finished = work.finally(() => {
    done = true
  })
  while (!done) {
    const asked = performance.now()
    await connection.post('{"jsonrpc":"2.0","id":1,"method":"eth_blockNumber","params":[]}')
    latencies.push(performance.now() - asked)
    await sleep(2)
  }
  connection.close()
  await finished
  return latencies
}

function summary(latencies: Latencies) {
  const sorted = latencies.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
  return { p50: at(0.5), p99: at(0.99), max: at(1), answers: sorted.length }
}

await main(process.argv.slice(2))
