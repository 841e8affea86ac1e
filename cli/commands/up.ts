import type { Command } from 'commander'
import { settings, settingsOptions } from '../settings.ts'

/** Boots the devnet. */
export default function up(program: Command): void {
  settingsOptions(program.command('up').alias('start').description('boot L1, rollups and relayer')).action(
    async (options) => {
      await settings(options)
    },
  )
}
