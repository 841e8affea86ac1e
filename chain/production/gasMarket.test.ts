import { type Hex, numberToHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
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
  const refusals: string[] = []
  const precompiles = () => [
    createExecutePrecompile({
      schedule: { osaka: 0 },
      gas,
      readBlob: () => undefined,
      onRefusal: ({ code }) => void refusals.push(code),
    }),
  ]
  const context = await createTestNode({ mining: { mode: 'manual' }, precompiles })
  closing.push(context.node.close)
  const recordAfter = async ({ block }: SealedBlock) => {
    const at = { address: executeAddress, blockNumber: block.header.number } as const
    const [excess, took] = await Promise.all(
      [marketSlots.excess, marketSlots.used].map((slot) => context.client.getStorageAt({ ...at, slot: toHex(slot) })),
    )
    return { excess: BigInt(excess!), used: BigInt(took!) }
  }
  return { ...context, recordAfter, market: gas.market!, refusals }
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

  test('behavior: a settlement that found too little left runs again only where there is enough, replaced or not', async () => {
    const { node, wallets, refusals } = await marketNode()
    const full = (nonce: number) =>
      wallets[0]!.sendTransaction({ ...settlement, data, nonce, maxPriorityFeePerGas: 90n })
    const waits = { ...settlement, data, nonce: 0 } as const
    await full(0)
    await wallets[1]!.sendTransaction({ ...waits, maxPriorityFeePerGas: 8n })
    for (let nonce = 1; nonce < 4; nonce++) {
      const { block } = await node.seal()
      expect(block.transactions).toHaveLength(1)
      await node.request({ method: 'eth_getBlockByNumber', params: ['pending', false] })
      await full(nonce)
    }
    const replacement = await wallets[1]!.sendTransaction({
      ...waits,
      maxPriorityFeePerGas: 20n,
      maxFeePerGas: 10n ** 11n,
    })
    await node.seal()
    expect(refusals).toEqual(['EXECUTE_BLOCK_GAS'])
    const { receipts } = await node.seal()
    expect(receipts.map(({ status, transactionHash }) => [status, toHex(transactionHash)])).toEqual([
      [true, replacement],
    ])
    expect(refusals).toHaveLength(1)
  })

  test('behavior: what runs and is left to later blocks takes no more gas than a block has', async () => {
    const { node, client, wallets, refusals } = await marketNode()
    await wallets[0]!.sendTransaction({ ...settlement, data, maxPriorityFeePerGas: 9n })
    // Each could use half of the block's gas; a third one would be run for nothing as well.
    const keys = Array.from({ length: 3 }, (_, i) => privateKeyToAccount(`0x${`${i + 1}`.repeat(64)}`))
    for (const account of keys) {
      await client.setBalance({ address: account.address, value: 10n ** 20n })
      await wallets[0]!.sendTransaction({ ...settlement, account, data, gas: 15_000_000n, maxPriorityFeePerGas: 8n })
    }
    expect((await node.seal()).block.transactions).toHaveLength(1)
    expect(refusals).toEqual(['EXECUTE_BLOCK_GAS', 'EXECUTE_BLOCK_GAS'])
    const lengths: number[] = []
    for (let i = 0; i < 3; i++) lengths.push((await node.seal()).block.transactions.length)
    expect(lengths).toEqual([1, 1, 1])
    expect(refusals).toHaveLength(3)
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
