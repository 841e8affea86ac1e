import type { Command } from 'commander'
import { settings, settingsOptions } from '../settings.ts'
import { UsageError } from '../UsageError.ts'

type RelayerFlags = { l1: string; chain?: Record<string, string>; directory?: string; json?: boolean } & Record<
  string,
  unknown
>

/** One part alone: the relayer. */
export default function relayer(program: Command): void {
  settingsOptions(program.command('relayer').description('run the relayer alone: it delivers messages between chains'))
    .option('--l1 <url>', 'RPC of L1 [NATIVEROLL_L1_URL]', process.env.NATIVEROLL_L1_URL || 'http://127.0.0.1:8545')
    .option('--chain <name=url>', 'RPC of a rollup, once for each (default: the ports of the configuration)', addChain)
    .option('--directory <folder>', 'where it remembers how far it has read')
    .option('--json', 'print one JSON object when it is ready')
    .action(async (options: RelayerFlags) => {
      const { runAsChild, runRelayer } = await import('../parts.ts')
      if (await runAsChild()) return
      const config = await settings(options)
      const { runPart } = await import('../runPart.ts')
      const rollups =
        options.chain ?? Object.fromEntries(config.rollups.map(({ name, port }) => [name, `http://127.0.0.1:${port}`]))
      const { l1, directory } = options
      await runPart('relayer', config, options, (role) =>
        runRelayer(config, { l1, rollups, ...(directory !== undefined && { directory }), ...role }),
      )
    })
}

function addChain(text: string, chains: Record<string, string> = {}): Record<string, string> {
  const [, name, url = ''] = /^([^=]+)=(https?:\/\/.+)$/.exec(text) ?? []
  if (name === undefined)
    throw new UsageError(`${JSON.stringify(text)} names no chain`, {
      value: text,
      expected: 'r1=http://127.0.0.1:9545',
    })
  return { ...chains, [name]: url }
}
