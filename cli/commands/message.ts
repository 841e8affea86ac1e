import type { Command } from 'commander'
import type { Json, MessageTrace } from '../../devnet/index.ts'
import { control, type SessionChoice, sessionOptions } from '../control.ts'
import { timeline } from '../output/hops.ts'
import { paint } from '../output/paint.ts'
import { print, printJson } from '../output/print.ts'
import { parseAccount, parseHex } from '../parse.ts'

type Trace = Json<MessageTrace>
type HandFlags = SessionChoice & { account: string }

/** Where a message is, and what to do about it by hand. */
export default function message(program: Command): void {
  const group = program.command('message').description('look at a message between chains, or deliver it by hand')
  const one = (name: string, description: string) =>
    sessionOptions(group.command(name).description(description).argument('<id>', 'message id'))
  const byHand = (name: string, description: string) =>
    one(name, description).option(
      '--account <which>',
      'who signs and pays: index or address of a development account, or a private key',
      '0',
    )

  one('status', 'sent, provable, delivered, failed or returned').action(async (id: string, flags: SessionChoice) => {
    const trace = await read(id, flags)
    if (flags.json) printJson({ id, status: trace.status, reason: trace.reason })
    else print(trace.status)
  })
  one('trace', 'every step of its way, on which chain').action(async (id: string, flags: SessionChoice) =>
    show(await read(id, flags), flags),
  )
  one('why', 'what it waits for, or why its recipient refused it').action(async (id: string, flags: SessionChoice) => {
    const { status, reason } = await read(id, flags)
    if (flags.json) printJson({ id, status, reason })
    else print(reason ?? `it is ${status}`)
  })
  byHand('retry', 'deliver it once more, when its recipient refused it').action(async (id: string, flags: HandFlags) =>
    show(await handle('nativeroll_messageRetry', id, flags), flags),
  )
  byHand('relay', 'prove and deliver it, where no relayer does').action(async (id: string, flags: HandFlags) =>
    show(await handle('nativeroll_messageRelay', id, flags), flags),
  )
}

function read(id: string, flags: SessionChoice): Promise<Trace> {
  return control(flags).call('nativeroll_messageTrace', parseHex(id, 'message id', 32))
}

function handle(method: string, id: string, flags: HandFlags): Promise<Trace> {
  return control(flags).call(method, { id: parseHex(id, 'message id', 32), account: parseAccount(flags.account) })
}

function show(trace: Trace, { json }: SessionChoice): void {
  if (json) printJson(trace)
  else print(timeline(trace, paint(process.stdout)))
}
