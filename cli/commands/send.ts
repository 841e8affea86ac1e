import type { Command } from 'commander'
import { parseAmount } from '../amount.ts'
import { parseHex, parseWhole } from '../parse.ts'
import { type TransferFlags, transfer, transferOptions } from '../transfer.ts'

type SendFlags = TransferFlags & { value: string; to?: string; data?: string; gas?: string }

/** Any chain to any other. */
export default function send(program: Command): void {
  transferOptions(
    program
      .command('send')
      .description('send ether and a call from one chain to another')
      .argument('<from>', 'chain it leaves: l1, r1')
      .argument('<to>', 'chain it goes to')
      .option('--value <amount>', 'ether to send along', '0')
      .option('--to <address>', 'recipient there (default: the sender)')
      .option('--data <hex>', 'what the recipient is called with')
      .option('--gas <gas>', 'gas that its call gets at least'),
  ).action((source: string, destination: string, flags: SendFlags) =>
    transfer(
      'nativeroll_send',
      {
        source,
        destination,
        value: parseAmount(flags.value).toString(),
        ...(flags.to !== undefined && { recipient: parseHex(flags.to, 'address', 20) }),
        ...(flags.data !== undefined && { data: parseHex(flags.data, 'call data') }),
        ...(flags.gas !== undefined && { gasLimit: parseWhole(flags.gas, 1) }),
      },
      flags,
    ),
  )
}
