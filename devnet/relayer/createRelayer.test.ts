import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeEventTopics, type Hex } from 'viem'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { resolveConfig } from '../../configs/index.ts'
import { addresses, gatewayAbi } from '../../contracts/index.ts'
import { infraAddress } from '../../rollup-node/index.ts'
import { composeDevnet } from '../composeDevnet.ts'
import type { Devnet } from '../Devnet.ts'
import { createLoggers } from '../loggers.ts'
import type { Network } from '../network/Network.ts'
import { startInline } from '../providers/startInline.ts'
import { createRelayer, type Relayer } from './createRelayer.ts'
import { createCursorFile } from './cursorStore.ts'

const loggers = createLoggers({ level: 'silent' })
let network: Network
let devnet: Devnet
let directory: string

beforeEach(async () => {
  const config = resolveConfig({ file: { name: 'test', config: { rollups: 1, relayer: false, l1: { slot: 0.25 } } } })
  network = await startInline(config, { loggers, listen: false })
  devnet = composeDevnet(network, { stop: network.stop })
  directory = mkdtempSync(join(tmpdir(), 'nativeroll-relayer-'))
})
afterEach(async () => {
  await devnet.stop()
  rmSync(directory, { recursive: true, force: true })
})

async function startRelayer(): Promise<Relayer> {
  const cursors = createCursorFile(join(directory, 'relayer.json'))
  const relayer = createRelayer({ chains: network, cursors }, { logger: loggers.of('relayer') })
  await relayer.start()
  return relayer
}

const deposits = (count: number) =>
  Promise.all(Array.from({ length: count }, () => devnet.deposit({ rollup: 'r1', value: 1n, wait: false })))

async function deliveries(): Promise<number> {
  const topics = encodeEventTopics({ abi: gatewayAbi, eventName: 'MessageDelivered' })
  const filter = { address: addresses.gateway, topics, fromBlock: '0x0', toBlock: 'latest' }
  const logs = await devnet.rollups.r1!.request({ method: 'eth_getLogs', params: [filter] })
  return (logs as unknown[]).length
}

test('behavior: a restart loses no message and repeats none', async () => {
  const before = await deposits(3)
  const first = await startRelayer()
  await Promise.all(before.map(({ id }) => devnet.waitForMessage({ id })))
  await first.stop()

  const between = await deposits(2)
  expect(await deliveries()).toBe(3)
  const second = await startRelayer()
  await Promise.all(between.map(({ id }) => devnet.waitForMessage({ id })))
  await second.stop()
  expect(await deliveries()).toBe(5)

  // With nothing to do, a relayer that starts sends nothing; not even when it lost its cursors.
  const nonce = () => devnet.rollups.r1!.client.getTransactionCount({ address: infraAddress('relayer', 0) })
  const sent = await nonce()
  expect(existsSync(join(directory, 'relayer.json'))).toBe(true)
  rmSync(join(directory, 'relayer.json'))
  const third = await startRelayer()
  await devnet.mine({ blocks: 2 })
  await third.stop()
  expect(await nonce()).toBe(sent)
})

test('behavior: several messages share one transaction, so the clock does not run ahead', async () => {
  const sent = await deposits(5)
  const relayer = await startRelayer()
  const traces = await Promise.all(sent.map(({ id }) => devnet.waitForMessage({ id })))
  await relayer.stop()
  const transactions = new Set(traces.map(({ hops }): Hex => hops.at(-1)!.transactionHash!))
  expect(transactions.size).toBeLessThan(5)
})
