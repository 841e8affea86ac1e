import { getBlock } from 'viem/actions'
import { devAccounts, privateKeyOf } from './accounts.ts'
import type { Advance, Devnet, L1Handle, RollupHandle } from './Devnet.ts'
import { DevnetError } from './errors.ts'
import { createHandle, createL1TestClient } from './network/createHandle.ts'
import type { Network } from './network/Network.ts'
import { advanceRollup } from './operations/advanceRollup.ts'
import { createContext } from './operations/Context.ts'
import { findMessage } from './operations/findMessage.ts'
import { followMessage } from './operations/followMessage.ts'
import { createStatusReader } from './operations/readStatus.ts'
import { relayMessage } from './operations/relayMessage.ts'
import { retryMessage } from './operations/retryMessage.ts'
import { traceLocated, traceMessage } from './operations/traceMessage.ts'
import { transfer } from './operations/transfer.ts'
import { waitForFinalized } from './operations/waitForFinalized.ts'
import { warp } from './operations/warp.ts'

export type ComposeOptions = {
  session?: string
  /** Ends what `stop` shall end. */
  stop: () => Promise<void>
  /** What leaving the scope of `await using` does. @default stop */
  dispose?: () => Promise<void>
}

/** The devnet as its users see it, over chains that run, wherever they do. */
export function composeDevnet(network: Pick<Network, 'l1' | 'rollups'>, options: ComposeOptions): Devnet {
  const context = createContext(network)
  const readStatus = createStatusReader(context)
  const l1Id = network.l1.chainId
  const advance = (rollup: string, blocks?: number): Promise<Advance> => advanceRollup(context.rollup(rollup), blocks)

  const l1Handle = createHandle(network.l1, l1Id)
  const l1: L1Handle = Object.defineProperties(l1Handle, {
    testClient: { enumerable: true, get: () => createL1TestClient(network.l1) },
  }) as L1Handle
  const rollups = Object.fromEntries(
    network.rollups.map((rollup): [string, RollupHandle] => [
      rollup.name,
      Object.assign(createHandle(rollup, l1Id), {
        advance: ({ blocks }: { blocks?: number } = {}) => advance(rollup.name, blocks),
      }),
    ]),
  )

  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= options.stop()
    return stopping
  }

  return {
    l1,
    rollups,
    chains: { l1, ...rollups },
    accounts: [...devAccounts],
    deposit: ({ rollup, value, recipient, ...rest }) =>
      transfer(
        context,
        { source: context.l1, destination: context.rollup(rollup), value, ...(recipient && { recipient }) },
        rest,
      ),
    withdraw: ({ rollup, value, recipient, ...rest }) =>
      transfer(
        context,
        { source: context.rollup(rollup), destination: context.l1, value, ...(recipient && { recipient }) },
        rest,
      ),
    async send({ source, destination, value = 0n, recipient, data = '0x', gasLimit, deliverAfter, rawCall, ...rest }) {
      if (source === destination)
        throw new DevnetError('PARAMETER_INVALID', `a message from ${source} cannot go to ${source} itself`, {
          value: destination,
          expected: 'two different chains',
        })
      const request = {
        source: context.chain(source),
        destination: context.chain(destination),
        value,
        payload: data,
        rawCall: rawCall ?? data !== '0x',
        ...(recipient && { recipient }),
        ...(gasLimit !== undefined && { gasLimit }),
        ...(deliverAfter !== undefined && { deliverAfter }),
      }
      return transfer(context, request, rest)
    },
    waitForFinalized: (parameters) => waitForFinalized(context, parameters),
    async waitForMessage({ id, timeout = 60_000, onHop = () => {} }) {
      const located = await findMessage(context, id)
      await followMessage(context, located, { timeout, onHop })
      return traceLocated(context, located)
    },
    messageTrace: (id) => traceMessage(context, id),
    retryMessage: async ({ id, account = 0 }) => retryMessage(context, id, privateKeyOf(account)),
    relayMessage: async ({ id, account = 0 }) => relayMessage(context, id, privateKeyOf(account)),
    advance: ({ rollup, blocks }) => advance(rollup, blocks),
    async mine({ chain: name = 'l1', blocks = 1 } = {}) {
      const chain = context.chain(name)
      for (let block = 0; block < blocks; block++) await chain.request({ method: 'evm_mine', params: [] })
      const { number } = await getBlock(chain.client)
      return { chain: name, blockNumber: number! }
    },
    warp: (seconds) => warp(context, seconds),
    async status() {
      const status = await readStatus()
      return options.session === undefined ? status : { session: options.session, ...status }
    },
    stop,
    [Symbol.asyncDispose]: options.dispose ?? stop,
  }
}
