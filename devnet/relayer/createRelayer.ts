import type { Hex } from 'viem'
import type { Logger } from '../../chain/index.ts'
import { createHeadTracker, createTransactionSender, infraKey } from '../../rollup-node/index.ts'
import { createLoop } from '../network/createLoop.ts'
import type { Network } from '../network/Network.ts'
import { createContext, type KnownChain } from '../operations/Context.ts'
import { type CursorStore, noCursors } from './cursorStore.ts'
import { createDeliveryLane } from './DeliveryLane.ts'
import { createMessageBook } from './MessageBook.ts'

export type RelayerOptions = {
  chains: Pick<Network, 'l1' | 'rollups'>
  /** Pays for deliveries on every chain. @default the devnet's relayer */
  privateKey?: Hex
  cursors?: CursorStore
}

export type Relayer = {
  /** Resolves once it has read what is under way. */
  start(): Promise<void>
  stop(): Promise<void>
}

/**
 * Delivers every message between the chains. It keeps nothing that matters: what was sent is read from the source gateways,
 * what was delivered from the destination gateways, so a restart loses and repeats nothing.
 */
export function createRelayer(options: RelayerOptions, { logger }: { logger: Logger }): Relayer {
  const { chains, privateKey = infraKey('relayer', 0), cursors = noCursors } = options
  const context = createContext(chains)
  const book = createMessageBook(context, cursors)
  const lanes = context.chains.map((destination) => {
    const heads = createHeadTracker({ provider: destination }, { logger })
    const { chainId } = destination
    const sender = createTransactionSender({ provider: destination, privateKey, chainId, heads }, { logger })
    return { heads, sender, loop: createDeliveryLane({ context, destination, sender, book }, { logger }) }
  })
  const wakeLanes = () => {
    for (const { loop } of lanes) loop.trigger()
  }
  const watches = context.chains.map((source) => watch(source))
  let leave: (() => void)[] = []

  /** A reorg may have undone what was sent, and what was delivered. */
  function onReorg(reread: () => void): (() => void)[] {
    return lanes.map(({ heads }) => {
      let newest = heads.latest().number
      return heads.onBlock(({ number }) => {
        if (number <= newest) reread()
        newest = number
      })
    })
  }

  function watch(source: KnownChain) {
    const loop = createLoop(
      async () => {
        const news = await book.discover(source)
        // A new L1 block may settle or anchor what was sent long before.
        if (news || source === context.l1) wakeLanes()
      },
      (error) => {
        logger.warn(
          { from: source.name, reason: error instanceof Error ? error.message : String(error) },
          'relay.interrupted',
        )
        loop.triggerIn(1_000)
      },
    )
    return { source, loop }
  }

  return {
    async start() {
      await Promise.all(lanes.map(({ heads }) => heads.start()))
      await book.open()
      await Promise.all(context.chains.map((source) => book.discover(source)))
      const reread = () => {
        book.reread()
        for (const { loop } of watches) loop.trigger()
      }
      leave = [...watches.map(({ source, loop }) => source.subscribe(loop.trigger)), ...onReorg(reread)]
      wakeLanes()
    },
    async stop() {
      for (const unsubscribe of leave) unsubscribe()
      for (const { heads, sender } of lanes) {
        sender.stop()
        heads.stop()
      }
      await Promise.all([...watches, ...lanes].map(({ loop }) => loop.stop()))
    },
  }
}
