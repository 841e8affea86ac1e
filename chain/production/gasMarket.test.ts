import { type Hex, numberToHex } from 'viem'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  createExecutePrecompile,
  encodeBlock,
  encodeExecuteInput,
  executeAddress,
  marketGasSchedule,
  marketSlots,
  type SealedBlock,
} from '../../execute/index.ts'
import { GAS_LIMIT, sealedChain } from '../../execute/precompile/rollup.test-support.ts'
import { toHex } from '../hex.ts'
import { createTestNode, testAccounts } from '../testing/createTestNode.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

let data: Hex
/** Gas used of the payload. */
let used: bigint
beforeEach(async () => {
  const rollup = await sealedChain()
  data = toHex(encodeExecuteInput(rollup.inputOf(rollup.last)))
  used = rollup.last.block.header.gasUsed
})

/** A node whose blocks take one settlement and not a second one; the price moves by as much as it can. */
async function marketNode() {
  const gas = marketGasSchedule({ limit: GAS_LIMIT + used - 1n, target: used / 2n, minPrice: 500n })
  const precompiles = () => [createExecutePrecompile({ schedule: { osaka: 0 }, gas, readBlob: () => undefined })]
  const context = await createTestNode({ mining: { mode: 'manual' }, precompiles })
  closing.push(context.node.close)
  const recordAfter = async ({ block }: SealedBlock) => {
    const at = { address: executeAddress, blockNumber: block.header.number } as const
    const [excess, took] = await Promise.all(
      [marketSlots.excess, marketSlots.used].map((slot) => context.client.getStorageAt({ ...at, slot: toHex(slot) })),
    )
    return { excess: BigInt(excess!), used: BigInt(took!) }
  }
  return { ...context, recordAfter, market: gas.market! }
}

const settlement = { to: executeAddress, gas: 6_500_000n } as const

describe('production with a market of EXECUTE gas', () => {
  test('behavior: of two settlements over the limit the second lands in the next block, and the excess follows', async () => {
    const { node, client, wallets, recordAfter, market } = await marketNode()
    const hashes = [
      await wallets[0]!.sendTransaction({ ...settlement, data, maxPriorityFeePerGas: 9n }),
      await wallets[1]!.sendTransaction({ ...settlement, data, maxPriorityFeePerGas: 8n }),
      await wallets[2]!.sendTransaction({ to: testAccounts[0]!.address, maxPriorityFeePerGas: 7n }),
    ]
    const blocks = [await node.seal(), await node.seal(), await node.seal(), await node.seal(), await node.seal()]
    const receipts = await Promise.all(hashes.map((hash) => client.getTransactionReceipt({ hash })))
    expect(receipts.map(({ status, blockNumber }) => [status, blockNumber])).toEqual([
      ['success', 1n],
      ['success', 2n],
      ['success', 1n],
    ])
    const over = used - market.target
    expect(await Promise.all(blocks.map(recordAfter))).toEqual([
      { excess: 0n, used },
      { excess: over, used },
      { excess: 2n * over, used: 0n },
      { excess: 2n * over - market.target, used: 0n },
      { excess: 0n, used: 0n },
    ])
  })

  test('behavior: a settlement that waits is not in a preview, and its sender’s later transactions wait with it', async () => {
    const { node, client, wallets } = await marketNode()
    await wallets[0]!.sendTransaction({ ...settlement, data, maxPriorityFeePerGas: 9n })
    const waiting = await wallets[1]!.sendTransaction({ ...settlement, data, maxPriorityFeePerGas: 8n })
    const after = await wallets[1]!.sendTransaction({ to: testAccounts[0]!.address })
    expect((await client.getBlock({ blockTag: 'pending' })).transactions).toHaveLength(1)
    expect((await node.seal()).block.transactions).toHaveLength(1)
    expect(await client.getTxpoolStatus()).toEqual({ pending: 2, queued: 0 })
    await node.seal()
    expect((await client.getBlock()).transactions).toEqual([waiting, after])
  })

  test('behavior: gas is estimated at the price of the next block, and a trace shows what was paid', async () => {
    const { node, client, wallet } = await marketNode()
    const call = { account: testAccounts[0]!, to: executeAddress, data } as const
    const cheap = await client.estimateGas(call)
    // e times the least price.
    const { market } = await marketNode()
    await client.setStorageAt({
      address: executeAddress,
      index: toHex(marketSlots.excess),
      value: numberToHex(market.updateFraction + market.target, { size: 32 }),
    })
    const dear = await client.estimateGas(call)
    // The call must hold 500 and 1,359 thousandths of the payload's gas limit.
    const difference = ((1_359n - 500n) * GAS_LIMIT) / 1_000n
    expect(dear - cheap).toBeGreaterThan((difference * 99n) / 100n)
    expect(dear - cheap).toBeLessThan((difference * 101n) / 100n)

    const short = await wallet.sendTransaction({ to: executeAddress, data, gas: (dear * 98n) / 100n })
    await node.seal()
    expect((await client.getTransactionReceipt({ hash: short })).status).toBe('reverted')
    const enough = await wallet.sendTransaction({ to: executeAddress, data, gas: dear })
    await node.seal()
    const { status, gasUsed } = await client.getTransactionReceipt({ hash: enough })
    expect(status).toBe('success')
    const trace = (await node.request({
      method: 'debug_traceTransaction',
      params: [enough, { tracer: 'callTracer' }],
    })) as { gasUsed: Hex }
    expect(BigInt(trace.gasUsed)).toBe(gasUsed)
  })

  test('behavior: another node takes the blocks from their RLP, and a reorg seals them again', async () => {
    const { node, wallets } = await marketNode()
    for (const wallet of wallets) await wallet.sendTransaction({ ...settlement, data })
    const blocks: SealedBlock[] = []
    for (let i = 0; i < 5; i++) blocks.push(await node.seal())
    expect(blocks.map(({ block }) => block.transactions.length)).toEqual([1, 1, 1, 0, 0])

    const other = await marketNode()
    for (const { block } of blocks) await other.node.importBlock(encodeBlock(block))
    expect(toHex(other.node.head().hash)).toBe(toHex(node.head().hash))

    await other.node.reseal(2n)
    expect(toHex(other.node.head().block.header.stateRoot)).toBe(toHex(node.head().block.header.stateRoot))
  })
})
