import type { DevnetStatus, Json } from '../../devnet/index.ts'
import type { Paint } from './paint.ts'
import { table } from './table.ts'

/** Heads per chain, the settlement lag, and what messages wait for. */
export function statusTable({ chains, pending, delivered }: Json<DevnetStatus>, { bold, dim }: Paint): string {
  const head = ['chain', 'id', 'latest', 'safe', 'finalized', 'lag', 'time'].map((title) => dim(title))
  const rows = chains.map(({ name, chainId, kind, latest, safe, finalized, lag, timestamp }) => [
    bold(name),
    String(chainId),
    String(BigInt(latest)),
    String(BigInt(safe)),
    String(BigInt(finalized)),
    kind === 'l1' ? '-' : String(BigInt(lag)),
    new Date(Number(timestamp) * 1000).toISOString().slice(0, 19),
  ])
  const right = [false, true, true, true, true, true]
  const messages = `messages  ${pending.length} pending, ${delivered} delivered`
  const waiting = pending.map(({ id, source, destination, status, reason }) => [
    '',
    id,
    `${source} -> ${destination}`,
    status,
    reason ?? '',
  ])
  const markets = chains.flatMap(({ executeGas }) => (executeGas ? [executeGasLine(executeGas)] : []))
  const obstacles = chains.flatMap(({ name, obstacle }) =>
    obstacle ? [`waits     ${name}: ${obstacle.message}${obstacle.hint ? ` (${obstacle.hint})` : ''}`] : [],
  )
  return [
    table([head, ...rows], right),
    ...markets,
    ...obstacles,
    messages,
    ...(waiting.length > 0 ? [table(waiting)] : []),
  ].join('\n')
}

/** What EXECUTE gas costs on L1 next, and how much of it the newest block used. */
function executeGasLine(gas: NonNullable<Json<DevnetStatus>['chains'][number]['executeGas']>): string {
  const { nextPrice, used, target, limit, excess } = gas
  const price = (Number(nextPrice) / 1000).toFixed(3)
  return `execute   ${price} L1 gas per gas; used ${BigInt(used)} of ${BigInt(limit)}, target ${BigInt(target)}, excess ${BigInt(excess)}`
}
