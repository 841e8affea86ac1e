import { setImmediate } from 'node:timers/promises'

/**
 * Answers a function to ask now and then during long work: what it returns is waited for, so that others have a turn.
 * @param turnLength milliseconds after which they do
 */
export function createTurns(turnLength = 20): () => Promise<void> | undefined {
  let ends = performance.now() + turnLength
  return () => {
    if (performance.now() < ends) return undefined
    return setImmediate().then(() => {
      ends = performance.now() + turnLength
    })
  }
}
