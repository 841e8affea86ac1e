import { NativerollError } from '../../execute/index.ts'
import { type ChildReport, type ChildTask, childVariable } from './childMessages.ts'
import type { Role } from './Role.ts'
import { runL1 } from './runL1.ts'
import { runRelayer } from './runRelayer.ts'
import { runRollup } from './runRollup.ts'

/**
 * Runs the part that the process provider asked this process for, until the provider's process ends or asks it to stop.
 * `false` at once when there is no such request: the command was started by hand.
 *
 * The leash is stdin, a pipe from the parent: the system closes it when the parent is gone, kill -9 included.
 */
export async function runAsChild(env: NodeJS.ProcessEnv = process.env): Promise<boolean> {
  const text = env[childVariable]
  if (text === undefined) return false
  const asked = new Promise<void>((resolve) => void process.once('SIGTERM', resolve))
  const letGo = () => process.exit(0)
  process.stdin.on('end', letGo).on('close', letGo).on('error', letGo).resume()
  // Ctrl-C reaches the whole process group; the parent decides the order of the end.
  process.on('SIGINT', () => {})
  // Once the parent is gone nobody reads the logs, and nobody minds.
  process.stderr.on('error', () => {})
  process.stdout.on('error', () => {})
  try {
    const role = await run(JSON.parse(text) as ChildTask)
    report({ event: 'ready', http: role.http, ...(role.ws !== undefined && { ws: role.ws }) })
    await asked
    await role.stop()
  } catch (error) {
    report(failure(error))
    process.exitCode = 1
  }
  process.stdin.off('close', letGo).destroy()
  return true
}

function run(task: ChildTask): Promise<Role> {
  const onLog = (line: string) => void process.stderr.write(line)
  switch (task.role) {
    case 'l1':
      return runL1(task.config, { onLog })
    case 'rollup':
      return runRollup(task.config, { name: task.name, l1: task.l1, onLog })
    case 'relayer':
      return runRelayer(task.config, { l1: task.l1, rollups: task.rollups, onLog })
  }
}

function report(line: ChildReport): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

function failure(error: unknown): ChildReport {
  const message = error instanceof Error ? error.message : String(error)
  if (!(error instanceof NativerollError)) return { event: 'failed', message }
  const { code, value, expected, hint } = error
  return { event: 'failed', code, message, value, expected, ...(hint !== undefined && { hint }) }
}
