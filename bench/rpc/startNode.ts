import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processTree } from '../processTree.ts'
import { type Connection, openConnection } from './connection.ts'

/** A node to measure. */
export type Subject = {
  name: string
  command: string[]
  port: number
  env?: NodeJS.ProcessEnv
  /** Sent before anything else: method and parameters. */
  requests?: [method: string, ...params: unknown[]][]
  /** Where it runs, if it matters. */
  folder?: string
}

export type RunningNode = {
  name: string
  port: number
  /** Result of one request, outside of measurements. Throws on an error. */
  request<T>(method: string, ...params: unknown[]): Promise<T>
  connection: Connection
  /** ms of CPU time that its processes have spent so far (Linux). */
  cpuTime(): number
  stop(): Promise<void>
}

/** ms after which a start has failed. */
const limit = 60_000

/** Starts a node and connects to it. */
export async function startNode(subject: Subject): Promise<RunningNode> {
  const { name, port, command, env } = subject
  const stranger = await openConnection(port).catch(() => undefined)
  stranger?.close()
  if (stranger) throw new Error(`something listens on port ${port} already: stop it first`)
  const empty = mkdtempSync(join(tmpdir(), 'nativeroll-bench-'))
  const [file, ...args] = command
  const child = spawn(file!, args, {
    cwd: subject.folder ?? empty,
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  const gone = once(child, 'exit')
  async function stop(): Promise<void> {
    connection?.close()
    child.kill('SIGINT')
    const timer = setTimeout(() => child.kill('SIGKILL'), 3_000)
    await gone
    clearTimeout(timer)
    rmSync(empty, { recursive: true, force: true })
  }
  let connection: Connection | undefined
  for (const start = performance.now(); ; await sleep(20)) {
    if (child.exitCode !== null) throw new Error(`${name} ended with ${child.exitCode}`)
    connection = await openConnection(port).catch(() => undefined)
    if (connection) break
    if (performance.now() - start > limit) {
      await stop()
      throw new Error(`${name} does not listen on ${port} after ${limit} ms`)
    }
  }
  const { post } = connection

  return {
    name,
    port,
    connection,
    async request<T>(method: string, ...params: unknown[]) {
      const text = await post(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }))
      const { result, error } = JSON.parse(text) as { result: T; error?: { message: string } }
      if (error) throw new Error(`${name}: ${method}: ${error.message}`)
      return result
    },
    cpuTime: () => processTree(child.pid!).reduce((sum, pid) => sum + threadTime(pid), 0),
    stop,
  }
}

/** Nanoseconds on a CPU, of all the process' threads, as ms. */
function threadTime(pid: number): number {
  const tasks = `/proc/${pid}/task`
  try {
    const times = readdirSync(tasks).map((task) =>
      Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]),
    )
    return times.reduce((sum, time) => sum + time, 0) / 1e6
  } catch {
    return 0
  }
}
