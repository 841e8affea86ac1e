import type { Logger } from '../logger.ts'
import type { Mining } from './mining.ts'

export type MiningLoop = {
  start(): void
  /** Resolves when the block in progress, if any, is done. */
  stop(): Promise<void>
  mining(): Mining
  /** Changes the mode, also while running. */
  setMining(mining: Mining): void
}

export type MiningLoopDeps = {
  seal(): Promise<unknown>
  /** Resolves with undefined when nothing is executable. */
  sealPending(): Promise<unknown>
  onTransaction(listener: () => void): () => void
  /** The pool holds nothing executable any more. */
  onDrained(): void
  logger: Logger
}

/** Milliseconds until sealing is tried again after a failure, which is somebody else's (the source of the attributes). */
const retryDelay = 250

/** Decides when blocks are sealed. A failure is logged and never ends the loop. */
export function createMiningLoop(
  initial: Mining,
  { seal, sealPending, onTransaction, onDrained, logger }: MiningLoopDeps,
): MiningLoop {
  let mining = initial
  let running = false
  let draining: Promise<void> | undefined
  let scheduled = false
  let timer: NodeJS.Timeout | undefined
  let unsubscribe: (() => void) | undefined

  async function drain(): Promise<void> {
    while (running && mining.mode === 'instant') {
      if ((await sealPending()) === undefined) break
    }
    onDrained()
  }

  /** Waits for the current turn of the event loop to end, so that a burst of transactions shares a block. */
  function wake(): void {
    if (!running || mining.mode !== 'instant' || scheduled) return
    scheduled = true
    setImmediate(async () => {
      await draining
      scheduled = false
      draining = drain().catch((error) => {
        logger.error({ error }, 'could not seal a block; trying again')
        clearTimeout(timer)
        timer = setTimeout(wake, retryDelay)
      })
    })
  }

  function tick(milliseconds: number, due: number): void {
    const mode = mining
    timer = setTimeout(
      async () => {
        draining = seal().then(onDrained, (error) => logger.error({ error }, 'could not seal a block'))
        await draining
        // The next slot, skipping those that sealing overran.
        const late = Math.max(0, Math.floor((performance.now() - due) / milliseconds))
        if (running && mining === mode) tick(milliseconds, due + milliseconds * (late + 1))
      },
      Math.max(0, due - performance.now()),
    )
  }

  function begin(): void {
    if (mining.mode === 'interval') {
      const milliseconds = mining.seconds * 1000
      tick(milliseconds, performance.now() + milliseconds)
    } else wake()
  }

  return {
    start() {
      if (running) return
      running = true
      unsubscribe = onTransaction(wake)
      begin()
    },
    async stop() {
      running = false
      unsubscribe?.()
      clearTimeout(timer)
      await draining
    },
    mining: () => mining,
    setMining(next) {
      clearTimeout(timer)
      mining = next
      if (running) begin()
    },
  }
}
