import type { Command } from 'commander'
import { settings, settingsOptions } from '../settings.ts'

type UpFlags = { detach?: boolean; json?: boolean; quiet?: boolean }

/** Boots the devnet: here until Ctrl-C, or detached until `nativeroll down`. */
export default function up(program: Command): void {
  settingsOptions(program.command('up').alias('start').description('boot L1, rollups and relayer'))
    .option('-d, --detach', 'return when it is ready; nativeroll down stops it')
    .option('-q, --quiet', 'print no banner and no logs')
    .option('--json', 'print one JSON object when it is ready')
    .action(async (options: UpFlags & Record<string, unknown>) => {
      const config = await settings(options)
      const { detach = false, json = false, quiet = false } = options
      // The detached process is started with the same command line, and told so by its environment.
      const detached = process.env.NATIVEROLL_DETACHED !== undefined
      if (detach && !detached) {
        const { startDetached } = await import('../startDetached.ts')
        return startDetached(config, { json, quiet })
      }
      const { runForeground } = await import('../runForeground.ts')
      // Nobody reads its stderr; the records are in the session's log files.
      await runForeground(config, { json, quiet: quiet || detached })
    })
}
