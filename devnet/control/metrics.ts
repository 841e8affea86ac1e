import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { HttpRoute } from '../../chain/index.ts'
import type { Devnet } from '../Devnet.ts'

/** Prometheus' text format, read from the chains at each scrape. */
export function createMetricsRoute(devnet: Pick<Devnet, 'status'>): HttpRoute {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `nativeroll_${name}`, help, labelNames, registers: [registry] })

  const head = gauge('head_block', 'Number of the newest block with the tag', ['chain', 'tag'])
  const timestamp = gauge('head_timestamp_seconds', 'Timestamp of the newest block', ['chain'])
  const lag = gauge('settlement_lag_blocks', 'Blocks sequenced and not settled by EXECUTE', ['chain'])
  const market = {
    nextPrice: gauge('execute_gas_price', 'L1 gas that 1,000 gas of EXECUTE cost in the next block', ['chain']),
    excess: gauge('execute_gas_excess', 'What blocks before the newest used of EXECUTE gas above the target', [
      'chain',
    ]),
    used: gauge('execute_gas_used', 'EXECUTE gas that the newest block used', ['chain']),
  }
  const obstacle = gauge('settlement_obstacle', 'Whether something keeps the rollup from settling', ['chain', 'code'])
  const pending = gauge('messages_pending', 'Messages sent and not delivered')
  const delivered = gauge('messages_delivered', 'Messages delivered')

  return async (_, response) => {
    const status = await devnet.status()
    obstacle.reset()
    for (const chain of status.chains) {
      if (chain.obstacle) obstacle.set({ chain: chain.name, code: chain.obstacle.code }, 1)
      for (const tag of ['latest', 'safe', 'finalized'] as const)
        head.set({ chain: chain.name, tag }, Number(chain[tag]))
      timestamp.set({ chain: chain.name }, Number(chain.timestamp))
      const { executeGas } = chain
      for (const name of ['nextPrice', 'excess', 'used'] as const)
        if (executeGas) market[name].set({ chain: chain.name }, Number(executeGas[name]))
      if (chain.kind === 'rollup') lag.set({ chain: chain.name }, Number(chain.lag))
    }
    pending.set(status.pending.length)
    delivered.set(status.delivered)
    response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics())
  }
}
