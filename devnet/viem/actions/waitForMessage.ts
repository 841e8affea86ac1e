import { setTimeout as sleep } from 'node:timers/promises'
import type { Chain, Client, Hash, Transport } from 'viem'
import { DevnetError } from '../../errors.ts'
import { getDeliveryStatus } from '../../messaging/getMessageStatus.ts'

export type WaitForMessageParameters = {
  id: Hash
  /** Milliseconds. @default 60_000 */
  timeout?: number
  /** Milliseconds. @default the client's */
  pollingInterval?: number
}
export type WaitForMessageReturnType = 'delivered' | 'failed' | 'returned'

/**
 * Waits until the client's chain has taken in a message. Errors: TIMEOUT.
 *
 * @param client client of the destination
 * @example
 * const status = await waitForMessage(r2, { id })
 */
export async function waitForMessage(
  client: Client<Transport, Chain>,
  { id, timeout = 60_000, pollingInterval = client.pollingInterval }: WaitForMessageParameters,
): Promise<WaitForMessageReturnType> {
  const deadline = performance.now() + timeout
  while (performance.now() < deadline) {
    const status = await getDeliveryStatus(client, id)
    if (status !== undefined) return status
    await sleep(pollingInterval)
  }
  throw new DevnetError('TIMEOUT', `waited ${timeout} ms for message ${id} on ${client.chain.name}`, {
    value: id,
    expected: 'a relayer that delivers it',
    hint: 'getMessageStatus tells how far it has come',
  })
}
