import type { Command } from 'commander'
import { parseAmount } from '../amount.ts'
import { parseHex } from '../parse.ts'
import { type TransferFlags, transfer, transferOptions } from '../transfer.ts'

/** L1 to rollup. */
export default function deposit(program: Command): void {
  transferOptions(
    program
      .command('deposit')
      .description('move ether from L1 to a rollup')
      .argument('<rollup>', 'where to: r1')
      .argument('<amount>', 'ether, or with a unit: 0.5, 3gwei')
      .option('--to <address>', 'who gets it (default: the sender)'),
  ).action((rollup: string, amount: string, flags: TransferFlags & { to?: string }) =>
    transfer(
      'nativeroll_deposit',
      {
        rollup,
        value: parseAmount(amount).toString(),
        ...(flags.to !== undefined && { recipient: parseHex(flags.to, 'address', 20) }),
      },
      flags,
    ),
  )
}
