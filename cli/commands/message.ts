import type { Command } from 'commander'
import type { Json, MessageTrace } from '../../devnet/index.ts'
import { control, type SessionChoice, sessionOptions } from '../control.ts'
import { timeline } from '../output/hops.ts'
import { paint } from '../output/paint.ts'
import { print, printJson } from '../output/print.ts'
import { parseHex } from '../parse.ts'

/** Where a message is. */
export default function message(program: Command): void {
  const group = program.command('message').description('look at a message between chains')
  sessionOptions(
    group.command('status').description('sent, provable, delivered, failed or returned').argument('<id>', 'message id'),
  ).action(async (id: string, flags: SessionChoice) => {
    const trace = await read(id, flags)
    if (flags.json) printJson({ id, status: trace.status, reason: trace.reason })
    else print(trace.status)
  })
  sessionOptions(
    group.command('trace').description('every step of its way, on which chain').argument('<id>', 'message id'),
  ).action(async (id: string, flags: SessionChoice) => {
    const trace = await read(id, flags)
    if (flags.json) printJson(trace)
    else print(timeline(trace, paint(process.stdout)))
  })
}

function read(id: string, flags: SessionChoice): Promise<Json<MessageTrace>> {
  return control(flags).call('nativeroll_messageTrace', parseHex(id, 'message id', 32))
}
