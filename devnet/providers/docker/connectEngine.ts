import type Docker from 'dockerode'
import { DevnetError } from '../../errors.ts'

/** The Docker engine of `DOCKER_HOST`, or of the usual socket. Errors: NO_ENGINE, which names where it was looked for. */
export async function connectEngine(): Promise<Docker> {
  const { default: Dockerode } = await import('dockerode')
  const engine = new Dockerode()
  try {
    await engine.ping()
    return engine
  } catch (cause) {
    const place = await placeOf(engine)
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new DevnetError('NO_ENGINE', `no Docker engine answers at ${place}: ${reason}`, {
      value: place,
      expected: 'a running Docker engine that this user may use',
      hint: 'start it, or name its socket in DOCKER_HOST; --provider inline and process need none',
      cause,
    })
  }
}

type Modem = {
  /** A function, where the place depends on what exists. */
  socketPath?: string | (() => Promise<string>)
  protocol?: string
  host?: string
  port?: string | number
}

async function placeOf(engine: Docker): Promise<string> {
  const { socketPath, protocol, host, port } = engine.modem as Modem
  if (host) return `${protocol}://${host}:${port}`
  return (typeof socketPath === 'function' ? await socketPath() : socketPath) ?? 'its usual socket'
}
