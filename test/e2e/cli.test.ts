import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createPublicClient, formatEther, http } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SessionFile } from '../../devnet/index.ts'
import { anyPorts, bin, emptyFolder, isRunning, json, run, start } from './command.ts'

const folder = emptyFolder()
const receiver = '0x00000000000000000000000000000000000cafe1'
let session: SessionFile
let ready: { event: string; ms: number; chains: Record<string, unknown> }

const balanceOf = async (chain: string, address: `0x${string}`) =>
  formatEther(await createPublicClient({ transport: http(session.chains[chain]?.http) }).getBalance({ address }))

beforeAll(async () => {
  ready = await json(folder.path, ['up', '-d', ...anyPorts])
  session = JSON.parse(readFileSync(join(folder.path, '.nativeroll/default/session.json'), 'utf8')) as SessionFile
})
afterAll(async () => {
  if (session && isRunning(session.pid)) await run(folder.path, ['down'])
  folder.remove()
})

describe('nativeroll, on a running devnet', () => {
  test('up -d: returns when it is ready, and the session file says where everything is', async () => {
    expect(ready).toMatchObject({ event: 'ready', ms: expect.any(Number) })
    expect(Object.keys(session.chains)).toEqual(['l1', 'r1', 'r2'])
    expect(ready.chains).toEqual(session.chains)
    expect(isRunning(session.pid)).toBe(true)
    const answer = await fetch(`${session.control}/ready`)
    expect([answer.status, await answer.json()]).toEqual([200, { ready: true }])
  })

  test('status: each rollup has settled a block', async () => {
    type Chain = { name: string; latest: string; finalized: string }
    const { chains } = await json<{ chains: Chain[] }>(folder.path, ['status'])
    expect(chains.map(({ name }) => name)).toEqual(['l1', 'r1', 'r2'])
    for (const { finalized } of chains) expect(BigInt(finalized)).toBeGreaterThanOrEqual(1n)
    expect((await run(folder.path, ['status'])).stdout).toMatch(/^chain +id +latest +safe +finalized/)
  })

  test('ls, url, env: print values and nothing else', async () => {
    expect(await json(folder.path, ['ls'])).toMatchObject([{ session: 'default', state: 'running', pid: session.pid }])
    expect((await run(folder.path, ['url', 'r1'])).stdout).toBe(`${session.chains.r1?.http}\n`)
    expect((await run(folder.path, ['url', 'l1', 'ws'])).stdout).toBe(`${session.chains.l1?.ws}\n`)
    const { stdout } = await run(folder.path, ['env'])
    expect(stdout).toContain(`export R2_RPC=${session.chains.r2?.http}\n`)
  })

  test('accounts: ten, rich on every chain', async () => {
    const accounts = await json<{ address: string; balances: Record<string, string> }[]>(folder.path, ['accounts'])
    expect(accounts).toHaveLength(10)
    expect(accounts[0]?.address).toBe('0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266')
    for (const { balances } of accounts) expect(Object.keys(balances)).toEqual(['l1', 'r1', 'r2'])
    expect(BigInt(accounts[9]!.balances.r2!)).toBe(10_000n * 10n ** 18n)
  })

  test('deposit, send, withdraw: each hop with its transaction and time, and the ether arrives', async () => {
    const deposit = await run(folder.path, ['deposit', 'r1', '1', '--to', receiver])
    expect(deposit).toMatchObject({ code: 0, stderr: '' })
    expect(deposit.stdout).toMatch(/\d+ ms +l1 +sent +block \d+ +0x[0-9a-f]{64}/)
    expect(deposit.stdout).toMatch(/\d+ ms +r1 +delivered +block \d+ +0x[0-9a-f]{64}/)
    expect(await balanceOf('r1', receiver)).toBe('1')

    type Transfer = { id: string; status: string; hops: { step: string; chain: string; ms: number }[] }
    const sent = await json<Transfer>(folder.path, ['send', 'r1', 'r2', '--value', '0.1', '--to', receiver])
    expect(sent).toMatchObject({ status: 'delivered' })
    expect(sent.hops.map(({ step, chain }) => `${step} ${chain}`)).toEqual(
      expect.arrayContaining(['sent r1', 'settled l1', 'delivered r2']),
    )
    expect(await balanceOf('r2', receiver)).toBe('0.1')

    const withdrawal = await json<Transfer>(folder.path, ['withdraw', 'r1', '0.5', '--to', receiver])
    expect(await balanceOf('l1', receiver)).toBe('0.5')

    const trace = await run(folder.path, ['message', 'trace', withdrawal.id])
    expect(trace.stdout).toContain('r1 -> l1  delivered')
    expect((await run(folder.path, ['message', 'status', withdrawal.id])).stdout).toBe('delivered\n')
  })

  test('test: a deposit, a message and a withdrawal, timed', async () => {
    const steps = await json<{ name: string; ms: number }[]>(folder.path, ['test'])
    expect(steps.map(({ name }) => name)).toEqual(['deposit l1 -> r1', 'message r1 -> r2', 'withdraw r2 -> l1'])
    for (const { ms } of steps) expect(ms).toBeGreaterThan(0)
  })

  test('mine, advance, warp, wait', async () => {
    const before = await json<{ blockNumber: string }>(folder.path, ['mine', 'r2', '2'])
    await json(folder.path, ['wait', '--for', `finalized:r2:${BigInt(before.blockNumber)}`])
    expect(await json(folder.path, ['advance', 'r2'])).toMatchObject({ rollup: 'r2' })
    const { timestamp } = await json<{ timestamp: string }>(folder.path, ['warp', '1h'])
    expect(Number(timestamp)).toBeGreaterThan(Date.now() / 1000 + 3_500)
  })

  test('logs: records of one chain as lines or as JSON', async () => {
    const text = await run(folder.path, ['logs', 'r1', '-n', '3'])
    expect(text.stdout.trim().split('\n').length).toBeLessThanOrEqual(3)
    const { stdout } = await run(folder.path, ['logs', 'r1', '--json', '-n', '1'])
    expect(JSON.parse(stdout)).toMatchObject({ time: expect.any(Number), msg: expect.any(String) })
  })

  test('verify: a node fed from L1 alone reaches the same head', async () => {
    expect(await json(folder.path, ['verify', 'r1'])).toMatchObject({ rollup: 'r1', same: true })
  })

  test('cast reads it and sends to it', async () => {
    const cast = fileURLToPath(new URL('../../node_modules/.bin/cast', import.meta.url))
    const call = async (...args: string[]) => (await promisify(execFile)(cast, args)).stdout.trim()
    const rpc = ['--rpc-url', session.chains.r1!.http]
    expect(await call('chain-id', ...rpc)).toBe('901')
    const to = '0x00000000000000000000000000000000000cafe2'
    const key = session.accounts[5]!.privateKey
    const receipt = await call('send', to, '--value', '1ether', '--private-key', key, '--json', ...rpc)
    expect(JSON.parse(receipt)).toMatchObject({ status: '0x1' })
    expect(await call('balance', to, '--ether', ...rpc)).toBe('1.000000000000000000')
  })

  test('a second one of the same name is refused', async () => {
    const { code, stderr } = await run(folder.path, ['up', ...anyPorts])
    expect(code).toBe(3)
    expect(stderr).toContain(`session default is already running (pid ${session.pid}`)
    expect(stderr).toContain('nativeroll down')
  })

  test('errors name the value, what may stand there, and exit with 2', async () => {
    for (const [args, words] of [
      [
        ['url', 'r9'],
        ['"r9"', 'l1, r1, r2'],
      ],
      [
        ['deposit', 'r1', 'lots'],
        ['"lots"', 'ether'],
      ],
      [
        ['deposit', 'r9', '1'],
        ['r9', 'r1'],
      ],
      [
        ['send', 'r1', 'r2', '--to', '0x12'],
        ['"0x12"', '40 hex digits'],
      ],
      [['frobnicate'], ['frobnicate']],
      [
        ['up', '--l1.prt', '1'],
        ['--l1.prt', '--l1.port'],
      ],
    ] as const) {
      const { code, stderr, stdout } = await run(folder.path, [...args])
      expect([args, code, stdout]).toEqual([args, 2, ''])
      for (const word of words) expect(stderr).toContain(word)
    }
  })

  test('down: the process is gone, its logs stay', async () => {
    expect(await json(folder.path, ['down'])).toMatchObject({ pid: session.pid, forced: false })
    expect(isRunning(session.pid)).toBe(false)
    expect(existsSync(join(folder.path, '.nativeroll/default/session.json'))).toBe(false)
    expect(await json(folder.path, ['ls'])).toEqual([])
    expect((await run(folder.path, ['status'])).code).toBe(1)
    expect((await run(folder.path, ['logs', 'l1'])).code).toBe(0)
  })
})

describe('nativeroll, alone', () => {
  test('--version, --help: quick, on stdout', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect(await run(folder.path, ['--version'])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: '' })
    const help = await run(folder.path, ['--help'])
    expect(help.code).toBe(0)
    expect(help.stdout).toContain('Usage: nativeroll')
  })

  test('a Node that is too old is told so', async () => {
    const fake = "Object.defineProperty(process.versions, 'node', { value: '18.19.0' })"
    const { code, stderr } = await run(folder.path, ['up'], {
      first: ['--import', `data:text/javascript,${fake}`, bin],
    })
    expect(code).toBe(2)
    expect(stderr).toContain('Node 20.19 or newer')
  })

  test('the presets start', async () => {
    const started = start(folder.path, ['up', '--preset', 'five', ...anyPorts, '--session', 'five'])
    await started.says(/^Ready in \d+\.\d\ds$/m)
    for (const name of ['l1', 'r1', 'r2', 'r3', 'r4', 'r5'])
      expect(started.stdout()).toMatch(new RegExp(`^${name} +id 90\\d`, 'm'))
    started.child.kill('SIGINT')
    expect(await started.finished).toMatchObject({ code: 0 })
  })
})
