import { createLegacyTx } from '@ethereumjs/tx'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClock } from '../../chain/index.ts'
import { resolveConfig } from '../../configs/index.ts'
import { encodeExecuteInput, executeAddress } from '../../execute/index.ts'
import { createTestRollup, keys } from '../../execute/precompile/rollup.test-support.ts'
import { forksOf, l1Genesis } from '../genesis.ts'
import type { L1 } from './L1Engine.ts'
import { nativeL1 } from './nativeL1.ts'

let l1: L1
let url: string

beforeAll(async () => {
  const config = resolveConfig()
  l1 = await nativeL1(
    { config: config.l1, genesis: await l1Genesis(config), forks: forksOf(config), settlements: [] },
    { clock: createClock(), logger: pino({ level: 'silent' }) },
  )
  url = (await l1.listen({ host: '127.0.0.1', port: 0 })).http
})

afterAll(() => l1.stop())

async function rpc(method: string, params: unknown[]): Promise<{ result?: string; error?: { message: string } }> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  return (await answer.json()) as { result?: string }
}

/** The input of a block that hashes 32 bytes over and over until `gasLimit` is gone; `salt` makes it another one. */
async function loops(gasLimit: bigint, salt: number): Promise<string> {
  const rollup = createTestRollup()
  const common = rollup.rules.common(rollup.blocks[0]!.block.header.timestamp + 1n)
  const data = `0x5b60205f20505f56${salt.toString(16).padStart(2, '0')}` as const
  const transaction = createLegacyTx({ gasPrice: 10n ** 10n, gasLimit, data }, { common }).sign(keys[0])
  return `0x${Buffer.from(encodeExecuteInput(rollup.inputOf(await rollup.seal([transaction])))).toString('hex')}`
}

const callExecute = (input: string) => rpc('eth_call', [{ to: executeAddress, input, gas: '0x1000000' }, 'latest'])

test('L1 answers others while EXECUTE runs a block of 10 million gas', async () => {
  // The first heavy call starts the thread.
  expect((await callExecute(await loops(2_000_000n, 1))).result).toMatch(/^0x[0-9a-f]{86}$/)
  const input = await loops(9_900_000n, 2)
  await rpc('eth_blockNumber', [])

  let done = false
  const heavy = callExecute(input).finally(() => {
    done = true
  })
  let answers = 0
  while (!done) {
    expect((await rpc('eth_blockNumber', [])).result).toBe('0x0')
    answers += 1
  }
  expect((await heavy).result).toMatch(/^0x[0-9a-f]{86}$/)
  // Run in the main thread, the one question asked meanwhile would wait for nearly all of the call.
  expect(answers).toBeGreaterThan(10)
})

test('L1 tells where the market of EXECUTE gas stands, if there is one', async () => {
  expect((await rpc('nativeroll_executeGas', [])).result).toBeNull()
  const config = resolveConfig({ file: { name: 'f', config: { l1: { executeGas: 'market' } } } })
  const market = await nativeL1(
    { config: config.l1, genesis: await l1Genesis(config), forks: forksOf(config), settlements: [] },
    { clock: createClock(), logger: pino({ level: 'silent' }) },
  )
  const excess = `0x${(127_352_843n + 15_000_000n).toString(16).padStart(64, '0')}`
  await market.request({ method: 'anvil_setStorageAt', params: [executeAddress, `0x${'0'.repeat(64)}`, excess] })
  expect(await market.request({ method: 'nativeroll_executeGas' })).toEqual({
    limit: '0x1c9c380',
    target: '0xe4e1c0',
    minPrice: '0x64',
    excess: `0x${(142_352_843n).toString(16)}`,
    used: '0x0',
    // 100 e^(1.118) and 100 e.
    price: '0x131',
    nextPrice: '0x10f',
  })
  await market.stop()
})

test('a settlement that waits for EXECUTE does not keep L1 from stopping', async () => {
  const config = resolveConfig()
  const other = await nativeL1(
    { config: config.l1, genesis: await l1Genesis(config), forks: forksOf(config), settlements: [] },
    { clock: createClock(), logger: pino({ level: 'silent' }) },
  )
  const input = await loops(9_900_000n, 3)
  const pending = other.request({
    method: 'eth_call',
    params: [{ to: executeAddress, input, gas: '0x1000000' }, 'latest'],
  })
  const refused = expect(pending).rejects.toThrow()
  await other.stop()
  await refused
})
