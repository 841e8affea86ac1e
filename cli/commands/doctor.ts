import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import type { Command } from 'commander'
import { listSessions } from '../../devnet/index.ts'
import { paint } from '../output/paint.ts'
import { print, printJson } from '../output/print.ts'
import { table } from '../output/table.ts'
import { settings, settingsOptions } from '../settings.ts'

type Finding = { check: string; ok: boolean; found: string; hint?: string }

/** What would keep a devnet from starting here. */
export default function doctor(program: Command): void {
  settingsOptions(program.command('doctor').description('look for what would keep a devnet from starting'))
    .option('--json', 'print the findings as JSON')
    .action(async (options) => {
      const findings = [node(), ...nativeModules(), ...sessions(), ...(await ports(options))]
      if (options.json) printJson(findings)
      else {
        const { green, red, dim } = paint(process.stdout)
        print(
          table(
            findings.map(({ check, ok, found, hint }) => [
              ok ? green('ok') : red('bad'),
              check,
              found,
              dim(hint ?? ''),
            ]),
          ),
        )
      }
      if (findings.some(({ ok }) => !ok)) process.exitCode = 1
    })
}

/** The command does not start on a Node that is too old, so this one is not. */
function node(): Finding {
  return { check: 'node', ok: true, found: `${process.version} on ${process.platform}-${process.arch}` }
}

function nativeModules(): Finding[] {
  const require = createRequire(import.meta.url)
  return ['@crate-crypto/node-eth-kzg', 'secp256k1'].map((name) => {
    try {
      require(name)
      return { check: name, ok: true, found: 'loads' }
    } catch (error) {
      return { check: name, ok: false, found: (error as Error).message.split('\n')[0]!, hint: 'npm ci' }
    }
  })
}

function sessions(): Finding[] {
  return listSessions().map(({ session, state, pid }) => ({
    check: `session ${session}`,
    ok: true,
    found: state === 'stale' ? `process ${pid} ended without cleaning up` : `${state}, pid ${pid}`,
    ...(state === 'stale' ? { hint: 'the next start cleans up' } : { hint: `nativeroll down --session ${session}` }),
  }))
}

async function ports(options: Record<string, unknown>): Promise<Finding[]> {
  const config = await settings(options)
  const holders = portHolders()
  const wanted = [
    { name: 'l1', port: config.l1.port, flag: '--l1.port' },
    ...config.rollups.map(({ name, port }) => ({ name, port, flag: '--rollup.port' })),
    { name: 'control', port: config.control.port, flag: '--control.port' },
  ]
  return Promise.all(
    wanted
      .filter(({ port }) => port !== 0)
      .map(async ({ name, port, flag }) => {
        const ok = await isFree(port, config.host)
        return {
          check: `port ${port}`,
          ok,
          found: ok ? `free for ${name}` : `taken${holders.has(port) ? ` by session ${holders.get(port)}` : ''}`,
          ...(ok ? {} : { hint: `${flag} <other>` }),
        }
      }),
  )
}

/** Ports that sessions of this folder serve, and their names. */
function portHolders(): Map<number, string> {
  return new Map(
    listSessions().flatMap(({ session, state, file }) =>
      state !== 'running' || file === undefined
        ? []
        : [file.control, ...Object.values(file.chains).map(({ http }) => http)].flatMap((url): [number, string][] =>
            url === undefined ? [] : [[Number(new URL(url).port), session]],
          ),
    ),
  )
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}
