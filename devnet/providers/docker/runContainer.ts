import { isIPv6 } from 'node:net'
import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import type Docker from 'dockerode'
import { DevnetError } from '../../errors.ts'
import type { Loggers } from '../../loggers.ts'
import { type ChildTask, childVariable } from '../../roles/childMessages.ts'
import { readReport } from '../childReport.ts'
import type { LaunchedPart } from '../startParts.ts'
import { engineError } from './engineError.ts'
import { partLabel } from './labels.ts'
import { removeContainer } from './removeContainer.ts'
import { waitForHealth } from './waitForHealth.ts'

export type ContainerOptions = {
  /** Its name on the network, where the others know it by: `r1`. */
  part: string
  task: ChildTask
  image: string
  /** Name of the container. */
  name: string
  network: string
  labels: Record<string, string>
  /** Where the part listens inside. */
  port: number
  /** Where it is published; port 0 takes any free one. */
  published: { address: string; port: number }
  /** Milliseconds to become ready. */
  timeout: number
}

/**
 * Runs a part as `nativeroll l1|rollup|relayer` in a container of its own and waits until its `/ready` says so. The
 * container ends, and the engine removes it, when this process does, however that ends: its stdin is a stream from here.
 * Errors: ENGINE_FAILED, NOT_READY, and what the part itself failed with.
 */
export async function runContainer(engine: Docker, options: ContainerOptions, loggers: Loggers): Promise<LaunchedPart> {
  const { part, name, port, timeout } = options
  const container = await engine.createContainer(describe(options)).catch((error: unknown) => {
    throw engineError(`create a container for ${part}`, error)
  })
  let asked = false
  const stop = async () => {
    asked = true
    // It may have ended already, or never have started.
    await container.stop({ t: 2 }).catch(() => {})
    await removeContainer(container)
  }
  try {
    const stdout = new PassThrough()
    const stderr = new PassThrough()
    const stream = await container.attach({ stream: true, hijack: true, stdin: true, stdout: true, stderr: true })
    stream.on('error', () => {})
    container.modem.demuxStream(stream, stdout, stderr)
    createInterface({ input: stderr }).on('line', (line) => loggers.write(part, `${line}\n`))
    await container.start()
    const died = container.wait().then(({ StatusCode: code }: { StatusCode: number }): Promise<never> => {
      if (asked) return new Promise(() => {})
      throw new DevnetError('CHAIN_DIED', `the container of ${part} ended by itself (exit code ${code})`, {
        value: name,
        expected: 'a container that runs until it is asked to end',
        hint: `nativeroll logs ${part} tells what it said last`,
      })
    })
    // Whoever is interested races with it; nobody has to be.
    died.catch(() => {})

    const { ws } = await Promise.race([readReport(part, stdout), died])
    const authority = await publishedAt(container, options)
    const http = `http://${authority}`
    await Promise.race([waitForHealth(part, http, timeout), died])
    return { http, ...(ws !== undefined && { ws: `ws://${authority}` }), peer: `http://${part}:${port}`, died, stop }
  } catch (error) {
    await stop()
    throw engineError(`run the container of ${part}`, error)
  }
}

/** Nanoseconds, as the engine counts. */
const second = 1_000_000_000

function describe({ part, task, image, name, network, labels, port, published }: ContainerOptions) {
  const url = `http://127.0.0.1:${port}/ready`
  const check = `fetch('${url}').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))`
  return {
    name,
    Image: image,
    Cmd: [task.role],
    Env: [`${childVariable}=${JSON.stringify(task)}`],
    Labels: { ...labels, [partLabel]: part },
    AttachStdin: true,
    AttachStdout: true,
    AttachStderr: true,
    OpenStdin: true,
    // Its stdin closes with the one connection that opened it.
    StdinOnce: true,
    ExposedPorts: { [`${port}/tcp`]: {} },
    Healthcheck: { Test: ['CMD', 'node', '-e', check], Interval: 10 * second, Timeout: 5 * second, Retries: 3 },
    HostConfig: {
      AutoRemove: true,
      NetworkMode: network,
      PortBindings: {
        [`${port}/tcp`]: [{ HostIp: published.address, HostPort: published.port === 0 ? '' : String(published.port) }],
      },
    },
    NetworkingConfig: { EndpointsConfig: { [network]: { Aliases: [part] } } },
  }
}

/** Host and port that the engine publishes a container at. */
async function publishedAt(
  container: Docker.Container,
  { port, published: { address } }: ContainerOptions,
): Promise<string> {
  const { NetworkSettings } = await container.inspect()
  const bound = NetworkSettings.Ports[`${port}/tcp`]?.[0]
  const host = address === '0.0.0.0' ? '127.0.0.1' : address === '::' ? '::1' : address
  return `${isIPv6(host) ? `[${host}]` : host}:${bound?.HostPort}`
}
