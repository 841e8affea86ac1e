import type { DevnetConfig } from '../configs/index.ts'
import { startDevnet } from '../devnet/index.ts'
import { keepCompiledCode } from './codeCache.ts'
import { describeFailure } from './output/failure.ts'
import { logTo } from './output/logTo.ts'
import { type Ready, reportReady, type UpOutput } from './reportReady.ts'
import type { DetachedReport } from './startDetached.ts'
import { untilAsked } from './untilAsked.ts'

/** Boots the devnet in this process and keeps it until somebody ends it. Throws what it failed with, also later on. */
export async function runForeground(config: DevnetConfig, output: UpOutput): Promise<void> {
  // An engine takes its time to end containers.
  const asked = config.provider === 'docker' ? untilAsked(15_000) : untilAsked()
  // A devnet goes on when nobody reads its output any more: `nativeroll up | head`.
  for (const stream of [process.stdout, process.stderr]) stream.removeAllListeners('error').on('error', () => {})
  const log = holdBack(logTo(process.stderr, config.log.format))
  const starting = startDevnet(config, output.quiet ? {} : { onLog: log.write })
  try {
    const started = await Promise.race([starting, asked])
    // Ctrl-C while it boots: what is half started ends as soon as it is whole.
    if (started === undefined) return await starting.then(({ devnet }) => devnet.stop())
    const { devnet, session, stale, notes, ended } = started
    announce({ session, notes: [...(stale ? [staleNote(stale)] : []), ...notes] }, config, output)
    log.release()
    setTimeout(keepCompiledCode, 1_000).unref()
    try {
      await Promise.race([ended, asked])
    } finally {
      // Also when a part died: the others go with it.
      await devnet.stop()
    }
  } catch (error) {
    log.release()
    if (process.connected) process.send?.({ failure: describeFailure(error) } satisfies DetachedReport)
    throw error
  }
}

/** Keeps lines until they are released: the banner comes first, and what came before a failure is not lost. */
function holdBack(write: (line: string) => void): { write: (line: string) => void; release(): void } {
  let held: string[] | undefined = []
  return {
    write: (line) => (held ? void held.push(line) : write(line)),
    release() {
      held?.forEach(write)
      held = undefined
    },
  }
}

function announce(ready: Ready, config: DevnetConfig, output: UpOutput): void {
  if (process.connected) process.send?.({ ready } satisfies DetachedReport)
  else reportReady(ready, config, output)
}

function staleNote({ pid, startedAt }: { pid: number; startedAt: string }): string {
  return `found what process ${pid} (started ${startedAt}) left of this session when it ended without stopping: cleaned up`
}
