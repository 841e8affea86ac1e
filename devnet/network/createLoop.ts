/** Runs `run` again after every `trigger`, one run at a time; triggers during a run lead to one more. */
export type Loop = {
  trigger(): void
  /** Triggers once, later; an earlier appointment stands. */
  triggerIn(milliseconds: number): void
  /** No further runs. Resolves when the present one has ended. */
  stop(): Promise<void>
}

export function createLoop(run: () => Promise<void>, onError: (error: unknown) => void): Loop {
  let running: Promise<void> | undefined
  let wanted = false
  let stopped = false
  let appointment: { at: number; timer: NodeJS.Timeout } | undefined

  async function work(): Promise<void> {
    while (wanted && !stopped) {
      wanted = false
      await run().catch((error) => {
        if (!stopped) onError(error)
      })
    }
  }

  function trigger(): void {
    wanted = true
    if (stopped) return
    running ??= work().finally(() => {
      running = undefined
      // Between the loop's last look and this line nothing else ran, unless a trigger came in the same turn.
      if (wanted) trigger()
    })
  }

  return {
    trigger,
    triggerIn(milliseconds) {
      const at = performance.now() + milliseconds
      if (stopped || (appointment && appointment.at <= at)) return
      clearTimeout(appointment?.timer)
      const timer = setTimeout(() => {
        appointment = undefined
        trigger()
      }, milliseconds)
      appointment = { at, timer }
    },
    async stop() {
      stopped = true
      clearTimeout(appointment?.timer)
      await running
    },
  }
}
