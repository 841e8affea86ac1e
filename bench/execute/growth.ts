import { systemContracts } from '../../contracts/genesis/systemContracts.ts'
import { createBlockBuilder, createGenesisBlock, type GenesisAlloc, keccak256 } from '../../execute/index.ts'
import { cpuTime, median } from './measure.ts'
import { toHex, type World } from './World.ts'

export type Growth = {
  accounts: number
  /** CPU ms. */
  block: number
  root: number
  /** MiB that the state holds. */
  heap: number
}

/** Blocks of the same 200 transfers, and their state root alone, on states of more and more accounts. */
export async function measureGrowth(world: World, sizes: readonly number[], runs: number): Promise<Growth[]> {
  const results: Growth[] = []
  for (const accounts of sizes) {
    const before = heapUsed()
    const { block, state } = genesisOf(world, accounts)
    const heap = heapUsed() - before
    const times: number[] = []
    const roots: number[] = []
    for (let run = -2; run < runs; run++) {
      const transactions = world.senders.map((_, i) =>
        world.sign(i, { to: accountAt((i * 7919 + run + 2) % accounts), value: 1n }),
      )
      const builder = await createBlockBuilder({
        rules: world.rules,
        parent: block.header,
        parentState: state,
        attributes: world.attributes,
        getBlockHash: () => undefined,
      })
      const executing = await cpuTime(async () => {
        for (const transaction of transactions) await builder.add(transaction)
      })
      const sealing = await cpuTime(() => builder.seal())
      if (run < 0) continue
      times.push(executing + sealing)
      roots.push(sealing)
    }
    results.push({ accounts, block: median(times), root: median(roots), heap })
  }
  return results
}

function genesisOf(world: World, accounts: number) {
  const alloc: GenesisAlloc = Object.fromEntries(
    Object.entries(systemContracts).map(([address, code]) => [address, { code, nonce: 1n }]),
  )
  for (const sender of world.senders) alloc[sender] = { balance: 10n ** 24n }
  for (let i = 0; i < accounts; i++) alloc[accountAt(i)] = { balance: 1n + BigInt(i) }
  const { timestamp, gasLimit } = world.parent
  return createGenesisBlock({ timestamp, gasLimit, alloc }, world.rules)
}

function accountAt(index: number): `0x${string}` {
  const number = new Uint8Array(20)
  new DataView(number.buffer).setUint32(16, index)
  return toHex(keccak256(number).subarray(12))
}

function heapUsed(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 2 ** 20
}
