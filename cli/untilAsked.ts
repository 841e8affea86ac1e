/** ms within which a second signal is the first one again: npm passes on what the terminal has already sent to everybody. */
const echo = 250

/**
 * Resolves on the first SIGINT, SIGTERM or SIGHUP. From then on the process ends with 0 when all is stopped, at the latest
 * after `patience`; a second Ctrl-C ends it at once with 130.
 *
 * @param patience ms that an orderly end may take
 */
export function untilAsked(patience = 900): Promise<undefined> {
  return new Promise((resolve) => {
    let asked: number | undefined
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        const now = performance.now()
        if (asked === undefined) {
          asked = now
          setTimeout(() => process.exit(0), patience).unref()
          resolve(undefined)
        } else if (signal === 'SIGINT' && now - asked > echo) process.exit(130)
      })
  })
}
