import { setTimeout as sleep } from 'node:timers/promises'
import { DevnetError } from '../../errors.ts'

/** Milliseconds between questions. */
const pause = 50

/** Resolves when `/ready` at a part's URL says so. Errors: NOT_READY. */
export async function waitForHealth(part: string, url: string, timeout: number): Promise<void> {
  const deadline = performance.now() + timeout
  for (;;) {
    const answer = await fetch(`${url}/ready`).then(
      ({ ok, status }) => (ok ? undefined : `it answers HTTP ${status}`),
      (error: Error) => String(error.cause ?? error.message),
    )
    if (answer === undefined) return
    if (performance.now() > deadline)
      throw new DevnetError('NOT_READY', `${part} runs and is not ready at ${url}: ${answer}`, {
        value: url,
        expected: `HTTP 200 from ${url}/ready`,
        hint: 'an engine on another machine publishes its ports there; --timeout allows more time',
      })
    await sleep(pause)
  }
}
