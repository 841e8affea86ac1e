import type { Logger } from '../chain/index.ts'

export type Loop = {
  /** Asks for a run: now, or right after the one that is under way. */
  trigger(): void
  /** Resolves when nothing is running and nothing was asked for. */
  idle(): Promise<void>
}

/**
 * Runs `work` whenever triggered, never twice at a time. A run that fails is logged, once while it goes on failing the same
 * way; the next trigger tries again.
 */
export function createLoop(name: string, work: () => Promise<void>, logger: Logger): Loop {
  let wanted = false
  let running: Promise<void> | undefined
  let complaint: string | undefined

  async function run(): Promise<void> {
    while (wanted) {
      wanted = false
      try {
        await work()
        complaint = undefined
      } catch (error) {
        if (String(error) !== complaint) logger.error({ err: error }, `${name}.failed`)
        complaint = String(error)
      }
    }
    running = undefined
  }

  return {
    trigger() {
      wanted = true
      running ??= run()
    },
    async idle() {
      while (running !== undefined) await running
    },
  }
}
