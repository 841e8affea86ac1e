import type { Command } from 'commander'
import { settings, settingsOptions } from '../settings.ts'

/** One part alone: L1. */
export default function l1(program: Command): void {
  settingsOptions(program.command('l1').description('run L1 alone: EXECUTE, blobs, the contracts of its rollups'))
    .option('--json', 'print one JSON object when it is ready')
    .action(async (options) => {
      const { runAsChild, runL1 } = await import('../parts.ts')
      if (await runAsChild()) return
      const config = await settings(options)
      const { runPart } = await import('../runPart.ts')
      await runPart('l1', config, options, (role) => runL1(config, role))
    })
}
