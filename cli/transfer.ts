import type { Command } from 'commander'
import type { Json, MessageTrace, Transfer } from '../devnet/index.ts'
import { type Control, ControlError, control, type SessionChoice, sessionOptions } from './control.ts'
import { hopLine } from './output/hops.ts'
import { paint } from './output/paint.ts'
import { print, printJson } from './output/print.ts'
import { parseAccount, parseDuration } from './parse.ts'

export type TransferFlags = SessionChoice & { account: string; wait: boolean; timeout: string }

/** Adds what deposit, withdraw and send have in common. */
export function transferOptions(command: Command): Command {
  return sessionOptions(
    command
      .option(
        '--account <which>',
        'who signs and pays: index or address of a development account, or a private key',
        '0',
      )
      .option('--no-wait', 'return as soon as it is sent')
      .option('--timeout <duration>', 'how long to wait for the delivery', '60s'),
  )
}

/** Sends by one of the control server's methods and shows each hop as it happens. */
export async function transfer(
  method: string,
  parameters: Record<string, unknown>,
  flags: TransferFlags,
): Promise<void> {
  const connection = control(flags)
  const request = { ...parameters, account: parseAccount(flags.account) }
  const result = await follow(connection, method, request, {
    wait: flags.wait,
    timeout: parseDuration(flags.timeout) * 1000,
    onHop: (hop) => {
      if (!flags.json) print(hopLine(hop, paint(process.stdout)))
    },
  })
  if (flags.json) printJson(result)
  else print(`message ${result.id} ${result.status}`)
}

type FollowOptions = { wait: boolean /** ms */; timeout: number; onHop?: (hop: Json<Transfer['hops'][number]>) => void }

/** Milliseconds between looks at a message on its way. */
const pollingInterval = 40

/** Sends, then watches the message until it is delivered. Errors: DELIVERY_FAILED, TIMEOUT. */
export async function follow(
  { call }: Control,
  method: string,
  parameters: Record<string, unknown>,
  { wait, timeout, onHop = () => {} }: FollowOptions,
): Promise<Json<Transfer>> {
  const start = performance.now()
  const sent = await call<Json<Transfer>>(method, { ...parameters, wait: false })
  const hops: Json<Transfer>['hops'] = []
  const see = (found: Json<Transfer>['hops']) => {
    for (const hop of found.slice(hops.length)) {
      const timed = { ...hop, ms: hop.ms ?? Math.round(performance.now() - start) }
      hops.push(timed)
      onHop(timed)
    }
  }
  see(sent.hops)
  if (!wait) return sent
  for (;;) {
    const { status, reason, hops: found } = await call<Json<MessageTrace>>('nativeroll_messageTrace', sent.id)
    see(found)
    if (status === 'delivered') return { ...sent, status, hops }
    if (status === 'failed' || status === 'returned')
      throw new ControlError(`message ${sent.id} was not delivered: ${reason ?? status}`, {
        code: 'DELIVERY_FAILED',
        value: sent.id,
        expected: 'a recipient that takes it',
        hint: `nativeroll message trace ${sent.id}`,
      })
    if (performance.now() - start > timeout)
      throw new ControlError(`message ${sent.id} is ${status} after ${timeout} ms${reason ? `: ${reason}` : ''}`, {
        code: 'TIMEOUT',
        value: timeout,
        expected: 'a delivered message',
        hint: `nativeroll message trace ${sent.id} shows how far it is; does the relayer run?`,
      })
    await new Promise((resolve) => setTimeout(resolve, pollingInterval))
  }
}
