import { setTimeout as sleep } from 'node:timers/promises'
import type { Hex } from 'viem'
import { DevnetError } from '../errors.ts'
import { chainsOf, type Network, type RunningChain } from '../network/Network.ts'

/**
 * Brings running chains to where `Ready` may be said: every contract has code, and L1 has settled a block of each rollup.
 * Those first blocks are empty, so they settle inline: no blob is made, and KZG's set-up stays off the start path. L1 is
 * asked for its blocks, because waiting for a slot would cost a second.
 */
export async function bootNetwork({ l1, rollups }: Pick<Network, 'l1' | 'rollups'>): Promise<void> {
  await Promise.all(chainsOf({ l1, rollups }).map(assertContracts))
  await l1.request({ method: 'evm_mine', params: [] })
  const young: RunningChain[] = []
  await Promise.all(
    rollups.map(async (rollup) => {
      if ((await rollup.request({ method: 'eth_blockNumber' })) !== '0x0') return
      await rollup.request({ method: 'evm_mine', params: [] })
      young.push(rollup)
    }),
  )
  let waiting = young.length
  const settling = Promise.all(
    young.map((rollup) =>
      rollup.request({ method: 'nativeroll_advance', params: [] }).finally(() => {
        waiting -= 1
      }),
    ),
  )
  const mining = mineWhile(l1, () => waiting > 0)
  await settling
  await mining
}

/** Asks L1 for a block whenever its pool holds something. */
async function mineWhile(l1: RunningChain, wanted: () => boolean): Promise<void> {
  while (wanted()) {
    const { pending } = (await l1.request({ method: 'txpool_status' })) as { pending: Hex }
    if (BigInt(pending) > 0n) await l1.request({ method: 'evm_mine', params: [] })
    else await sleep(2)
  }
}

async function assertContracts(chain: RunningChain): Promise<void> {
  await Promise.all(
    Object.entries(chain.contracts).map(async ([name, address]) => {
      const code = await chain.request({ method: 'eth_getCode', params: [address, 'latest'] })
      if (code !== '0x') return
      throw new DevnetError('NO_CONTRACT', `${chain.name} has no code at ${address} (${name})`, {
        value: address,
        expected: `the contract ${name}`,
        hint: 'start L1 and the rollups with the same configuration',
      })
    }),
  )
}
