import { existsSync } from 'node:fs'
import { createPublicClient, http, parseEther, webSocket } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDevnet, type Devnet } from '../../devnet/index.ts'

// First: what other devnets held may still be on its way out later.
describe('stop', () => {
  test('behavior: no port, no process and no file stays behind', async () => {
    const sessions = existsSync('.nativeroll')
    const before = heldResources()
    const devnet = await createDevnet({ rollups: 2 })
    const { http: url } = await devnet.l1.listen()
    await devnet.stop()
    await devnet.stop()
    await expect(fetch(url)).rejects.toThrow()
    // libuv lets go of a closed handle in the next turns of its loop.
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve))
    expect(heldResources()).toEqual(before)
    expect(existsSync('.nativeroll')).toBe(sessions)
  })
})

const providers = ['inline', 'process'] as const

describe.each(providers)('createDevnet, provider %s', (provider) => {
  let devnet: Devnet
  beforeAll(async () => {
    devnet = await createDevnet({ rollups: 2, provider, l1: { slot: 0.25 } })
  })
  afterAll(() => devnet?.stop())

  test('behavior: when it resolves every rollup has settled a block', async () => {
    const { chains, pending } = await devnet.status()
    expect(chains.map(({ name, chainId }) => [name, chainId])).toEqual([
      ['l1', 900],
      ['r1', 901],
      ['r2', 902],
    ])
    for (const { kind, finalized } of chains) if (kind === 'rollup') expect(finalized).toBe(1n)
    expect(pending).toEqual([])
  })

  test('behavior: a transaction is mined at once, then its data is on L1, then it is settled', async () => {
    const r1 = devnet.rollups.r1!
    const hash = await r1.client.sendTransaction({ to: devnet.accounts[1]!.address, value: 1n })
    const { blockNumber } = await r1.client.waitForTransactionReceipt({ hash })
    expect((await r1.client.getBlock({ blockTag: 'finalized' })).number).toBeLessThan(blockNumber)
    expect(await devnet.waitForFinalized({ rollup: 'r1' })).toBeGreaterThanOrEqual(blockNumber)
    expect((await r1.client.getBlock({ blockTag: 'safe' })).number).toBeGreaterThanOrEqual(blockNumber)
  })

  test('behavior: ETH there, across and back', async () => {
    const recipient = '0x00000000000000000000000000000000000a11ce'
    await devnet.deposit({ rollup: 'r1', value: parseEther('2'), recipient })
    await devnet.send({ source: 'r1', destination: 'r2', value: parseEther('3'), recipient })
    await devnet.withdraw({ rollup: 'r2', value: parseEther('4'), recipient })
    const balances = await Promise.all(
      Object.values(devnet.chains).map(({ client }) => client.getBalance({ address: recipient })),
    )
    expect(balances).toEqual([parseEther('4'), parseEther('2'), parseEther('3')])
  })

  test('behavior: warp moves all chains', async () => {
    const before = (await devnet.l1.client.getBlock()).timestamp
    const { timestamp } = await devnet.warp(86_400)
    expect(timestamp).toBeGreaterThanOrEqual(before + 86_400n)
    const r2 = devnet.rollups.r2!
    const hash = await r2.client.sendTransaction({ to: devnet.accounts[1]!.address })
    const receipt = await r2.client.waitForTransactionReceipt({ hash })
    expect((await r2.client.getBlock({ blockNumber: receipt.blockNumber })).timestamp).toBeGreaterThanOrEqual(timestamp)
    await devnet.waitForFinalized({ rollup: 'r2' })
  })

  test('behavior: chains that listen serve unmodified viem over HTTP and WebSocket', async () => {
    const { http: url, ws } = await devnet.rollups.r2!.listen()
    const overHttp = createPublicClient({ transport: http(url) })
    expect(await overHttp.getChainId()).toBe(902)
    const overWebSocket = createPublicClient({ transport: webSocket(ws) })
    const block = new Promise<bigint>((resolve) => {
      const unwatch = overWebSocket.watchBlockNumber({
        onBlockNumber(number) {
          unwatch()
          resolve(number)
        },
      })
    })
    // The subscription is there once a later request on the same connection is answered.
    const head = await overWebSocket.getBlockNumber()
    await devnet.mine({ chain: 'r2' })
    expect(await block).toBeGreaterThanOrEqual(head)
    await (await overWebSocket.transport.getRpcClient()).close()
  })

  test('error: what is not there is named, with what is', async () => {
    expect(() => devnet.deposit({ rollup: 'r9', value: 1n })).toThrowError(
      expect.objectContaining({ code: 'CHAIN_UNKNOWN', expected: 'one of: r1, r2' }),
    )
    const id = `0x${'ab'.repeat(32)}` as const
    await expect(devnet.messageTrace(id)).rejects.toMatchObject({ code: 'MESSAGE_UNKNOWN' })
  })
})

describe('manual settlement', () => {
  test('behavior: nothing settles until advance, which settles as much as it is told', async () => {
    await using devnet = await createDevnet({ rollups: 1, rollup: { settle: 'manual' }, l1: { slot: 0.25 } })
    const r1 = devnet.rollups.r1!
    for (let count = 0; count < 2; count++) {
      const hash = await r1.client.sendTransaction({ to: devnet.accounts[1]!.address, value: 1n })
      await r1.client.waitForTransactionReceipt({ hash })
    }
    await devnet.mine({ blocks: 4 })
    expect((await r1.client.getBlock({ blockTag: 'finalized' })).number).toBe(1n)
    expect(await r1.advance({ blocks: 1 })).toMatchObject({ rollup: 'r1', first: 2n, last: 2n })
    expect(await devnet.advance({ rollup: 'r1' })).toMatchObject({ first: 3n, last: 3n })
    expect(await r1.advance()).toMatchObject({ transactionHashes: [] })
  })
})

/** What would keep the process alive, but for the test runner's own timers and fetch's idle sockets. */
function heldResources(): string[] {
  return process
    .getActiveResourcesInfo()
    .filter((name) => /Server|Process|Pipe|Worker/.test(name))
    .sort()
}
