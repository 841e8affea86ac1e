import type { Command } from 'commander'
import { chainOf } from '../chainOf.ts'
import { control, type SessionChoice, sessionOptions } from '../control.ts'
import { print, printJson } from '../output/print.ts'
import { UsageError } from '../UsageError.ts'

/** Just the URL, for `$(nativeroll url r1)`. */
export default function url(program: Command): void {
  sessionOptions(
    program
      .command('url')
      .description('print the URL of a chain, or of the control server')
      .argument('<chain>', 'l1, r1, … or control')
      .argument('[kind]', 'http or ws', 'http'),
  ).action((name: string, kind: string, flags: SessionChoice) => {
    if (kind !== 'http' && kind !== 'ws')
      throw new UsageError(`there is no ${JSON.stringify(kind)} URL`, { value: kind, expected: 'http or ws' })
    const { session } = control(flags)
    const found = name === 'control' && session.control ? session.control : chainOf(session, name)[kind]
    if (flags.json) printJson({ chain: name, kind, url: found })
    else print(found)
  })
}
