import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import type { ChainStatus } from '../Devnet.ts'
import { createMetricsRoute } from './metrics.ts'

const l1: ChainStatus = {
  name: 'l1',
  chainId: 900,
  kind: 'l1',
  latest: 5n,
  safe: 4n,
  finalized: 4n,
  timestamp: 1_700_000_000n,
  lag: 0n,
}

async function scrape(chain: ChainStatus): Promise<string> {
  let text = ''
  const response = { writeHead: () => response, end: (body: string) => (text = body) }
  const route = createMetricsRoute({ status: async () => ({ chains: [chain], pending: [], delivered: 0 }) })
  const target = { path: '/metrics', query: new URLSearchParams() }
  await route({} as IncomingMessage, response as unknown as ServerResponse, target)
  return text
}

test('behavior: the market of EXECUTE gas has gauges, where there is one', async () => {
  const numbers = { limit: 30n, target: 15n, minPrice: 100n, excess: 7n, used: 21_000n, price: 100n, nextPrice: 112n }
  const text = await scrape({ ...l1, executeGas: numbers })
  expect(text).toContain('nativeroll_execute_gas_price{chain="l1"} 112')
  expect(text).toContain('nativeroll_execute_gas_excess{chain="l1"} 7')
  expect(text).toContain('nativeroll_execute_gas_used{chain="l1"} 21000')
  expect(await scrape(l1)).not.toContain('nativeroll_execute_gas_used{')
})

test('behavior: what keeps a rollup from settling has a gauge as long as it does', async () => {
  const r1 = { ...l1, name: 'r1', kind: 'rollup' } as const
  const text = await scrape({ ...r1, obstacle: { code: 'EXECUTE_TOO_DEAR', message: 'too dear' } })
  expect(text).toContain('nativeroll_settlement_obstacle{chain="r1",code="EXECUTE_TOO_DEAR"} 1')
  expect(await scrape(r1)).not.toContain('nativeroll_settlement_obstacle{')
})
