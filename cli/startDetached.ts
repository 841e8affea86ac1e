import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs'
import type { DevnetConfig } from '../configs/index.ts'
import { sessionPaths } from '../devnet/index.ts'
import type { Failure } from './output/failure.ts'
import { type Ready, reportReady, type UpOutput } from './reportReady.ts'

/** What the detached process tells the one that started it, once. */
export type DetachedReport = { ready: Ready } | { failure: Failure }

/** Seconds that a start may take beyond its own time-out: to load, and to stop what it started. */
const grace = 10

/** Starts the same command line in a process of its own and returns when its devnet is ready. Throws what it failed with. */
export async function startDetached(config: DevnetConfig, output: UpOutput): Promise<void> {
  const paths = sessionPaths({ session: config.session })
  mkdirSync(paths.directory, { recursive: true })
  const logPath = paths.log('nativeroll')
  const log = openSync(logPath, 'a')
  const child = spawn(process.execPath, process.argv.slice(1), {
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
    env: { ...process.env, NATIVEROLL_DETACHED: '1' },
  })
  closeSync(log)
  // Ctrl-C while it boots: nobody would know of a devnet that became ready later.
  process.once('SIGINT', () => child.kill('SIGTERM'))
  let timer: NodeJS.Timeout | undefined
  const report = await Promise.race([
    once(child, 'message').then(([message]) => message as DetachedReport),
    once(child, 'exit').then(
      ([code, signal]): DetachedReport => ({
        failure: {
          message: `the devnet ended while it started (${signal ?? `exit code ${code}`})\n${lastLines(logPath)}`,
          code: 'CHAIN_DIED',
          hint: `its whole log is ${logPath}`,
        },
      }),
    ),
    // The start itself gives up after `timeout`. One that does not, hangs: on a folder that does not answer, for example.
    new Promise<DetachedReport>((resolve) => {
      timer = setTimeout(
        () => {
          child.kill('SIGKILL')
          const message = `the devnet gave no sign of life for ${config.timeout + grace} s while it started`
          resolve({ failure: { message, code: 'NOT_READY', hint: `its whole log is ${logPath}` } })
        },
        (config.timeout + grace) * 1000,
      )
    }),
  ])
  clearTimeout(timer)
  if ('failure' in report) throw Object.assign(new Error(report.failure.message), report.failure)
  child.disconnect()
  child.unref()
  reportReady(report.ready, config, output)
}

function lastLines(path: string): string {
  return readFileSync(path, 'utf8').trimEnd().split('\n').slice(-20).join('\n')
}
