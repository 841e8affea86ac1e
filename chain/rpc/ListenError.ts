import { NativerollError } from '../../execute/index.ts'
import { type PortOwner, portOwner } from './portOwner.ts'

/** Another process, or another listener of this one, has the port. Code `PORT_TAKEN`. */
export class PortTaken extends NativerollError {
  override name = 'PortTaken'
  readonly port: number
  /** Known on Linux, for processes that this user may inspect. */
  readonly ownerPid: number | undefined
  readonly ownerCommand: string | undefined

  constructor(port: number, owner: PortOwner | undefined, cause?: unknown) {
    const by = owner === undefined ? 'another process' : `process ${owner.pid} (${owner.command})`
    super('PORT_TAKEN', `port ${port} is taken by ${by}`, {
      value: port,
      expected: 'a free port, or 0 for any',
      hint: owner === undefined ? 'choose another port' : `stop process ${owner.pid} or choose another port`,
      cause,
    })
    this.port = port
    this.ownerPid = owner?.pid
    this.ownerCommand = owner?.command
  }
}

/** The server cannot listen at this address, for another reason than a taken port. Code `LISTEN_FAILED`. */
export class ListenFailed extends NativerollError {
  override name = 'ListenFailed'
}

export function toListenError(error: Error, host: string, port: number): PortTaken | ListenFailed {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return new PortTaken(port, portOwner(port), error)
  return new ListenFailed('LISTEN_FAILED', `cannot listen at ${host}:${port}: ${error.message}`, {
    value: `${host}:${port}`,
    expected: 'an address of this machine and a port that this user may bind',
    hint: code === 'EACCES' ? 'choose a port above 1023' : 'choose another host, such as 127.0.0.1',
    cause: error,
  })
}
