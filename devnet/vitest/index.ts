import { test as base, type TestAPI } from 'vitest'
import { createDevnet, type DevnetOptions } from '../createDevnet.ts'
import type { Devnet } from '../Devnet.ts'

export type DevnetTest = TestAPI<{ devnet: Devnet }>

/**
 * vitest's `test` with a devnet. Each worker gets one of its own, at the first test that asks for it; the tests of a worker
 * (without further settings: of a file) share it, and it is stopped after the last of them.
 *
 * @example
 * const test = devnetTest({ rollups: 1, l1: { slot: 0.1 } })
 *
 * test('a deposit arrives', async ({ devnet }) => {
 *   await devnet.deposit({ rollup: 'r1', value: parseEther('1') })
 * })
 */
export function devnetTest(options: DevnetOptions = {}): DevnetTest {
  return base.extend<{ devnet: Devnet }>({
    devnet: [
      // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures this one needs.
      async ({}, use) => {
        const devnet = await createDevnet(options)
        try {
          await use(devnet)
        } finally {
          await devnet.stop()
        }
      },
      { scope: 'worker' },
    ],
  })
}
