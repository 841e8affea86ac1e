import { composeDevnet } from './composeDevnet.ts'
import type { Devnet } from './Devnet.ts'
import { connectChain } from './network/connectChain.ts'
import { findSession } from './session/findSession.ts'
import type { SessionFile } from './session/SessionFile.ts'
import type { SessionOptions } from './session/sessionPaths.ts'
import { stopSession } from './session/stopSession.ts'

/**
 * The devnet of a running session, over its RPCs. `stop()` ends that session; leaving the scope of `await using` only lets
 * go of it. Errors: SESSION_NOT_FOUND, NOT_READY.
 */
export function attach(options: SessionOptions = {}): Devnet {
  const session = findSession(options)
  const connect = (name: string, { id, http, ws, log, contracts }: SessionFile['chains'][string]) =>
    connectChain({
      name,
      chainId: id,
      kind: name === 'l1' ? 'l1' : 'rollup',
      http,
      ws,
      contracts,
      ...(log !== undefined && { log }),
    })
  const { l1, ...rollups } = session.chains
  const network = {
    l1: connect('l1', l1!),
    rollups: Object.entries(rollups).map(([name, chain]) => connect(name, chain)),
  }
  return composeDevnet(network, {
    session: session.session,
    stop: async () => void (await stopSession(options)),
    dispose: async () => {},
  })
}
