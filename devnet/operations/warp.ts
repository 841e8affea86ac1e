import { setTimeout as sleep } from 'node:timers/promises'
import { numberToHex } from 'viem'
import { getBlock } from 'viem/actions'
import { DevnetError } from '../errors.ts'
import type { Context, KnownChain } from './Context.ts'

/** Milliseconds a rollup may take to see L1's time. */
const timeout = 30_000

/**
 * Moves the devnet's time forward. L1's time is everybody's: rollups take what L1's blocks show, and chains in one process
 * share a clock, so L1 is the one to tell. Resolves when the next block of every chain carries the new time. Errors: TIMEOUT.
 */
export async function warp({ l1, rollups }: Context, seconds: number): Promise<{ timestamp: bigint }> {
  await l1.request({ method: 'evm_increaseTime', params: [numberToHex(seconds)] })
  await l1.request({ method: 'evm_mine', params: [] })
  const { timestamp } = await getBlock(l1.client)
  await Promise.all(rollups.map((rollup) => reachTime(rollup, timestamp)))
  return { timestamp }
}

async function reachTime({ name, client }: KnownChain, timestamp: bigint): Promise<void> {
  const deadline = performance.now() + timeout
  for (;;) {
    const pending = await getBlock(client, { blockTag: 'pending' })
    if (pending.timestamp >= timestamp) return
    if (performance.now() > deadline) {
      throw new DevnetError('TIMEOUT', `waited ${timeout} ms for ${name} to take L1's time`, {
        value: pending.timestamp,
        expected: `a next block of ${timestamp} or later`,
        hint: `nativeroll logs ${name} says whether it still reads L1`,
      })
    }
    await sleep(client.pollingInterval)
  }
}
