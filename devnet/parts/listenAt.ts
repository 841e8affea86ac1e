import { PortTaken } from '../../chain/index.ts'
import type { DevnetConfig } from '../../configs/index.ts'
import { DevnetError } from '../errors.ts'
import type { ListenAt } from '../l1/L1Engine.ts'

type Listen = (at: ListenAt) => Promise<{ http: string; ws: string }>

/** `listen` with the configured names and origins admitted, whose failure names what uses the port and how to change it. */
export function listenAt(
  { allowedHosts, allowedOrigins }: Pick<DevnetConfig, 'allowedHosts' | 'allowedOrigins'>,
  name: string,
  setting: string,
  listen: Listen,
): Listen {
  return ({ host, port }) =>
    listen({ host, port, allowedHosts, allowedOrigins }).catch((error) => {
      if (!(error instanceof PortTaken)) throw error
      const { ownerPid: pid, ownerCommand: command } = error
      const owner = pid === undefined ? 'another process' : `pid ${pid}${command ? ` (${command})` : ''}`
      throw new DevnetError('PORT_TAKEN', `port ${port} of ${name} is in use by ${owner}`, {
        value: port,
        expected: 'a free port, or 0 for any',
        hint: `choose another with --${setting}${pid === undefined ? '' : `, or end process ${pid}`}`,
        cause: error,
      })
    })
}
