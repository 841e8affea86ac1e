import { existsSync, readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from 'commander'
import { sessionPaths } from '../../devnet/index.ts'
import { type SessionChoice, sessionOptions } from '../control.ts'
import { createTail } from '../createTail.ts'
import { logLine } from '../output/logLine.ts'
import { paint } from '../output/paint.ts'
import { print } from '../output/print.ts'
import { parseWhole } from '../parse.ts'
import { UsageError } from '../UsageError.ts'

type LogFlags = SessionChoice & { follow?: boolean; lines: string }

/** Milliseconds between looks at growing files. */
const pollingInterval = 100

/** What the chains wrote, also after their session has ended. */
export default function logs(program: Command): void {
  sessionOptions(
    program
      .command('logs')
      .description('what a chain wrote, or all of them')
      .argument('[chain]', 'l1, r1, …')
      .option('-f, --follow', 'go on as lines are written, until Ctrl-C')
      .option('-n, --lines <count>', 'start with so many last lines of each', '50'),
  ).action(async (chain: string | undefined, flags: LogFlags) => {
    const paths = sessionPaths(flags.session === undefined ? {} : { session: flags.session })
    const names = logsIn(paths.directory)
    if (names.length === 0 || (chain !== undefined && !names.includes(chain)))
      throw new UsageError(
        `session ${paths.name} has no log${chain === undefined ? '' : ` of ${JSON.stringify(chain)}`}`,
        {
          value: chain ?? paths.name,
          expected: names.length > 0 ? `one of ${names.join(', ')}` : 'a session that was started in this folder',
        },
      )
    const colours = paint(process.stdout)
    const show = (line: string) => print(flags.json ? line : logLine(line, colours))
    const lines = parseWhole(flags.lines)
    const tails = await Promise.all((chain === undefined ? names : [chain]).map((name) => createTail(paths.log(name))))
    const past = await Promise.all(tails.map(async (tail) => (lines === 0 ? [] : (await tail.read()).slice(-lines))))
    byTime(past).forEach(show)
    const stop = new AbortController()
    process.once('SIGINT', () => stop.abort())
    while (flags.follow && !stop.signal.aborted) {
      byTime(await Promise.all(tails.map((tail) => tail.read()))).forEach(show)
      await sleep(pollingInterval, undefined, { signal: stop.signal }).catch(() => {})
    }
    await Promise.all(tails.map((tail) => tail.close()))
  })
}

function logsIn(directory: string): string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory)
    .filter((name) => name.endsWith('.log'))
    .map((name) => basename(name, '.log'))
}

/** The lines of several files in the order of their records' times; what is no record stays with the one before it. */
function byTime(files: string[][]): string[] {
  return files
    .flatMap((lines) => {
      let time = 0
      return lines.map((line) => {
        time = Number(/"time":(\d+)/.exec(line)?.[1] ?? time)
        return { time, line }
      })
    })
    .sort((a, b) => a.time - b.time)
    .map(({ line }) => line)
}
