import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPublicClient, createWalletClient, type Hash, type Hex, http, parseEther } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { waitForTransactionReceipt } from 'viem/actions'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { attach, type SessionFile } from '../../devnet/index.ts'
import { anyPorts, emptyFolder, isRunning, json, run } from './command.ts'

const receiver = '0x00000000000000000000000000000000000cafe1'
const up = ['up', '-d', '--state-dir', 'chains', ...anyPorts]

let folder: ReturnType<typeof emptyFolder>
beforeEach(() => {
  folder = emptyFolder()
})
afterEach(async () => {
  await run(folder.path, ['down'])
  folder.remove()
})

async function boot(): Promise<SessionFile> {
  await json(folder.path, up)
  return JSON.parse(readFileSync(join(folder.path, '.nativeroll/default/session.json'), 'utf8')) as SessionFile
}

/** `kill -9`, and wait until it is gone. */
async function kill({ pid }: SessionFile): Promise<void> {
  process.kill(pid, 'SIGKILL')
  while (isRunning(pid)) await new Promise((resolve) => setTimeout(resolve, 5))
}

type Included = { hash: Hash; blockHash: Hash; blockNumber: bigint }

/** Transfers of 1 wei on a chain, one after the other, until it does not answer any more. What was included is in the result. */
async function transferUntilDead(
  { chains, accounts }: SessionFile,
  chain: string,
  sender: number,
): Promise<Included[]> {
  const account = privateKeyToAccount(accounts[sender]!.privateKey)
  const transport = http(chains[chain]!.http, { retryCount: 0 })
  const client = createWalletClient({ account, transport, pollingInterval: 10 })
  const included: Included[] = []
  for (;;) {
    try {
      const hash = await client.sendTransaction({ to: receiver, value: 1n, gas: 21_000n, chain: null })
      const { blockHash, blockNumber } = await waitForTransactionReceipt(client, { hash, timeout: 5_000 })
      included.push({ hash, blockHash, blockNumber })
    } catch {
      return included
    }
  }
}

const clientOf = ({ chains }: SessionFile, chain: string) =>
  createPublicClient({ transport: http(chains[chain]!.http) })

describe('--state-dir', () => {
  test('after kill -9 in full traffic the devnet goes on: nothing lost, nothing repeated', async () => {
    const messages: Hex[] = []
    const included: Record<string, Included[]> = { l1: [], r1: [], r2: [] }
    for (let round = 0; round < 2; round++) {
      const session = await boot()
      const devnet = attach({ directory: join(folder.path, '.nativeroll') })
      const traffic = ['l1', 'r1', 'r2'].map(async (chain, index) =>
        included[chain]!.push(...(await transferUntilDead(session, chain, index + 1))),
      )
      for (const [source, destination] of [
        ['l1', 'r1'],
        ['r1', 'r2'],
        ['r2', 'l1'],
      ] as const) {
        const value = parseEther('1')
        messages.push((await devnet.send({ source, destination, value, recipient: receiver, wait: false })).id)
      }
      await kill(session)
      await Promise.all(traffic)
    }

    const session = await boot()
    const devnet = attach({ directory: join(folder.path, '.nativeroll') })
    for (const [chain, transactions] of Object.entries(included)) {
      expect(transactions.length).toBeGreaterThan(0)
      for (const { hash, blockHash, blockNumber } of transactions)
        expect(await clientOf(session, chain).getTransactionReceipt({ hash })).toMatchObject({ blockHash, blockNumber })
    }
    for (const id of messages) await devnet.waitForMessage({ id, timeout: 40_000 })
    for (const rollup of ['r1', 'r2']) await devnet.waitForFinalized({ rollup, timeout: 40_000 })
    const { pending, delivered } = await devnet.status()
    expect({ pending, delivered }).toEqual({ pending: [], delivered: messages.length })
    for (const [chain, account] of [
      ['l1', 1],
      ['r1', 2],
      ['r2', 3],
    ] as const) {
      // Two messages of 1 ether came, and 1 wei of each transfer, of which the last may have had no receipt any more.
      const address = session.accounts[account]!.address
      const sent = await clientOf(session, chain).getTransactionCount({ address })
      expect(sent - included[chain]!.length).toBeLessThanOrEqual(2)
      const balance = await clientOf(session, chain).getBalance({ address: receiver })
      expect(balance).toBe(2n * parseEther('1') + BigInt(sent))
    }

    const { hash } = await clientOf(session, 'r1').getBlock()
    expect((await run(folder.path, ['down'])).code).toBe(0)
    expect(await clientOf(await boot(), 'r1').getBlock({ blockHash: hash })).toMatchObject({ hash })
  }, 180_000)

  test('another configuration than the one that made the folder is refused, and the folder stays as it is', async () => {
    await boot()
    await run(folder.path, ['down'])
    const { code, stderr } = await run(folder.path, [...up, '--rollups', '3'])
    expect(code).toBe(2)
    expect(stderr).toContain('STATE_DIR_MISMATCH')
    await boot()
  }, 60_000)

  test('two devnets cannot share a folder', async () => {
    const { pid } = await boot()
    const { code, stderr } = await run(folder.path, [...up, '--session', 'other'])
    expect(code).toBe(3)
    expect(stderr).toContain(`is in use by pid ${pid}`)
  }, 60_000)
})
