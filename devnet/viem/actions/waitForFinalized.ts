import { setTimeout as sleep } from 'node:timers/promises'
import type { Chain, Client, Transport } from 'viem'
import { getBlock } from 'viem/actions'
import { DevnetError } from '../../errors.ts'

export type WaitForFinalizedParameters = {
  blockNumber: bigint
  /** Milliseconds. @default 60_000 */
  timeout?: number
  /** Milliseconds. @default the client's */
  pollingInterval?: number
}
/** Number of the finalized block. */
export type WaitForFinalizedReturnType = bigint

/**
 * Waits until a block is finalized: on a rollup, until L1 has settled it by EXECUTE. Errors: TIMEOUT.
 *
 * @example
 * const { blockNumber } = await r1.waitForTransactionReceipt({ hash })
 * await waitForFinalized(r1, { blockNumber })
 */
export async function waitForFinalized(
  client: Client<Transport, Chain>,
  { blockNumber, timeout = 60_000, pollingInterval = client.pollingInterval }: WaitForFinalizedParameters,
): Promise<WaitForFinalizedReturnType> {
  const deadline = performance.now() + timeout
  while (performance.now() < deadline) {
    const { number } = await getBlock(client, { blockTag: 'finalized' })
    if (number !== null && number >= blockNumber) return number
    await sleep(pollingInterval)
  }
  throw new DevnetError(
    'TIMEOUT',
    `waited ${timeout} ms for ${client.chain.name} block ${blockNumber} to be finalized`,
    {
      value: blockNumber,
      expected: 'a settler that advances the rollup',
      hint: 'with manual settlement, nativeroll advance',
    },
  )
}
