import { concat, createWalletClient, type Hex, http, publicActions, toHex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SessionFile } from '../../devnet/index.ts'
import { anyPorts, emptyFolder, json, run } from './command.ts'

type Sent = { id: string }
type Trace = { status: string; reason?: string; hops: { step: string; chain: string }[] }

const folder = emptyFolder()
const nobody = privateKeyToAccount(generatePrivateKey()).address
const account = privateKeyToAccount('0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d')
let r1: ReturnType<typeof clientOf>

beforeAll(async () => {
  const up = ['up', '-d', '--relayer', 'off', '--l1.slot', '0.25', ...anyPorts]
  r1 = clientOf((await json<SessionFile>(folder.path, up)).chains.r1!.http)
})
afterAll(async () => {
  await run(folder.path, ['down'])
  folder.remove()
})

const clientOf = (url: string) =>
  createWalletClient({ account, transport: http(url), pollingInterval: 50 }).extend(publicActions)

/** Sends from r1's account 1, and waits until it is in a block. */
async function mined(transaction: { to?: Hex; data: Hex }) {
  return r1.waitForTransactionReceipt({ hash: await r1.sendTransaction({ chain: null, ...transaction }) })
}

describe('message, without a relayer', () => {
  test('relay: delivers by hand, once', async () => {
    const { id } = await json<Sent>(folder.path, ['deposit', 'r1', '0.5', '--to', nobody, '--no-wait'])
    expect((await run(folder.path, ['message', 'why', id])).stdout).toMatch(/^waits for a (relayer|r1 block)/)
    const { status, hops } = await json<Trace>(folder.path, ['message', 'relay', id, '--account', '2'])
    expect(status).toBe('delivered')
    expect(hops.map(({ step, chain }) => `${chain} ${step}`)).toEqual(['l1 sent', 'r1 anchored', 'r1 delivered'])
    expect(await r1.getBalance({ address: nobody })).toBe(500_000_000_000_000_000n)

    const again = await run(folder.path, ['message', 'relay', id])
    expect(again).toMatchObject({ code: 1, stdout: '' })
    expect(again.stderr).toContain(`message ${id} is delivered`)
  })

  test('relay: between rollups it waits for the settlement', async () => {
    const { id } = await json<Sent>(folder.path, ['send', 'r2', 'r1', '--value', '0.1', '--to', nobody, '--no-wait'])
    await expect
      .poll(async () => (await json<Trace>(folder.path, ['message', 'status', id])).status, { timeout: 30_000 })
      .toBe('provable')
    expect(await json<Trace>(folder.path, ['message', 'relay', id])).toMatchObject({ status: 'delivered' })
  })

  test('retry: a refused message stays, until its recipient takes it', async () => {
    // With one byte of calldata it opens (slot 0 = 1); with any other it reverts until it has been opened.
    const gate: Hex = '0x36600114600f575f546015575f5ffd5b60015f55005b3460015500'
    const data = concat(['0x60', toHex(gate.length / 2 - 1, { size: 1 }), '0x8060095f395ff3', gate])
    const recipient = (await mined({ data })).contractAddress!
    const send = ['send', 'l1', 'r1', '--to', recipient, '--value', '0.1', '--data', '0xabcdef', '--no-wait']
    const { id } = await json<Sent>(folder.path, send)

    const early = await run(folder.path, ['message', 'retry', id])
    expect(early).toMatchObject({ code: 1, stdout: '' })
    expect(early.stderr).toContain('not delivered yet')

    expect(await json<Trace>(folder.path, ['message', 'relay', id])).toMatchObject({ status: 'failed' })
    expect((await run(folder.path, ['message', 'why', id])).stdout).toContain('the recipient refused it')
    const refused = await run(folder.path, ['message', 'retry', id, '--json'])
    expect(refused.code).toBe(1)
    expect(JSON.parse(refused.stderr)).toMatchObject({ error: { code: 'TRANSACTION_REVERTED' } })
    expect(await r1.getBalance({ address: recipient })).toBe(0n)

    await mined({ to: recipient, data: '0x01' })
    const { stdout } = await run(folder.path, ['message', 'retry', id])
    expect(stdout).toMatch(/delivery failed.*delivered/s)
    expect(await r1.getBalance({ address: recipient })).toBe(100_000_000_000_000_000n)
  })

  test('unknown: says so, exit 2', async () => {
    const { code, stderr } = await run(folder.path, ['message', 'retry', `0x${'11'.repeat(32)}`])
    expect(code).toBe(2)
    expect(stderr).toContain('MESSAGE_UNKNOWN')
  })
})
