import type { DevnetConfig } from '../configs/index.ts'
import type { Role, RoleOptions } from '../devnet/index.ts'
import { readyLine } from './output/banner.ts'
import { logTo } from './output/logTo.ts'
import { print } from './output/print.ts'
import { untilAsked } from './untilAsked.ts'

/** Runs one part of a devnet in this process until somebody ends it. */
export async function runPart(
  name: string,
  { log }: DevnetConfig,
  { json = false }: { json?: boolean },
  start: (options: Required<RoleOptions>) => Promise<Role>,
): Promise<void> {
  const asked = untilAsked()
  const starting = start({ onLog: logTo(process.stderr, log.format) })
  const role = await Promise.race([starting, asked])
  if (role === undefined) return (await starting).stop()
  const ms = Math.round(performance.now())
  if (json) print(JSON.stringify({ event: 'ready', ms, name, http: role.http, ws: role.ws }))
  else print(`${[name, role.http, role.ws].filter(Boolean).join('  ')}\n${readyLine(ms)}`)
  await asked
  await role.stop()
}
