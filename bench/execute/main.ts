import { cpus } from 'node:os'
import { table } from '../../cli/output/table.ts'
import { encodeBlock } from '../../execute/index.ts'
import { type Anvil, createAnvil } from './anvil.ts'
import { type Growth, measureGrowth } from './growth.ts'
import { compare } from './measure.ts'
import { createStock, type Stock } from './stock.ts'
import { createSubjects } from './subjects.ts'
import { createWorld, type World } from './World.ts'
import { createWorkloads, type Workload } from './workloads.ts'
import { measureWorstCases } from './worstCases.ts'

type Row = {
  name: string
  aim: number | undefined
  gas: number
  /** CPU ms of one block. */
  times: Record<'stateful' | 'stateless' | 'stock' | 'anvil', number>
  /** What recording adds, as a part of executing. */
  recording: number
  witnessBytes: number
}

type Peers = { world: World; stock: Stock | undefined; anvil: Anvil | undefined }

/** `main.js <root of the repository> [--json] [--quick] [--only <part of a name>] [--ours]` */
async function main([root = '.', ...args]: string[]): Promise<void> {
  const quick = args.includes('--quick')
  const say = (text: string) => process.stderr.write(`${text}\n`)
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1]! : ''
  const rounds = quick ? { runs: 5, warmUps: 5 } : { runs: 9, warmUps: 8 }
  say('making the world')
  const world = createWorld(root)
  const genesis = { header: world.parent, transactions: [], ommers: [], withdrawals: [] }
  const withPeers = !args.includes('--ours')
  const stock = withPeers ? await createStock(world, encodeBlock(genesis)) : undefined
  const anvil = withPeers ? await createAnvil(root, world) : undefined
  const workloads = createWorkloads(world).filter(({ name }) => name.includes(only))
  // anvil does not know Amsterdam.
  const amsterdam = createWorld(root, 'amsterdam')
  const amsterdamStock = withPeers
    ? await createStock(amsterdam, encodeBlock({ ...genesis, header: amsterdam.parent }))
    : undefined
  try {
    const rows: Row[] = []
    for (const workload of workloads) {
      say(workload.name)
      rows.push(await execution(workload, { world, stock, anvil }))
    }
    for (const workload of createWorkloads(amsterdam).slice(0, 2)) {
      const name = `${workload.name}, Amsterdam`
      if (!name.includes(only)) continue
      say(name)
      rows.push(await execution({ ...workload, name }, { world: amsterdam, stock: amsterdamStock, anvil: undefined }))
    }
    say('building')
    const building = await createSubjects(world, createWorkloads(world)[0]!)
    const built = await compare(
      { ours: building.build, stock: async () => stock?.build(building.transactions) },
      { runs: quick ? 2 : 3, warmUps: 1 },
    )
    say('growing state')
    const growth =
      only === ''
        ? await measureGrowth(
            world,
            quick ? [1_000, 10_000, 100_000] : [1_000, 10_000, 100_000, 1_000_000],
            quick ? 3 : 9,
          )
        : []
    say('worst cases')
    const worst = only === '' ? await measureWorstCases(world, quick ? 1 : 3) : []
    const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length }
    if (args.includes('--json'))
      return console.log(JSON.stringify({ machine, execution: rows, building: built, growth, worst }, undefined, 2))
    console.log(`${machine.cores} x ${machine.cpu}, node ${machine.node}; CPU time, medians\n`)
    console.log(`${executionTable(rows)}\n`)
    console.log(`${overheadTable(rows)}\n`)
    console.log(
      `Building a block of 200 transfers: ${ms(built.ours)} ms, stock BlockBuilder ${ms(built.stock)} ms: ${(built.stock / built.ours).toFixed(1)} x (aim 30)\n`,
    )
    if (growth.length > 0) console.log(`${growthTable(growth)}\n`)
    if (worst.length > 0)
      console.log(
        table([['worst cases', 'Mgas/s'], ...worst.map(({ name, rate }) => [name, rate.toFixed(1)])], [false, true]),
      )
  } finally {
    anvil?.stop()
  }

  async function execution(workload: Workload, { world, stock, anvil }: Peers): Promise<Row> {
    const { stateful, stateless, recording, block, transactions, gasUsed, witnessBytes } = await createSubjects(
      world,
      workload,
    )
    const often = { ...rounds, runs: 4 * rounds.runs }
    const times = await compare({ stateful, stateless }, often)
    // By themselves, because whoever comes next pays for the garbage that stateless execution leaves.
    const plain = await compare({ stateful, recording }, often)
    const peers = await compare(
      {
        stock: async () => stock?.execute(block),
        again: stateful,
        anvil: async () => anvil?.execute(transactions) ?? 0,
      },
      { runs: quick ? 1 : 3, warmUps: 1 },
    )
    return {
      name: workload.name,
      aim: workload.aim,
      gas: Number(gasUsed),
      times: { ...times, ...peers },
      recording: plain.recording / plain.stateful - 1,
      witnessBytes,
    }
  }
}

const ms = (time: number) => time.toFixed(time < 10 ? 1 : 0)

function executionTable(rows: Row[]): string {
  const rate = (gas: number, time: number) => (time < 0.1 ? '' : `${ms(time)} (${(gas / 1000 / time).toFixed(0)})`)
  return table(
    [
      ['block, ms (Mgas/s)', 'Mgas', 'stateful', 'stateless', 'stock', 'anvil', 'x stock', 'aim'],
      ...rows.map(({ name, gas, times, aim }) => [
        name,
        (gas / 1e6).toFixed(1),
        rate(gas, times.stateful),
        rate(gas, times.stateless),
        rate(gas, times.stock),
        rate(gas, times.anvil),
        (times.stock / times.stateful).toFixed(1),
        aim === undefined ? '' : String(aim),
      ]),
    ],
    [false, true, true, true, true, true, true, true],
  )
}

function overheadTable(rows: Row[]): string {
  return table(
    [
      ['', 'stateless / stateful', 'recording a witness', 'witness'],
      ...rows.map(({ name, times, recording, witnessBytes }) => [
        name,
        (times.stateless / times.stateful).toFixed(2),
        `${(recording * 100).toFixed(0)} %`,
        `${(witnessBytes / 1024).toFixed(0)} KiB`,
      ]),
    ],
    [false, true, true, true],
  )
}

function growthTable(growth: Growth[]): string {
  return table(
    [
      ['accounts', '200 transfers, ms', 'of it roots, ms', 'heap of the state, MiB'],
      ...growth.map(({ accounts, block, root, heap }) => [
        accounts.toLocaleString('en'),
        ms(block),
        ms(root),
        heap.toFixed(0),
      ]),
    ],
    [true, true, true, true],
  )
}

await main(process.argv.slice(2))
