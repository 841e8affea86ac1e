import type { Command } from 'commander'
import { print, printJson } from '../output/print.ts'
import { settings, settingsOptions } from '../settings.ts'

/** Checks the configuration without starting anything. */
export default function validate(program: Command): void {
  settingsOptions(program.command('validate').description('check the configuration and show what it comes to'))
    .option('--json', 'print the complete configuration as JSON')
    .action(async (options) => {
      const config = await settings(options)
      if (options.json) return printJson(config)
      const chains = config.rollups.map(({ name, chainId, port }) => `${name} (${chainId}, port ${port})`)
      print(`valid: l1 (${config.l1.chainId}, port ${config.l1.port})${chains.map((chain) => `, ${chain}`).join('')}`)
    })
}
