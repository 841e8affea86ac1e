import type { Command } from 'commander'
import { parseAmount } from '../amount.ts'
import { parseHex } from '../parse.ts'
import { type TransferFlags, transfer, transferOptions } from '../transfer.ts'

/** Rollup to L1. */
export default function withdraw(program: Command): void {
  transferOptions(
    program
      .command('withdraw')
      .description('move ether from a rollup to L1')
      .argument('<rollup>', 'where from: r1')
      .argument('<amount>', 'ether, or with a unit: 0.5, 3gwei')
      .option('--to <address>', 'who gets it (default: the sender)'),
  ).action((rollup: string, amount: string, flags: TransferFlags & { to?: string }) =>
    transfer(
      'nativeroll_withdraw',
      {
        rollup,
        value: parseAmount(amount).toString(),
        ...(flags.to !== undefined && { recipient: parseHex(flags.to, 'address', 20) }),
      },
      flags,
    ),
  )
}
