import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { table } from '../cli/output/table.ts'
import { measureBoot, type Subject } from './measureBoot.ts'
import { installPeers } from './peers.ts'
import { type Sample, summarize } from './statistics.ts'

const command = fileURLToPath(new URL('../dist/bin/nativeroll.js', import.meta.url))

/** `npm run bench:boot [-- --json] [-- --runs 5]`: time to ready and memory, beside supersim and three anvils, in one run. */
async function main(args: string[]): Promise<void> {
  const json = args.includes('--json')
  const runs = Number(args[args.indexOf('--runs') + 1]) || 5
  if (!existsSync(command)) throw new Error('dist/ is missing: npm run build')
  const say = (text: string) => process.stderr.write(`${text}\n`)
  const subjects = [nativeroll(), ...(await peers(say))]

  const samples = new Map<string, Sample[]>(subjects.map(({ name }) => [name, []]))
  for (let run = 1; run <= runs; run++)
    for (const subject of subjects) {
      say(`run ${run}/${runs}: ${subject.name}`)
      samples.get(subject.name)?.push(await measureBoot(subject))
    }

  const results = [...samples].map(([name, taken]) => ({ name, runs: taken.length, ...summarize(taken) }))
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length }
  if (json) return console.log(JSON.stringify({ machine, results, samples: Object.fromEntries(samples) }, undefined, 2))
  console.log(`${machine.cores} x ${machine.cpu}, node ${machine.node}; min / median of ${runs} runs\n`)
  console.log(
    table(
      [
        ['', 'ready', 'all RPCs answer', 'memory of the tree', 'processes', 'Ctrl-C to exit'],
        ...results.map(({ name, ready, answering, memory, processes, exit }) => [
          name,
          `${ready.min} / ${ready.median} ms`,
          `${answering.min} / ${answering.median} ms`,
          `${memory.min} / ${memory.median} MiB`,
          String(processes.median),
          `${exit.min} / ${exit.median} ms`,
        ]),
      ],
      [false, true, true, true, true, true],
    ),
  )
}

function nativeroll(): Subject {
  return {
    name: 'nativeroll: L1 + 2 rollups, each settled once',
    commands: [
      [process.execPath, command, 'up', '--l1.port', '28545', '--rollup.port', '29545', '--control.port', '28420'],
    ],
    ready: /^Ready in /m,
    urls: [28545, 29545, 29546].map((port) => `http://127.0.0.1:${port}`),
  }
}

async function peers(say: (text: string) => void): Promise<Subject[]> {
  const { anvil, supersim, path } = await installPeers(say)
  return [
    {
      name: 'supersim: L1 + 2 L2s',
      commands: [
        [supersim, '--l1.port', '38545', '--l2.starting.port', '39545', '--admin.port', '38420', '--interop.autorelay'],
      ],
      env: { PATH: path },
      ready: /supersim is ready/,
      urls: [38545, 39545, 39546].map((port) => `http://127.0.0.1:${port}`),
    },
    {
      name: 'three anvils, side by side',
      commands: [48545, 49545, 49546].map((port) => [anvil, '--port', String(port)]),
      ready: /Listening on/,
      urls: [48545, 49545, 49546].map((port) => `http://127.0.0.1:${port}`),
    },
  ]
}

await main(process.argv.slice(2))
