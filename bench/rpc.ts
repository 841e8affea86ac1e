import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { table } from '../cli/output/table.ts'
import { compile } from './execute/compile.ts'
import { median } from './execute/measure.ts'
import { installPeers } from './peers.ts'
import { type RunningNode, type Subject, startNode } from './rpc/startNode.ts'
import { prepareWorkloads, type Workload } from './rpc/workloads.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const built = fileURLToPath(new URL('../dist/bin/nativeroll.js', import.meta.url))

/** One workload on one node: medians of all runs. */
type Measurement = { node: string; ms: number /** ms of CPU time in the node. */; cpu: number; samples: number[] }
type Row = { name: string; count: number; unit: string; nodes: Measurement[] }

/**
 * `npm run bench:rpc [-- --json] [-- --runs 5] [-- --only <part of a name>] [-- --ours] [-- --command <another build>]`: what
 * clients wait for, beside anvil and Hardhat, in one run. Every node makes a block as soon as it gets a transaction.
 */
async function main(args: string[]): Promise<void> {
  const value = (flag: string) => (args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined)
  const runs = Number(value('--runs')) || 5
  const only = value('--only') ?? ''
  const other = value('--command')
  const say = (text: string) => process.stderr.write(`${text}\n`)
  if (!existsSync(built)) throw new Error('dist/ is missing: npm run build')
  const subjects = [
    nativeroll('nativeroll', built, 28545),
    ...(other === undefined ? [] : [nativeroll('nativeroll, the other build', resolve(other), 28546)]),
    ...(args.includes('--ours') ? [] : await peers(say)),
  ]
  const { Token } = compile(root, ['Token'])

  const nodes: RunningNode[] = []
  try {
    const workloads = new Map<RunningNode, Workload[]>()
    for (const subject of subjects) {
      say(`starting ${subject.name}`)
      const node = await startNode(subject)
      nodes.push(node)
      for (const [method, ...params] of subject.requests ?? []) await node.request(method, ...params)
      workloads.set(node, await prepareWorkloads(node, Token))
    }
    const rows: Row[] = []
    for (let i = 0; i < workloads.get(nodes[0]!)!.length; i++) {
      const { name, count, unit } = workloads.get(nodes[0]!)![i]!
      if (!name.includes(only)) continue
      say(name)
      rows.push({ name, count, unit, nodes: await compare(nodes, (node) => workloads.get(node)![i]!, runs) })
    }
    const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length }
    if (args.includes('--json')) return console.log(JSON.stringify({ machine, runs, rows }, undefined, 2))
    console.log(`${machine.cores} x ${machine.cpu}, node ${machine.node}; medians of ${runs} runs\n`)
    console.log(tableOf(rows))
  } finally {
    await Promise.all(nodes.map((node) => node.stop()))
  }
}

/** In turns, so that the machine's moods strike all alike. The first round warms up. */
async function compare(
  nodes: RunningNode[],
  of: (node: RunningNode) => Workload,
  runs: number,
): Promise<Measurement[]> {
  const times = new Map(nodes.map((node) => [node, { wall: [] as number[], cpu: [] as number[] }]))
  for (let round = 0; round <= runs; round++)
    for (const node of nodes) {
      await node.connection.reopen()
      const run = await of(node).prepare()
      const [cpu, start] = [node.cpuTime(), performance.now()]
      await run()
      if (round === 0) continue
      times.get(node)!.wall.push(performance.now() - start)
      times.get(node)!.cpu.push(node.cpuTime() - cpu)
    }
  return [...times].map(([node, { wall, cpu }]) => ({
    node: node.name,
    ms: median(wall),
    cpu: median(cpu),
    samples: wall,
  }))
}

function tableOf(rows: Row[]): string {
  const number = (value: number) => (value < 10 ? value.toFixed(2) : value.toFixed(0))
  const lines = rows.flatMap(({ name, count, nodes }) => {
    const anvil = nodes.find(({ node }) => node === 'anvil')?.ms
    return nodes.map(({ node, ms, cpu }, i) => [
      i === 0 ? name : '',
      node,
      (ms / count).toFixed(3),
      number((count * 1000) / ms),
      (cpu / count).toFixed(3),
      anvil === undefined ? '' : (ms / anvil).toFixed(2),
    ])
  })
  return table(
    [['', 'node', 'ms each', 'per second', 'CPU ms each', 'x anvil'], ...lines],
    [false, false, true, true, true, true],
  )
}

function nativeroll(name: string, command: string, port: number): Subject {
  return {
    name,
    port,
    command: [process.execPath, command, 'l1', '--l1.port', String(port)],
    // L1 has slots; the peers make a block for each transaction from the start.
    requests: [['evm_setAutomine', true]],
  }
}

async function peers(say: (text: string) => void): Promise<Subject[]> {
  const { anvil, hardhat, folder } = await installPeers(say)
  return [
    // Without its records of old states, a gigabyte on disk for some thousand blocks: so it is fastest.
    { name: 'anvil', port: 38545, command: [anvil, '--port', '38545', '--silent', '--prune-history'] },
    {
      name: 'hardhat node',
      port: 48545,
      command: [...hardhat, 'node', '--port', '48545'],
      env: { HARDHAT_DISABLE_TELEMETRY_PROMPT: 'true', CI: 'true' },
      folder,
    },
  ]
}

await main(process.argv.slice(2))
