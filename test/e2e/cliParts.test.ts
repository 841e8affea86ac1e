import { readFileSync } from 'node:fs'
import { createWalletClient, http, parseEther, publicActions } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { processTree } from '../../bench/processTree.ts'
import { anyPorts, emptyFolder, isRunning, type Running, run, start } from './command.ts'

const folder = emptyFolder()
const account = privateKeyToAccount('0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80')
const running: Running[] = []

afterEach(async () => {
  for (const { child } of running) child.kill('SIGTERM')
  await Promise.all(running.splice(0).map(({ finished }) => finished))
})
afterAll(() => folder.remove())

/** Starts a part and reads where it answers. */
async function part(...args: string[]): Promise<{ http: string } & Running> {
  const started = start(folder.path, [...args, ...anyPorts, '--json'])
  running.push(started)
  const [line] = await started.says(/^\{.*"event":"ready".*\}$/m)
  return { ...started, ...(JSON.parse(line) as { http: string }) }
}

describe('parts, each by itself', () => {
  test('l1, rollup, relayer and a follower find each other by URL', { timeout: 120_000 }, async () => {
    const l1 = await part('l1')
    const r1 = await part('rollup', 'r1', '--l1', l1.http)
    await part('relayer', '--l1', l1.http, '--chain', `r1=${r1.http}`)
    const follower = await part('rollup', 'r1', '--follow', '--l1', l1.http)
    for (const { http: url } of [l1, r1, follower]) expect((await fetch(`${url}/ready`)).status).toBe(200)

    const client = createWalletClient({ account, transport: http(r1.http), pollingInterval: 50 }).extend(publicActions)
    const hash = await client.sendTransaction({ chain: null, to: account.address, value: parseEther('1') })
    const { blockNumber, blockHash } = await client.waitForTransactionReceipt({ hash })
    const rebuilt = createWalletClient({ transport: http(follower.http) }).extend(publicActions)
    const block = () => rebuilt.getBlock({ blockNumber }).catch(() => undefined)
    await expect.poll(async () => (await block())?.hash, { timeout: 60_000 }).toBe(blockHash)
  })

  test('with a folder each, all killed, they go on where they were', { timeout: 120_000 }, async () => {
    const startAll = async () => {
      const l1 = await part('l1', '--state-dir', 'chains')
      const r1 = await part('rollup', 'r1', '--l1', l1.http, '--state-dir', 'chains')
      const follower = await part('rollup', 'r1', '--follow', '--l1', l1.http, '--state-dir', 'chains')
      const [chain, rebuilt] = [r1, follower].map(({ http: url }) =>
        createWalletClient({ account, transport: http(url), pollingInterval: 50 }).extend(publicActions),
      )
      return { chain: chain!, rebuilt: rebuilt! }
    }
    const transfer = async ({ chain, rebuilt }: Awaited<ReturnType<typeof startAll>>) => {
      const hash = await chain.sendTransaction({ chain: null, to: account.address, value: parseEther('1') })
      const { blockNumber, blockHash } = await chain.waitForTransactionReceipt({ hash })
      const block = () => rebuilt.getBlock({ blockNumber }).catch(() => undefined)
      await expect.poll(async () => (await block())?.hash, { timeout: 60_000 }).toBe(blockHash)
      return { blockNumber, blockHash }
    }
    const before = await transfer(await startAll())
    for (const { child } of running) child.kill('SIGKILL')
    await Promise.all(running.splice(0).map(({ finished }) => finished))
    const again = await startAll()
    for (const client of [again.chain, again.rebuilt])
      expect((await client.getBlock({ blockNumber: before.blockNumber })).hash).toBe(before.blockHash)
    expect((await transfer(again)).blockNumber).toBeGreaterThan(before.blockNumber)
  })

  test('a rollup whose L1 does not answer: says so, exit 4', async () => {
    const args = ['rollup', 'r1', '--l1', 'http://127.0.0.1:1', '--timeout', '0.3', ...anyPorts]
    const { code, stderr } = await run(folder.path, args)
    expect(code).toBe(4)
    expect(stderr).toContain('http://127.0.0.1:1')
  })

  test('a rollup that the configuration does not have: names those it has, exit 2', async () => {
    const { code, stderr } = await run(folder.path, ['rollup', 'r7', ...anyPorts])
    expect(code).toBe(2)
    expect(stderr).toContain('r1, r2')
  })

  test('a part that dies ends the devnet with 5, and takes the others along', async () => {
    const up = start(folder.path, ['up', '--quiet', '--provider', 'process', ...anyPorts])
    running.push(up)
    await up.says(/^Ready in/m)
    const tree = processTree(up.child.pid!)
    const commandOf = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    const rollup = tree.find((pid) => commandOf(pid).includes('rollup'))!
    process.kill(rollup, 'SIGKILL')
    const { code, stderr } = await up.finished
    expect(code).toBe(5)
    expect(stderr).toMatch(/the process of r[12] ended by itself/)
    await expect.poll(() => tree.filter(isRunning), { timeout: 5_000 }).toEqual([])
  })
})
