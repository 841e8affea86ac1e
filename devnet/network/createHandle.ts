import {
  type Chain,
  createClient,
  createTestClient,
  custom,
  publicActions,
  type TestClient,
  type Transport,
  walletActions,
} from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { privateKeyOf } from '../accounts.ts'
import type { ChainClient, ChainHandle } from '../Devnet.ts'
import { DevnetError } from '../errors.ts'
import { defineL1, defineRollup } from '../viem/chains.ts'
import type { RunningChain } from './Network.ts'

/** A running chain with viem clients, which are made when first used. */
export function createHandle(running: RunningChain, l1Id: number): ChainHandle {
  const { name, chainId: id, contracts, log } = running
  const transport = custom(running, { retryCount: 0 })
  const chain = () => {
    const parameters = { id, name, ...(running.http && { http: running.http }), ...(running.ws && { ws: running.ws }) }
    return running.kind === 'l1' ? defineL1(parameters) : defineRollup({ ...parameters, l1Id })
  }
  let client: ChainClient | undefined
  return {
    name,
    chainId: id,
    contracts,
    ...(log && { log }),
    request: running.request,
    get client(): ChainClient {
      client ??= createClient({
        account: privateKeyToAccount(privateKeyOf(0)),
        chain: chain(),
        transport,
        pollingInterval: 50,
      })
        .extend(publicActions)
        .extend(walletActions)
      return client
    },
    get url() {
      return running.http
    },
    get wsUrl() {
      return running.ws
    },
    async listen({ host = '127.0.0.1', port = 0 } = {}) {
      if (running.http && running.ws) return { http: running.http, ws: running.ws }
      if (running.listen === undefined) throw notListening(name)
      const urls = await running.listen({ host, port })
      Object.assign(running, urls)
      return urls
    },
  }
}

/** viem's test client (`mode: 'anvil'`) for L1. Rollups have none: what it changes would make blocks that L1 refuses. */
export function createL1TestClient(running: RunningChain): TestClient<'anvil', Transport, Chain> {
  const chain = defineL1({ id: running.chainId, name: running.name })
  return createTestClient({ mode: 'anvil', chain, transport: custom(running, { retryCount: 0 }), pollingInterval: 50 })
}

function notListening(name: string): DevnetError {
  return new DevnetError('NOT_LISTENING', `${name} runs elsewhere and serves no port`, { value: name })
}
