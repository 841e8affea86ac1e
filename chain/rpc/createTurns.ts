import { setImmediate } from 'node:timers/promises'

/** Milliseconds after which others have their turn: execution waits for nothing else. */
const turnLength = 20

/** Answers a function to ask now and then during long work: what it returns is waited for, so that others have a turn. */
export function createTurns(): () => Promise<void> | undefined {
  let ends = performance.now() + turnLength
  return () => {
    if (performance.now() < ends) return undefined
    return setImmediate().then(() => {
      ends = performance.now() + turnLength
    })
  }
}
