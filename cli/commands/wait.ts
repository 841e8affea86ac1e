import type { Command } from 'commander'
import type { DevnetStatus, Json, MessageTrace } from '../../devnet/index.ts'
import { ControlError, control, type SessionChoice, sessionOptions } from '../control.ts'
import { print, printJson } from '../output/print.ts'
import { parseDuration, parseWhole } from '../parse.ts'
import { UsageError } from '../UsageError.ts'

type Check = (session: string) => Promise<boolean>

/** Milliseconds between looks. */
const pollingInterval = 50

/** Blocks until something holds, for scripts that would otherwise sleep. */
export default function wait(program: Command): void {
  sessionOptions(
    program
      .command('wait')
      .description('wait until something holds')
      .option('--for <what>', 'ready, block:r1:10, safe:r1:10, finalized:r1:10 or message:<id>', 'ready')
      .option('--timeout <duration>', 'how long', '30s'),
  ).action(async (flags: SessionChoice & { for: string; timeout: string; session: string }) => {
    const timeout = parseDuration(flags.timeout) * 1000
    const check = checkFor(flags.for)
    const start = performance.now()
    while (!(await check(flags.session).catch(unlessStarting))) {
      if (performance.now() - start > timeout)
        throw new ControlError(`waited ${flags.timeout} for ${flags.for}`, {
          code: 'TIMEOUT',
          value: flags.timeout,
          expected: flags.for,
          hint: 'nativeroll status shows where each chain stands',
        })
      await new Promise((resolve) => setTimeout(resolve, pollingInterval))
    }
    const ms = Math.round(performance.now() - start)
    if (flags.json) printJson({ for: flags.for, ms })
    else print(`${flags.for} after ${ms} ms`)
  })
}

function checkFor(what: string): Check {
  const [kind, name = '', number = ''] = what.split(':')
  if (what === 'ready') return async (session) => (await control({ session }).call('nativeroll_status')) !== undefined
  if (kind === 'message' && number === '')
    return async (session) => {
      const trace = await control({ session }).call<Json<MessageTrace>>('nativeroll_messageTrace', name)
      return trace.status === 'delivered'
    }
  const head = ({ block: 'latest', safe: 'safe', finalized: 'finalized' } as const)[kind as 'block']
  if (head === undefined)
    throw new UsageError(`cannot wait for ${JSON.stringify(what)}`, {
      value: what,
      expected: 'ready, block:<chain>:<number>, safe:…, finalized:… or message:<id>',
    })
  const wanted = parseWhole(number)
  return async (session) => {
    const status = await control({ session }).call<Json<DevnetStatus>>('nativeroll_status')
    const chain = status.chains.find((one) => one.name === name)
    if (!chain)
      throw new UsageError(`there is no chain ${JSON.stringify(name)}`, {
        value: name,
        expected: `one of ${status.chains.map((one) => one.name).join(', ')}`,
      })
    return BigInt(chain[head]) >= wanted
  }
}

/** A session that does not run yet may still come. */
function unlessStarting(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? ''
  if (['SESSION_NOT_FOUND', 'NOT_READY', 'UNREACHABLE', 'MESSAGE_UNKNOWN'].includes(code)) return false
  throw error
}
