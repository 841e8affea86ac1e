import type { Command } from 'commander'
import { print } from '../output/print.ts'
import { settings, settingsOptions } from '../settings.ts'

type RollupFlags = { l1: string; follow?: boolean; json?: boolean } & Record<string, unknown>

/** One part alone: a rollup, or a node that follows one. */
export default function rollup(program: Command): void {
  settingsOptions(
    program
      .command('rollup')
      .description('run one rollup alone: sequencer, batcher and settler; or a follower')
      .argument('[name]', 'its name in the configuration', 'r1'),
  )
    .option('--l1 <url>', 'RPC of L1 [NATIVEROLL_L1_URL]', process.env.NATIVEROLL_L1_URL || 'http://127.0.0.1:8545')
    .option('--follow', 'sequence nothing: rebuild the rollup from L1 alone and serve it')
    .option('--json', 'print one JSON object when it is ready')
    .action(async (name: string, options: RollupFlags) => {
      const { runAsChild, runFollower, runRollup } = await import('../parts.ts')
      if (await runAsChild()) return
      const config = await settings(options)
      const { runPart } = await import('../runPart.ts')
      const { l1 } = options
      await runPart(name, config, options, (role) =>
        options.follow
          ? runFollower(config, { name, l1, ...role, onReport: options.json ? () => {} : showReport })
          : runRollup(config, { name, l1, ...role }),
      )
    })
}

type Report = { head: { number: bigint; hash: string }; mismatch?: { number: bigint; field: string } }

function showReport({ head, mismatch }: Report): void {
  print(
    mismatch
      ? `block ${mismatch.number} differs from what L1 settled: ${mismatch.field}`
      : `block ${head.number} rebuilt  ${head.hash}`,
  )
}
