import type { Command } from 'commander'
import { showAmount } from '../amount.ts'
import { control, request, type SessionChoice, sessionOptions } from '../control.ts'
import { paint } from '../output/paint.ts'
import { print, printJson } from '../output/print.ts'
import { table } from '../output/table.ts'

/** The development accounts and what they hold on each chain. */
export default function accounts(program: Command): void {
  sessionOptions(
    program
      .command('accounts')
      .description('development accounts, balances on every chain')
      .option('--keys', 'show private keys'),
  ).action(async (flags: SessionChoice & { keys?: boolean }) => {
    const { session } = control(flags)
    const chains = Object.entries(session.chains)
    const rows = await Promise.all(
      session.accounts.map(async ({ address, privateKey }, index) => {
        const balances = await Promise.all(
          chains.map(async ([name, { http }]) => {
            const wei = await request<string>(http, 'eth_getBalance', [address, 'latest'])
            return [name, BigInt(wei)] as const
          }),
        )
        return { index, address, privateKey, balances: Object.fromEntries(balances) }
      }),
    )
    if (flags.json) return printJson(rows)
    const { dim } = paint(process.stdout)
    const head = ['', 'address', ...(flags.keys ? ['private key'] : []), ...chains.map(([name]) => name)].map((title) =>
      dim(title),
    )
    const body = rows.map(({ index, address, privateKey, balances }) => [
      `(${index})`,
      address,
      ...(flags.keys ? [privateKey] : []),
      ...Object.values(balances).map(showAmount),
    ])
    print(table([head, ...body], [false, false, ...(flags.keys ? [false] : []), ...chains.map(() => true)]))
  })
}
