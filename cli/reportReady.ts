import type { DevnetConfig } from '../configs/index.ts'
import type { SessionFile } from '../devnet/index.ts'
import { banner, readyLine } from './output/banner.ts'
import { paint } from './output/paint.ts'
import { print } from './output/print.ts'
import { version } from './version.ts'

export type UpOutput = { json: boolean; quiet: boolean }

/** A devnet that is ready. */
export type Ready = {
  session: SessionFile
  /** What the start found and did about it. */
  notes: string[]
}

/** Says on stdout that the devnet is ready: the banner and its last line, or one JSON object. */
export function reportReady({ session, notes }: Ready, config: DevnetConfig, { json, quiet }: UpOutput): void {
  const milliseconds = Math.round(performance.now())
  if (json) {
    print(JSON.stringify({ event: 'ready', ms: milliseconds, notes, ...session }))
    return
  }
  if (!quiet)
    print(
      banner(
        session,
        {
          version: version(),
          // npm and npx say so in the environment: what they run is on nobody's PATH.
          command: process.env.npm_command === undefined ? 'nativeroll' : 'npx nativeroll',
          notes,
          settlement: settlementOf(config),
          ...(process.stdout.columns && { columns: process.stdout.columns }),
        },
        paint(process.stdout),
      ),
    )
  print(readyLine(milliseconds))
}

function settlementOf({ rollups }: DevnetConfig): Record<string, string> {
  return Object.fromEntries(
    rollups.map(({ name, settle }) => [
      name,
      `settles ${typeof settle === 'string' ? settle : `every ${settle.interval} s`}`,
    ]),
  )
}
