import type { Hex } from 'viem'
import type { Clock, ExecutionNode } from '../../chain/index.ts'

/**
 * Runs settlements as they arrive, so that those of several rollups execute at once although a block runs its transactions
 * one after the other: it finds EXECUTE's verdicts made, or being made. Only time depends on it.
 */
export function executeAhead(
  node: Pick<ExecutionNode, 'request' | 'onTransaction'>,
  settlements: readonly Hex[],
  clock: Pick<Clock, 'now'>,
): void {
  const isSettlement = new Set(settlements.map((address) => address.toLowerCase()))
  node.onTransaction(({ sender, transaction }) => {
    const to = transaction.to?.toString()
    // What carries blobs posts data; it does not settle.
    if (to === undefined || transaction.type === 3 || !isSettlement.has(to)) return
    const call = { from: sender, to, input: hex(transaction.data), gas: quantity(transaction.gasLimit) }
    const nextBlock = { time: quantity(clock.now() + 1) }
    // What fails here fails again in the block, where it is told.
    node.request({ method: 'eth_call', params: [call, 'latest', {}, nextBlock] }).catch(() => {})
  })
}

const hex = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`
const quantity = (value: number | bigint): Hex => `0x${value.toString(16)}`
