import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The command as it ships. */
export const bin = fileURLToPath(new URL('../../dist/bin/nativeroll.js', import.meta.url))

/** Flags for a devnet beside others: any free ports. */
export const anyPorts = ['--l1.port', '0', '--rollup.port', '0', '--control.port', '0']

export type Finished = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }

export type Running = {
  child: ChildProcess
  stdout(): string
  stderr(): string
  /** Resolves with the first match in what it wrote to stdout; rejects when it ends before. */
  says(pattern: RegExp): Promise<RegExpExecArray>
  finished: Promise<Finished>
}

/** An empty folder to run in: sessions of tests never meet those of people. */
export function emptyFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'nativeroll-cli-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Starts `nativeroll …` in a folder. */
export function start(
  cwd: string,
  args: string[],
  { env = {}, file = process.execPath, first = [bin] } = {} as StartOptions,
): Running {
  const child = spawn(file, [...first, ...args], {
    cwd,
    env: { ...withoutSettings(process.env), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
  })
  const finished = once(child, 'close').then(
    ([code, signal]): Finished => ({
      code: code as number | null,
      signal: signal as NodeJS.Signals | null,
      stdout,
      stderr,
    }),
  )
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    finished,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(stdout)
          if (found) resolve(found)
        }
        child.stdout.on('data', look)
        look()
        void finished.then(({ code }) => {
          look()
          reject(new Error(`ended with ${code} without saying ${pattern}:\n${stdout}\n${stderr}`))
        })
      }),
  }
}

type StartOptions = { env?: NodeJS.ProcessEnv; file?: string; first?: string[] }

/** Runs `nativeroll …` in a folder to its end. */
export function run(cwd: string, args: string[], options?: StartOptions): Promise<Finished> {
  return start(cwd, args, options).finished
}

/** Runs it with `--json` and reads its result; anything but exit code 0 is an error. */
export async function json<result>(cwd: string, args: string[]): Promise<result> {
  const { code, stdout, stderr } = await run(cwd, [...args, '--json'])
  if (code !== 0) throw new Error(`nativeroll ${args.join(' ')} ended with ${code}:\n${stdout}\n${stderr}`)
  return JSON.parse(stdout) as result
}

/** Whether a process exists; one that ended and waits to be collected does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return !existsSync(`/proc/${pid}/stat`) || !/^\d+ \(.*\) Z/.test(readStat(pid))
}

function readStat(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return `${pid} () Z`
  }
}

function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !name.startsWith('NATIVEROLL_') && name !== 'FORCE_COLOR'),
  )
}
