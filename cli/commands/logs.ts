import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Command } from 'commander'
import { sessionPaths } from '../../devnet/index.ts'
import { type SessionChoice, sessionOptions } from '../control.ts'
import { followFile } from '../followFile.ts'
import { logLine } from '../output/logLine.ts'
import { paint } from '../output/paint.ts'
import { print } from '../output/print.ts'
import { parseWhole } from '../parse.ts'
import { UsageError } from '../UsageError.ts'

type LogFlags = SessionChoice & { follow?: boolean; lines: string }

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
    const chosen = chain === undefined ? names : [chain]
    const stop = new AbortController()
    process.once('SIGINT', () => stop.abort())
    await Promise.all(
      chosen.map((name) =>
        followFile(paths.log(name), { lines, onLine: show, ...(flags.follow ? { until: stop.signal } : {}) }),
      ),
    )
  })
}

function logsIn(directory: string): string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory)
    .filter((name) => name.endsWith('.log'))
    .map((name) => basename(join(directory, name), '.log'))
}
