import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPublicClient, http, webSocket } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { resolveConfig } from '../../configs/index.ts'
import { attach } from '../attach.ts'
import { type StartedDevnet, startDevnet } from '../startDevnet.ts'

let directory: string
let started: StartedDevnet
let control: string

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'nativeroll-control-'))
  const config = resolveConfig({
    file: {
      name: 'test',
      config: { rollups: 1, l1: { port: 0, slot: 0.25 }, rollup: { port: 0 }, control: { port: 0 } },
    },
  })
  started = await startDevnet(config, { directory })
  control = started.session.control!
})
afterAll(async () => {
  await started?.devnet.stop()
  rmSync(directory, { recursive: true, force: true })
})

async function call(method: string, ...params: unknown[]) {
  const response = await fetch(`${control}/rpc`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  })
  return (await response.json()) as { result?: never; error?: { code: number; message: string; data?: unknown } }
}

describe('routes', () => {
  test('behavior: /ready, /config and /metrics', async () => {
    expect(await (await fetch(`${control}/ready`)).json()).toEqual({ ready: true })
    expect(await (await fetch(`${control}/config`)).json()).toMatchObject({ session: { pid: process.pid } })
    const metrics = await (await fetch(`${control}/metrics`)).text()
    expect(metrics).toContain('nativeroll_head_block{chain="r1",tag="finalized"} 1')
    expect(metrics).toContain('nativeroll_settlement_lag_blocks{chain="r1"} 0')
  })

  test('behavior: every chain under its name, over HTTP and WebSocket, subscriptions too', async () => {
    expect(await createPublicClient({ transport: http(`${control}/l1`) }).getChainId()).toBe(900)
    const client = createPublicClient({ transport: webSocket(`${control.replace('http', 'ws')}/r1`) })
    const block = new Promise<bigint | null>((resolve) => {
      client.watchBlocks({ onBlock: ({ number }) => resolve(number) })
    })
    const head = await client.getBlockNumber()
    await started.devnet.mine({ chain: 'r1' })
    expect(await block).toBe(head + 1n)
    await (await client.transport.getRpcClient()).close()
  })
})

describe('nativeroll_*', () => {
  test('behavior: amounts are 0x quantities both ways', async () => {
    const recipient = '0x00000000000000000000000000000000000beef1'
    const { result } = await call('nativeroll_deposit', { rollup: 'r1', value: '0x10', recipient })
    expect(result).toMatchObject({ status: 'delivered', message: { value: '0x10', sourceChainId: '0x384' } })
    const { result: status } = await call('nativeroll_status')
    expect(status).toMatchObject({ session: 'default', pending: [], delivered: 1 })
    expect(status).toMatchObject({
      chains: [
        { name: 'l1', lag: '0x0' },
        { name: 'r1', chainId: 901 },
      ],
    })
  })

  test('error: wrong parameters are named', async () => {
    const { error } = await call('nativeroll_deposit', { rollup: 'r1', value: '1 ether' })
    expect(error).toMatchObject({ code: -32602 })
    expect(error!.message).toContain('params[0]["value"]: a quantity')
    expect((await call('nativeroll_warp', -1)).error).toMatchObject({ code: -32602 })
  })

  test('error: our errors keep their code and hint', async () => {
    const { error } = await call('nativeroll_advance', { rollup: 'r7' })
    expect(error).toMatchObject({ data: { code: 'CHAIN_UNKNOWN', value: 'r7', expected: 'one of: r1' } })
  })
})

describe('session', () => {
  test('behavior: attach finds the devnet, works on it and leaves it running', async () => {
    {
      await using devnet = attach({ directory })
      expect(devnet.l1.url).toBe(started.session.chains.l1!.http)
      const { status } = await devnet.deposit({ rollup: 'r1', value: 1n })
      expect(status).toBe('delivered')
    }
    expect(await (await fetch(`${control}/ready`)).json()).toEqual({ ready: true })
  })

  test('error: the name is taken while it runs', async () => {
    const config = resolveConfig({ file: { name: 'test', config: { rollups: 0 } } })
    await expect(startDevnet(config, { directory })).rejects.toMatchObject({ code: 'SESSION_RUNNING' })
  })

  test('error: a taken port names itself and the setting, and leaves nothing behind', async () => {
    const port = Number(new URL(started.session.chains.l1!.http).port)
    const config = resolveConfig({
      file: { name: 'test', config: { session: 'other', rollups: 0, l1: { port }, control: { port: 0 } } },
    })
    const failure = await startDevnet(config, { directory }).catch((error) => error)
    expect(failure).toMatchObject({ code: 'PORT_TAKEN', value: port })
    expect(failure.hint).toContain('--l1.port')
    expect(existsSync(join(directory, 'other', 'lock'))).toBe(false)
  })

  test('behavior: each chain has a log of JSON lines; stopping removes the session file', async () => {
    const { log } = started.session.chains.r1!
    await started.devnet.stop()
    await started.ended
    const lines = readFileSync(log!, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'block.settled', chain: 'r1' }))
    expect(existsSync(join(directory, 'default', 'session.json'))).toBe(false)
    await expect(fetch(`${control}/ready`)).rejects.toThrow()
  })
})
