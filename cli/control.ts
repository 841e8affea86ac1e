import type { Command } from 'commander'
import { findSession, type SessionFile } from '../devnet/index.ts'

export type SessionChoice = { session?: string; json?: boolean }

/** Adds the options of every command that talks to a running devnet. */
export function sessionOptions(command: Command): Command {
  return command
    .option('--session <name>', 'session to talk to [NATIVEROLL_SESSION]', process.env.NATIVEROLL_SESSION || 'default')
    .option('--json', 'print the result as JSON')
}

export type Control = {
  session: SessionFile
  /** Calls a JSON-RPC method of the control server. Rejects with ControlError. */
  call<result>(method: string, ...params: unknown[]): Promise<result>
}

/** The control server of a running session. Errors: SESSION_NOT_FOUND, NOT_READY. */
export function control({ session: name }: SessionChoice): Control {
  const session = findSession(name === undefined ? {} : { session: name })
  return {
    session,
    call(method, ...params) {
      if (session.control === undefined)
        throw new ControlError(`session ${session.session} has no control server`, { code: 'NO_CONTROL' })
      return request(`${session.control}/rpc`, method, params)
    },
  }
}

/** What the control server or a chain answered, or that it did not. `code`, `expected`, `hint` are those of the original error. */
export class ControlError extends Error {
  override name = 'ControlError'
  readonly code: string
  readonly value: unknown
  readonly expected: string | undefined
  readonly hint: string | undefined

  constructor(
    message: string,
    {
      code,
      value,
      expected,
      hint,
      cause,
    }: { code?: string; value?: unknown; expected?: string; hint?: string; cause?: unknown },
  ) {
    super(message, { cause })
    this.code = code ?? 'RPC_ERROR'
    this.value = value
    this.expected = expected
    this.hint = hint
  }
}

/** One JSON-RPC call over HTTP. */
export async function request<result>(url: string, method: string, params: readonly unknown[]): Promise<result> {
  let response: Response
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    })
  } catch (cause) {
    throw new ControlError(`${url} does not answer`, {
      code: 'UNREACHABLE',
      value: url,
      expected: 'a running devnet',
      hint: 'nativeroll status tells whether it runs, nativeroll logs what it said last',
      cause,
    })
  }
  const body = (await response.json().catch(() => ({}))) as {
    result?: result
    error?: { message: string; data?: { code?: string; value?: unknown; expected?: string; hint?: string } }
  }
  if (body.error) throw new ControlError(body.error.message, body.error.data ?? {})
  if (!response.ok) throw new ControlError(`${url} answers HTTP ${response.status}`, { value: response.status })
  return body.result as result
}
