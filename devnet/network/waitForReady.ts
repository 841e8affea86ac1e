import type { DevnetConfig } from '../../configs/index.ts'
import { DevnetError } from '../errors.ts'
import type { Network } from './Network.ts'

/** A start that takes longer than the configuration allows is given up, and stopped when it comes through after all. Errors: NOT_READY. */
export async function waitForReady(
  { timeout }: Pick<DevnetConfig, 'timeout'>,
  starting: Promise<Network>,
): Promise<Network> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new DevnetError('NOT_READY', `not ready after ${timeout} s`, {
          value: timeout,
          expected: 'every chain answering, with contracts, and each rollup settled once',
          hint: 'nativeroll logs tells what it waited for; --timeout allows more time',
        }),
      )
      void starting.then((network) => network.stop()).catch(() => {})
    }, timeout * 1000)
  })
  try {
    return await Promise.race([starting, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
