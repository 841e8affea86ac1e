import type { Command } from 'commander'
import type { DevnetConfig } from '../../configs/index.ts'
import { chainOf } from '../chainOf.ts'
import { ControlError, control, request, type SessionChoice, sessionOptions } from '../control.ts'
import { paint } from '../output/paint.ts'
import { print, printJson } from '../output/print.ts'

/** A rollup, rebuilt from L1 alone. */
export default function verify(program: Command): void {
  sessionOptions(
    program
      .command('verify')
      .description('rebuild a rollup from L1 alone in a fresh node, execute every block again, and compare')
      .argument('<rollup>', 'r1'),
  ).action(async (name: string, flags: SessionChoice) => {
    const { session } = control(flags)
    const rollup = chainOf(session, name)
    const l1 = chainOf(session, 'l1').http
    const { config } = (await (await fetch(`${session.control}/config`)).json()) as { config: DevnetConfig }
    const { verifyRollup } = await import('../parts.ts')
    const start = performance.now()
    const { head, blocks, mismatch } = await verifyRollup(
      { ...config, log: { level: 'silent', format: 'text' } },
      { name, l1 },
    )
    const ms = Math.round(performance.now() - start)
    const served = await request<{ hash: string } | null>(rollup.http, 'eth_getBlockByNumber', [
      `0x${head.number.toString(16)}`,
      false,
    ])
    const same = mismatch === undefined && served?.hash === head.hash
    if (flags.json) printJson({ rollup: name, same, head, blocks, mismatch, served: served?.hash ?? null, ms })
    else {
      const { green, dim } = paint(process.stdout)
      print(`rebuilt  ${blocks} blocks from L1 alone in ${ms} ms`)
      print(`head     block ${head.number}  ${head.hash}`)
      if (same) print(`${green('same')}     as ${name} serves ${dim(rollup.http)}`)
    }
    if (same) return
    throw new ControlError(
      mismatch
        ? `block ${mismatch.number} of ${name} differs from what L1 settled: ${mismatch.field} is ${mismatch.got}, expected ${mismatch.expected}`
        : `block ${head.number} of ${name} has hash ${served?.hash ?? 'none'} at ${rollup.http}, and ${head.hash} by L1`,
      { code: 'NOT_THE_SAME', value: name, expected: 'the chain that L1 settled' },
    )
  })
}
