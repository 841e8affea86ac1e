import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createDevnet } from '../../devnet/index.ts'
import * as nativerollViem from '../../devnet/viem/index.ts'
import { runSamples } from '../docs/runSamples.ts'

test('the samples of docs/messages.md print what stands behind them', async () => {
  await using devnet = await createDevnet({ rollups: 1, l1: { slot: 0.25, port: 0 }, rollup: { port: 0 } })
  const [l1, r1] = await Promise.all([devnet.l1.listen(), devnet.rollups.r1!.listen()])
  const modules: Record<string, () => Promise<object>> = {
    viem: () => import('viem'),
    'viem/accounts': () => import('viem/accounts'),
    'nativeroll/viem': async () => ({
      ...nativerollViem,
      nativerollL1: nativerollViem.defineL1({ http: l1.http }),
      nativerollR1: nativerollViem.defineRollup({ id: 901, name: 'r1', http: r1.http }),
    }),
  }
  const page = readFileSync(new URL('../../docs/messages.md', import.meta.url), 'utf8')
  const { printed, promised } = await runSamples(page, (name) => modules[name]!())
  expect(promised.length).toBeGreaterThan(2)
  expect(printed).toEqual(promised)
})
