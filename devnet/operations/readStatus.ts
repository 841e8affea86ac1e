import { hexToBigInt } from 'viem'
import { getBlock } from 'viem/actions'
import type { Obstacle, RollupStatus } from '../../rollup-node/index.ts'
import type { Json } from '../control/toJson.ts'
import type { ChainProvider, ChainStatus, DevnetStatus } from '../Devnet.ts'
import type { ExecuteGasStatus } from '../l1/executeGasMethods.ts'
import { getDeliveryStatus } from '../messaging/getMessageStatus.ts'
import { readSettledHead } from '../messaging/readSettledHead.ts'
import type { Context, KnownChain } from './Context.ts'
import { type LocatedMessage, readMessages } from './findMessage.ts'

export type StatusReader = () => Promise<DevnetStatus>

/**
 * Reads where every chain stands, and which messages are under way. What was delivered once stays delivered, so of the
 * messages only new and pending ones are looked at each time.
 */
export function createStatusReader(context: Context): StatusReader {
  const cursors = new Map<KnownChain, bigint>()
  const underWay = new Map<string, LocatedMessage>()
  let delivered = 0
  let running: Promise<DevnetStatus> | undefined

  async function read(): Promise<DevnetStatus> {
    const chains = await Promise.all(context.chains.map((chain) => readChain(chain)))
    await Promise.all(context.chains.map((chain, index) => collect(chain, chains[index]!.latest)))
    const settled = new Map(
      await Promise.all(
        context.rollups.map(
          async (rollup) => [rollup, await readSettledHead(context.l1.client, rollup.chainId)] as const,
        ),
      ),
    )
    const pending: DevnetStatus['pending'] = []
    for (const located of underWay.values()) {
      const { id, source, destination, message, blockNumber } = located
      const delivery = destination && (await getDeliveryStatus(destination.client, id))
      if (delivery === 'delivered' || delivery === 'returned') {
        underWay.delete(id)
        delivered += 1
        continue
      }
      const provable = source === context.l1 || settled.get(source)! >= blockNumber
      pending.push({
        id,
        source: source.name,
        destination: destination?.name ?? String(message.destinationChainId),
        status: delivery ?? (provable ? 'provable' : 'sent'),
      })
    }
    return { chains, pending, delivered }
  }

  async function collect(chain: KnownChain, latest: bigint): Promise<void> {
    const from = (cursors.get(chain) ?? -1n) + 1n
    if (from > latest) return
    for (const located of await readMessages(context, chain, { from, to: latest })) underWay.set(located.id, located)
    cursors.set(chain, latest)
  }

  return () => {
    // Callers at the same time share an answer: the cursors must not run past each other.
    running ??= read().finally(() => {
      running = undefined
    })
    return running
  }
}

async function readChain(chain: KnownChain): Promise<ChainStatus> {
  const { client, name, chainId, kind, http } = chain
  const [latest, safe, finalized] = await Promise.all(
    (['latest', 'safe', 'finalized'] as const).map((blockTag) => getBlock(client, { blockTag })),
  )
  const obstacle = kind === 'rollup' ? await readObstacle(chain) : undefined
  const executeGas = kind === 'l1' ? await readExecuteGas(chain) : undefined
  const [newest, last] = [latest!.number!, finalized!.number!]
  return {
    name,
    chainId,
    kind,
    latest: newest,
    safe: safe!.number!,
    finalized: last,
    timestamp: latest!.timestamp,
    lag: kind === 'l1' || newest < last ? 0n : newest - last,
    ...(executeGas && { executeGas }),
    ...(obstacle && { obstacle }),
    ...(http && { url: http }),
  }
}

/** Undefined where EXECUTE gas has no market. */
async function readExecuteGas({ request }: ChainProvider): Promise<ExecuteGasStatus | undefined> {
  const found = (await request({ method: 'nativeroll_executeGas' })) as Json<ExecuteGasStatus> | null
  if (found === null) return undefined
  return Object.fromEntries(
    Object.entries(found).map(([name, value]) => [name, hexToBigInt(value)]),
  ) as ExecuteGasStatus
}

async function readObstacle({ request }: ChainProvider): Promise<Obstacle | undefined> {
  return ((await request({ method: 'nativeroll_rollupStatus' })) as Json<RollupStatus>).obstacle
}
