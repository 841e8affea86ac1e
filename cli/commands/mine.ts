import type { Command } from 'commander'
import { control, type SessionChoice, sessionOptions } from '../control.ts'
import { print, printJson } from '../output/print.ts'
import { parseWhole } from '../parse.ts'

/** Blocks now. */
export default function mine(program: Command): void {
  sessionOptions(
    program
      .command('mine')
      .description('seal blocks now, even empty ones')
      .argument('[chain]', 'which chain', 'l1')
      .argument('[blocks]', 'how many', '1'),
  ).action(async (chain: string, blocks: string, flags: SessionChoice) => {
    const count = parseWhole(blocks, 1)
    const result = await control(flags).call<{ chain: string; blockNumber: string }>('nativeroll_mine', {
      chain,
      blocks: count,
    })
    if (flags.json) printJson(result)
    else print(`${chain}: block ${BigInt(result.blockNumber)}`)
  })
}
