import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { parseEther } from 'viem'
import { describe, test as plain } from 'vitest'
import { devnetTest } from '../../devnet/vitest/index.ts'

const test = devnetTest({ rollups: 1, l1: { slot: 0.25 } })
const recipient = '0x1111111111111111111111111111111111111111'

describe('devnetTest', () => {
  test('behavior: a test that asks for a devnet has one', async ({ devnet, expect }) => {
    await devnet.deposit({ rollup: 'r1', value: parseEther('1'), recipient })
    expect(await devnet.rollups.r1!.client.getBalance({ address: recipient })).toBe(parseEther('1'))
  })

  test('behavior: the next test finds what this one left', async ({ devnet, expect }) => {
    expect(await devnet.rollups.r1!.client.getBalance({ address: recipient })).toBe(parseEther('1'))
  })

  plain('behavior: each worker has its own, and stops it at the end', { timeout: 120_000 }, async ({ expect }) => {
    const root = fileURLToPath(new URL('../..', import.meta.url))
    // Inside the package, where vitest is found.
    const folder = mkdtempSync(join(root, 'node_modules', '.devnet-test-'))
    const log = join(folder, 'log')
    const file = `import { appendFileSync } from 'node:fs'
      import { devnetTest } from ${JSON.stringify(join(root, 'devnet/vitest/index.ts'))}
      const say = (text) => appendFileSync(${JSON.stringify(log)}, text + '\\n')
      devnetTest({ rollups: 0, relayer: false })('one', async ({ devnet, expect }) => {
        expect(await devnet.l1.client.getBalance({ address: '${recipient}' })).toBe(0n)
        await devnet.l1.client.sendTransaction({ to: '${recipient}', value: 1n })
        await devnet.mine()
        const { stop } = devnet
        devnet.stop = () => stop().then(() => say('stopped'))
        say('used')
      })`
    try {
      for (const name of ['a', 'b']) writeFileSync(join(folder, `${name}.check.ts`), file)
      writeFileSync(join(folder, 'vitest.config.ts'), "export default { test: { include: ['*.check.ts'] } }")
      const vitest = join(root, 'node_modules/vitest/vitest.mjs')
      await promisify(execFile)(process.execPath, [vitest, 'run', '--root', folder], {
        env: { PATH: process.env.PATH },
      })
      expect(readFileSync(log, 'utf8').trim().split('\n').sort()).toEqual(['stopped', 'stopped', 'used', 'used'])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
