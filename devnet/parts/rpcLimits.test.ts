import { afterAll, expect, test } from 'vitest'
import { createClock } from '../../chain/index.ts'
import { resolveConfig } from '../../configs/index.ts'
import { createLoggers } from '../loggers.ts'
import { startL1 } from './startL1.ts'
import { startRollup } from './startRollup.ts'

const to = '0xa100000000000000000000000000000000000001'
const stops: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

test('the limits of a configuration hold on L1 and on every rollup', async () => {
  const config = resolveConfig({ file: { name: 'f', config: { rollups: 1, rpc: { filters: 1, callGas: 100_000 } } } })
  const deps = { clock: createClock(), loggers: createLoggers({ level: 'silent' }) }
  const l1 = await startL1(config, deps)
  stops.push(l1.stop)
  const r1 = await startRollup(config, config.rollups[0]!, l1, deps)
  stops.push(r1.stop)
  for (const { request } of [l1, r1]) {
    await request({ method: 'eth_newBlockFilter', params: [] })
    await expect(request({ method: 'eth_newBlockFilter', params: [] })).rejects.toMatchObject({ code: -32005 })
    const gasLeft = { [to]: { code: '0x5a5f5260205ff3' } }
    const answer = await request({ method: 'eth_call', params: [{ to, gas: '0x1000000' }, 'latest', gasLeft] })
    expect(Number(answer)).toBeLessThan(100_000)
  }
})

test('a limit that is none is refused', () => {
  const limited = (rpc: object) => () => resolveConfig({ file: { name: 'f', config: { rpc } as never } })
  expect(limited({ filters: 0 })).toThrow('filters')
  expect(limited({ filter: 1 })).toThrow('filter')
})
