import type { Command } from 'commander'
import type { Advance, Json } from '../../devnet/index.ts'
import { control, type SessionChoice, sessionOptions } from '../control.ts'
import { print, printJson } from '../output/print.ts'
import { parseWhole } from '../parse.ts'

/** Settlement, step by step. */
export default function advance(program: Command): void {
  sessionOptions(
    program
      .command('advance')
      .description('settle a rollup now: run EXECUTE on L1 over what it has sealed')
      .argument('<rollup>', 'r1')
      .option('--blocks <count>', 'settle at most so many blocks'),
  ).action(async (rollup: string, flags: SessionChoice & { blocks?: string }) => {
    const result = await control(flags).call<Json<Advance>>('nativeroll_advance', {
      rollup,
      ...(flags.blocks !== undefined && { blocks: parseWhole(flags.blocks, 1) }),
    })
    if (flags.json) return printJson(result)
    if (result.first === undefined || result.last === undefined) return print(`${rollup}: nothing to settle`)
    print(`${rollup}: blocks ${BigInt(result.first)} to ${BigInt(result.last)} settled`)
    for (const hash of result.transactionHashes) print(`  ${hash}`)
  })
}
