import { DevnetError } from '../errors.ts'
import type { RunningChain } from './Network.ts'

/**
 * Runs `check` now and again whenever one of the chains has a new head, until it returns something.
 * Errors: TIMEOUT, and whatever `check` throws.
 *
 * @param options.timeout milliseconds
 * @param options.what names what is waited for, in the message: 'r1 block 5 to be finalized'
 */
export function waitUntil<result>(
  chains: Pick<RunningChain, 'subscribe'>[],
  check: () => Promise<result | undefined>,
  { timeout, what, hint }: { timeout: number; what: string; hint?: string },
): Promise<result> {
  return new Promise((resolve, reject) => {
    let checking = false
    let again = false
    let done = false
    const leave: (() => void)[] = []
    const finish = (settle: () => void) => {
      if (done) return
      done = true
      clearTimeout(timer)
      for (const unsubscribe of leave) unsubscribe()
      settle()
    }
    const timer = setTimeout(() => finish(() => reject(timedOut(what, timeout, hint))), timeout)
    const run = async () => {
      again = true
      if (checking) return
      checking = true
      while (again && !done) {
        again = false
        try {
          const result = await check()
          if (result !== undefined) finish(() => resolve(result))
        } catch (error) {
          finish(() => reject(error))
        }
      }
      checking = false
    }
    for (const chain of chains) leave.push(chain.subscribe(run))
    void run()
  })
}

function timedOut(
  what: string,
  timeout: number,
  hint = 'nativeroll status shows where each chain stands',
): DevnetError {
  return new DevnetError('TIMEOUT', `waited ${timeout} ms for ${what}`, {
    value: timeout,
    expected: what,
    hint,
  })
}
