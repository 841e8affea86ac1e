import { setTimeout as sleep } from 'node:timers/promises'
import type { DevnetConfig } from '../../configs/index.ts'
import { DevnetError } from '../errors.ts'
import { connectChain } from '../network/connectChain.ts'
import type { RunningChain } from '../network/Network.ts'
import { l1Contracts } from '../parts/startL1.ts'
import { rollupContracts } from '../parts/startRollup.ts'

/** Milliseconds between questions to a chain that does not answer yet. */
const pause = 50

/**
 * A chain of the configuration that runs elsewhere; resolves once it answers, with the chain id it should have.
 * Errors: CHAIN_UNKNOWN, NOT_READY.
 */
export async function connectConfigured(config: DevnetConfig, name: string, url: string): Promise<RunningChain> {
  const rollup = name === 'l1' ? undefined : rollupOf(config, name)
  const chain = connectChain({
    name,
    chainId: rollup?.chainId ?? config.l1.chainId,
    kind: rollup ? 'rollup' : 'l1',
    contracts: rollup ? rollupContracts : l1Contracts(config),
    http: url,
    ws: url.replace(/^http/, 'ws'),
  })
  const deadline = performance.now() + config.timeout * 1000
  for (;;) {
    const answer = await chain.request({ method: 'eth_chainId' }).catch((error: unknown) => error)
    if (typeof answer === 'string') {
      if (Number(answer) === chain.chainId) return chain
      throw notReady(`${url} is chain ${Number(answer)}, not ${name}`, answer, `chain id ${chain.chainId}`)
    }
    if (performance.now() > deadline)
      throw notReady(`${name} does not answer at ${url}`, url, 'a running chain', answer)
    await sleep(pause)
  }
}

/** The configuration of a rollup. Errors: CHAIN_UNKNOWN. */
export function rollupOf({ rollups }: DevnetConfig, name: string): DevnetConfig['rollups'][number] {
  const rollup = rollups.find((candidate) => candidate.name === name)
  if (rollup) return rollup
  throw new DevnetError('CHAIN_UNKNOWN', `the configuration has no rollup ${JSON.stringify(name)}`, {
    value: name,
    expected: `one of: ${rollups.map((candidate) => candidate.name).join(', ')}`,
    hint: 'name it in nativeroll.config.ts, or raise --rollups',
  })
}

function notReady(message: string, value: unknown, expected: string, cause?: unknown): DevnetError {
  return new DevnetError('NOT_READY', message, { value, expected, hint: 'check the URL, and that it runs', cause })
}
