import type { Hop, Json, MessageTrace } from '../../devnet/index.ts'
import type { Paint } from './paint.ts'
import { table } from './table.ts'

const words: Record<Hop['step'], string> = {
  sent: 'sent',
  settled: 'settled by EXECUTE',
  anchored: 'anchored',
  delivered: 'delivered',
  failed: 'delivery failed',
}

/** One line of a message's way: since the start, where, what, in which block and transaction. */
export function hopLine(hop: Json<Hop>, paint: Paint): string {
  return table([hopCells(hop, paint)])
}

/** A message's whole way. */
export function timeline(
  {
    id,
    source,
    destination,
    status,
    reason,
    hops,
  }: Pick<Json<MessageTrace>, 'id' | 'source' | 'destination' | 'status' | 'reason' | 'hops'>,
  paint: Paint,
): string {
  const title = `${paint.bold(id)}  ${source} -> ${destination}  ${status}`
  const why = reason ? `\n${paint.yellow(reason)}` : ''
  return `${title}${why}${hops.length > 0 ? `\n${table(hops.map((hop) => hopCells(hop, paint)))}` : ''}`
}

function hopCells(
  { step, chain, blockNumber, transactionHash, ms, timestamp }: Json<Hop>,
  { dim, green, red }: Paint,
): string[] {
  const when = ms === undefined ? new Date(Number(timestamp) * 1000).toISOString() : `${Math.round(ms)} ms`
  const what = words[step].padEnd(18)
  return [
    when.padStart(8),
    chain.padEnd(4),
    step === 'delivered' ? green(what) : step === 'failed' ? red(what) : what,
    `block ${BigInt(blockNumber)}`.padEnd(10),
    dim(transactionHash ?? ''),
  ]
}
