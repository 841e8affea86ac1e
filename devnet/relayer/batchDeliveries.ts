import { encodeFunctionData, type Hex, multicall3Abi } from 'viem'
import { addresses } from '../../contracts/index.ts'
import type { TransactionIntent } from '../../rollup-node/index.ts'
import type { PreparedDelivery } from './prepareDelivery.ts'

/** Gas of one transaction that delivers several messages: well within a rollup's block and EIP-7825's cap. */
const batchGas = 9_000_000n
/** Bytes of calldata of one such transaction: they count against what a rollup's block may hold. */
const batchBytes = 64_000

export type DeliveryTransaction = {
  deliveries: PreparedDelivery[]
  intent: Pick<TransactionIntent, 'label' | 'to' | 'data' | 'gas'>
}

/**
 * Puts deliveries, in order, into as few transactions as fit: a rollup that seals on demand needs a new second for every
 * block, and L1 takes one transaction of the relayer per slot. A message with a fee goes alone, because the fee is paid to
 * the caller, which in a batch is Multicall3.
 */
export function batchDeliveries(prepared: PreparedDelivery[]): DeliveryTransaction[] {
  const batches: PreparedDelivery[][] = []
  for (const delivery of prepared) {
    const last = batches.at(-1)
    if (last && fits(last, delivery)) last.push(delivery)
    else batches.push([delivery])
  }
  return batches.map((deliveries) => ({
    deliveries,
    intent: deliveries.length === 1 ? alone(deliveries[0]!) : together(deliveries),
  }))
}

function fits(batch: PreparedDelivery[], next: PreparedDelivery): boolean {
  const all = [...batch, next]
  return (
    all.every(({ message }) => message.message.fee === 0n) &&
    all.reduce((sum, { gas }) => sum + gas, 0n) <= batchGas &&
    all.reduce((sum, { data }) => sum + data.length / 2, 0) <= batchBytes
  )
}

function alone({ to, data, gas }: PreparedDelivery) {
  return { label: 'deliver', to, data, gas }
}

function together(deliveries: PreparedDelivery[]) {
  const calls = deliveries.map(({ to, data }) => ({ target: to, allowFailure: true, callData: data as Hex }))
  const data = encodeFunctionData({ abi: multicall3Abi, functionName: 'aggregate3', args: [calls] })
  return {
    label: 'deliver',
    to: addresses.multicall3,
    data,
    gas: deliveries.reduce((sum, { gas }) => sum + gas, 100_000n),
  }
}
