import { type Hex, http } from 'viem'
import type { RunningChain } from './Network.ts'

/** Milliseconds between looks at a remote chain's head, while somebody listens. */
const pollingInterval = 50

/** A chain in another process, over HTTP. */
export function connectChain(
  chain: Omit<RunningChain, 'request' | 'subscribe' | 'listen'> & { http: string },
): RunningChain {
  const transport = http(chain.http, { retryCount: 0, timeout: 30_000 })({})
  const request: RunningChain['request'] = (args) => transport.request(args as never)
  return { ...chain, request, subscribe: pollHead(request) }
}

/** Asks for the head as long as there are listeners; one request in flight at most. */
function pollHead(request: RunningChain['request']): RunningChain['subscribe'] {
  const listeners = new Set<() => void>()
  let head: Hex | undefined
  let looking = false

  async function look() {
    // By its hash: a reorg may leave the number as it is.
    const latest = await request({ method: 'eth_getBlockByNumber', params: ['latest', false] }).then(
      (block) => (block as { hash: Hex }).hash,
      () => head,
    )
    if (latest !== head) {
      head = latest
      for (const listener of listeners) listener()
    }
    looking = listeners.size > 0
    if (looking) setTimeout(look, pollingInterval)
  }

  return (onHead) => {
    // A wrapper, so that one function can subscribe twice and leave once.
    const listener = () => onHead()
    listeners.add(listener)
    if (!looking) {
      looking = true
      setTimeout(look, 0)
    }
    return () => {
      listeners.delete(listener)
    }
  }
}
