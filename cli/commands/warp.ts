import type { Command } from 'commander'
import { control, type SessionChoice, sessionOptions } from '../control.ts'
import { print, printJson } from '../output/print.ts'
import { parseDuration } from '../parse.ts'
import { UsageError } from '../UsageError.ts'

/** Time, on all chains at once. */
export default function warp(program: Command): void {
  sessionOptions(
    program.command('warp').description('move the time of every chain forward').argument('<duration>', '90s, 1h, 2d'),
  ).action(async (duration: string, flags: SessionChoice) => {
    const seconds = Math.floor(parseDuration(duration))
    if (seconds < 1)
      throw new UsageError(`${duration} is too short`, { value: duration, expected: 'at least one second' })
    const result = await control(flags).call<{ timestamp: string }>('nativeroll_warp', seconds)
    if (flags.json) printJson(result)
    else print(`every chain is at ${new Date(Number(result.timestamp) * 1000).toISOString()} or later`)
  })
}
