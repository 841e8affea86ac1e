import type { Command } from 'commander'
import type { Json, Transfer } from '../../devnet/index.ts'
import { control, type SessionChoice, sessionOptions } from '../control.ts'
import { paint } from '../output/paint.ts'
import { print, printJson } from '../output/print.ts'
import { table } from '../output/table.ts'
import { parseDuration } from '../parse.ts'
import { follow } from '../transfer.ts'

/** 0.01 ether for each step. */
const value = (10n ** 16n).toString()

/** A round trip through everything, against the running devnet. */
export default function test(program: Command): void {
  sessionOptions(
    program
      .command('test')
      .description('a deposit, a message and a withdrawal on the running devnet, timed')
      .option('--timeout <duration>', 'for each of them', '60s'),
  ).action(async (flags: SessionChoice & { timeout: string }) => {
    const connection = control(flags)
    const [from, to = from] = Object.keys(connection.session.chains).filter((name) => name !== 'l1')
    const steps: { name: string; method: string; parameters: Record<string, unknown> }[] = [
      { name: `deposit l1 -> ${from}`, method: 'nativeroll_deposit', parameters: { rollup: from, value } },
      from === to
        ? {
            name: `message ${from} -> l1`,
            method: 'nativeroll_send',
            parameters: { source: from, destination: 'l1', value: '1' },
          }
        : {
            name: `message ${from} -> ${to}`,
            method: 'nativeroll_send',
            parameters: { source: from, destination: to, value },
          },
      { name: `withdraw ${to} -> l1`, method: 'nativeroll_withdraw', parameters: { rollup: to, value } },
    ]
    const { green, dim } = paint(process.stdout)
    const results: { name: string; ms: number; id: string; hops: Json<Transfer>['hops'] }[] = []
    for (const { name, method, parameters } of steps) {
      const start = performance.now()
      const { id, hops } = await follow(connection, method, parameters, {
        wait: true,
        timeout: parseDuration(flags.timeout) * 1000,
      })
      const ms = Math.round(performance.now() - start)
      results.push({ name, ms, id, hops })
      if (!flags.json) print(table([[green('ok'), name.padEnd(20), `${ms} ms`.padStart(9), dim(id)]]))
    }
    if (flags.json) printJson(results)
  })
}
