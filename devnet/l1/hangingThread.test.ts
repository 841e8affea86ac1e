import { createLegacyTx } from '@ethereumjs/tx'
import { type Hex, parseGwei } from 'viem'
import { afterEach, expect, test } from 'vitest'
import { createTestNode, testAccounts } from '../../chain/testing/createTestNode.ts'
import {
  createExecutePrecompile,
  createThreadedExecutor,
  encodeBlock,
  encodeExecuteInput,
  executeAddress,
} from '../../execute/index.ts'
import { createTestRollup, keys } from '../../execute/precompile/rollup.test-support.ts'
import { hangingWorker } from '../../execute/workers/hangingWorker.test-support.ts'
import { startWorker } from '../../execute/workers/startWorker.ts'

// What a fault of the machine decides: nothing. A block holds the same answer of EXECUTE or is not made or taken.

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

/** An L1 whose threads hang for as long as `health.hangs`. */
async function startL1(health: { hangs: boolean }) {
  const executor = createThreadedExecutor({
    threads: 1,
    timeout: health.hangs ? 1_500 : 120_000,
    start: () => (health.hangs ? hangingWorker() : startWorker()),
  })
  const { execute } = executor
  const { node } = await createTestNode({
    mining: { mode: 'manual' },
    precompiles: (readBlob) => [createExecutePrecompile({ schedule: { osaka: 0 }, readBlob, execute })],
  })
  closing.push(async () => {
    await executor.close()
    await node.close()
  })
  return node
}

const sign = (account: number, fields: { to: Hex; data?: Hex; gas: bigint }) =>
  testAccounts[account]!.signTransaction({
    type: 'eip1559',
    chainId: 900,
    nonce: 0,
    maxFeePerGas: parseGwei('10'),
    maxPriorityFeePerGas: parseGwei('1'),
    ...fields,
  })

/** The input of a block that hashes 32 bytes over and over until two million gas are gone. */
async function heavyInput(): Promise<Hex> {
  const rollup = createTestRollup()
  const common = rollup.rules.common(rollup.blocks[0]!.block.header.timestamp + 1n)
  const loop = { gasPrice: 10n ** 10n, gasLimit: 2_000_000n, data: '0x5b60205f20505f56' } as const
  const sealed = await rollup.seal([createLegacyTx(loop, { common }).sign(keys[0])])
  return `0x${Buffer.from(encodeExecuteInput(rollup.inputOf(sealed))).toString('hex')}`
}

test('a thread that hangs is ended; L1 answers meanwhile, and no block says that the call failed', async () => {
  const health = { hangs: true }
  const l1 = await startL1(health)
  const settlement = await sign(0, { to: executeAddress, data: await heavyInput(), gas: 2n ** 24n })
  const transfer = await sign(1, { to: testAccounts[2]!.address, gas: 21_000n })
  for (const raw of [settlement, transfer]) await l1.request({ method: 'eth_sendRawTransaction', params: [raw] })

  let sealed = false
  const mined = l1.request({ method: 'evm_mine', params: [] }).finally(() => {
    sealed = true
  })
  let answers = 0
  for (; !sealed; answers++) {
    expect(await l1.request({ method: 'eth_chainId', params: [] })).toBe('0x384')
    await new Promise((resolve) => setImmediate(resolve))
  }
  await mined
  expect(answers).toBeGreaterThan(100)
  const block = l1.head().block
  expect(block.transactions.map((each) => each.to!.toString())).toEqual([testAccounts[2]!.address.toLowerCase()])
  const call = { to: executeAddress, data: await heavyInput(), gas: '0x1000000' }
  await expect(l1.request({ method: 'eth_call', params: [call, 'latest'] })).rejects.toThrow(/no verdict/)
})

test('a block is imported with the verdict that every other node has, or not at all', async () => {
  const builder = await startL1({ hangs: false })
  const settlement = await sign(0, { to: executeAddress, data: await heavyInput(), gas: 2n ** 24n })
  await builder.request({ method: 'eth_sendRawTransaction', params: [settlement] })
  await builder.request({ method: 'evm_mine', params: [] })
  const made = builder.head()
  expect(made.receipts.map(({ status }) => status)).toEqual([true])

  const health = { hangs: true }
  const importer = await startL1(health)
  for (let attempt = 0; attempt < 2; attempt++) {
    await expect(importer.importBlock(encodeBlock(made.block))).rejects.toMatchObject({ code: 'THREAD_TIMEOUT' })
    expect(importer.head().block.header.number).toBe(0n)
  }
  health.hangs = false
  await importer.importBlock(encodeBlock(made.block))
  expect(importer.head().hash).toEqual(made.hash)
})
