import { setImmediate } from 'node:timers/promises'
import type { Hex } from 'viem'
import { createTestNode, testAccounts } from './createTestNode.ts'
import { type Anvil, startAnvil } from './startAnvil.ts'

export type Twins = {
  node: Awaited<ReturnType<typeof createTestNode>>['node']
  anvil: Anvil
  /** The same transaction from the first account to both, each in a block of its own. Resolves with its hash. */
  send(transaction: { to?: Hex; data?: Hex; value?: bigint }): Promise<Hex>
  /** What both answer, ours first; a rejection becomes its code. */
  ask(method: string, ...params: unknown[]): Promise<[ours: unknown, theirs: unknown]>
  stop(): Promise<void>
}

/** One of our nodes and a real anvil that have been through the same. */
export async function createTwins(accounts: Record<Hex, { code: Hex; balance?: Hex }>): Promise<Twins> {
  const [anvil, { node }] = await Promise.all([
    startAnvil(['--chain-id', '900', '--hardfork', 'osaka', '--balance', '10000']),
    createTestNode(),
  ])
  const all = [node, anvil]
  for (const [address, { code, balance = '0x0' }] of Object.entries(accounts)) {
    for (const one of all) {
      await one.request({ method: 'anvil_setCode', params: [address, code] })
      await one.request({ method: 'anvil_setBalance', params: [address, balance] })
    }
  }
  let nonce = 0

  return {
    node,
    anvil,
    async send(transaction) {
      const raw = await testAccounts[0]!.signTransaction({
        type: 'eip1559',
        chainId: 900,
        nonce: nonce++,
        gas: 500_000n,
        maxFeePerGas: 10_000_000_000n,
        maxPriorityFeePerGas: 1_000_000_000n,
        ...transaction,
      })
      let hash: unknown
      for (const one of all) {
        hash = await one.request({ method: 'eth_sendRawTransaction', params: [raw] })
        while ((await one.request({ method: 'eth_getTransactionReceipt', params: [hash] })) === null)
          await setImmediate()
      }
      return hash as Hex
    },
    async ask(method, ...params) {
      const [ours, theirs] = await Promise.all(
        all.map((one) => one.request({ method, params }).catch(({ code }: { code: number }) => code)),
      )
      return [ours, theirs]
    },
    async stop() {
      anvil.stop()
      await node.close()
    },
  }
}

/** An answer without what two chains cannot have in common: their hashes, times and fees. */
export function comparable(answer: unknown, ...others: string[]): unknown {
  const own = new Set(['blockHash', 'hash', 'parentHash', 'timestamp', 'blockTimestamp', ...others])
  return JSON.parse(JSON.stringify(answer, (key, value) => (own.has(key) ? undefined : value)))
}

/** The names of fields, and in place of values their types, down to the leaves; of arrays the first element. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])]
  if (value === null || typeof value !== 'object') return value === null ? 'null' : typeof value
  const entries = Object.entries(value).map(([name, field]) => [name, shapeOf(field)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}
