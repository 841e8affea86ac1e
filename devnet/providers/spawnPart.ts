import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { execa } from 'execa'
import { DevnetError } from '../errors.ts'
import type { Loggers } from '../loggers.ts'
import { type ChildTask, childVariable } from '../roles/childMessages.ts'
import { readReport } from './childReport.ts'
import type { LaunchedPart } from './startParts.ts'

/**
 * Runs a part as `nativeroll l1|rollup|relayer` in its own process and waits until it is ready. It ends when this process
 * does, however that ends: its stdin is a pipe from here.
 * Errors: NOT_READY, and what the part itself failed with.
 */
export async function spawnPart(name: string, task: ChildTask, loggers: Loggers): Promise<LaunchedPart> {
  const child = execa(process.execPath, [commandPath(), task.role], {
    env: { [childVariable]: JSON.stringify(task) },
    stdin: 'pipe',
    stdout: 'pipe',
    stderr: 'pipe',
    buffer: false,
    reject: false,
    forceKillAfterDelay: 2_000,
  })
  let asked = false
  child.stdin.on('error', () => {})
  createInterface({ input: child.stderr }).on('line', (line) => loggers.write(name, `${line}\n`))
  const died = child.then(({ exitCode, signal }): never => {
    if (asked) return undefined as never
    throw new DevnetError(
      'CHAIN_DIED',
      `the process of ${name} ended by itself (${signal ?? `exit code ${exitCode}`})`,
      {
        value: child.pid,
        expected: 'a process that runs until it is asked to end',
        hint: `nativeroll logs ${name} tells what it said last`,
      },
    )
  })
  // Whoever is interested races with it; nobody has to be.
  died.catch(() => {})
  const end = died.then(() => new Promise<never>(() => {}))
  end.catch(() => {})
  const stop = async () => {
    asked = true
    child.kill('SIGTERM')
    await child
  }

  try {
    const { http, ws } = await Promise.race([readReport(name, child.stdout), end])
    return { http, ...(ws !== undefined && { ws }), peer: http, died: end, stop }
  } catch (error) {
    asked = true
    child.kill()
    await child
    throw error
  }
}

/** The built command: beside this file in the bundle, else where the build puts it. */
function commandPath(): string {
  const places = ['./nativeroll.js', '../../bin/nativeroll.js', '../../dist/bin/nativeroll.js'].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  )
  const found = places.find((place) => existsSync(place))
  if (found !== undefined) return found
  throw new DevnetError('NO_COMMAND', 'the process provider found no built command to run', {
    value: places,
    expected: 'dist/bin/nativeroll.js',
    hint: 'run npm run build first',
  })
}
