import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { createTestClient, type Hex, http, pad, publicActions, walletActions } from 'viem'
import { afterEach, describe, expect, test } from 'vitest'
import { testContracts } from '../../../testing/contracts.ts'
import { createTestNode, testAccounts } from '../../../testing/createTestNode.ts'

const receiver = pad('0xee', { size: 20 })
const counter = pad('0xc0', { size: 20 })
const [account] = testAccounts

const peers: ChildProcess[] = []
afterEach(() => {
  for (const peer of peers.splice(0)) peer.kill()
})

/** The real anvil on a port of its own. */
async function startAnvil() {
  const platform = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`
  const manifest = createRequire(import.meta.url).resolve(`@foundry-rs/anvil-${platform}/package.json`)
  const peer = spawn(join(dirname(manifest), 'bin/anvil'), ['--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] })
  peers.push(peer)
  const url = await new Promise<string>((resolve, reject) => {
    let text = ''
    peer.once('exit', () => reject(new Error('anvil ended')))
    peer.stdout.on('data', (bytes) => {
      text += bytes
      const found = /Listening on ([\d.:]+)/.exec(text)
      if (found) resolve(`http://${found[1]}`)
    })
  })
  return createTestClient({ mode: 'anvil', transport: http(url), account: account! })
    .extend(publicActions)
    .extend(walletActions)
}

const open = (stateDir?: string) =>
  createTestNode({
    mining: { mode: 'manual' },
    dumps: true,
    alloc: { [counter]: { code: testContracts.counter } },
    ...(stateDir && { stateDir }),
  })

describe('with the real anvil', () => {
  test('loads what it dumped: balances, nonces, code and slots, in the next block', async () => {
    const anvil = await startAnvil()
    await anvil.setBalance({ address: receiver, value: 123n })
    await anvil.setStorageAt({ address: receiver, index: 7, value: pad('0x2a') })
    // PUSH1 42, PUSH0, SSTORE; one byte of code
    const hash = await anvil.sendTransaction({ data: '0x602a5f5560016000f3', chain: null })
    const { contractAddress } = await anvil.waitForTransactionReceipt({ hash })
    const { node, client } = await open()
    await client.loadState({ state: await anvil.dumpState() })
    for (const seal of [false, true]) {
      if (seal) await node.seal()
      expect(await client.getBalance({ address: receiver })).toBe(123n)
      expect(await client.getStorageAt({ address: receiver, slot: pad('0x7') })).toBe(pad('0x2a'))
      expect(await client.getCode({ address: contractAddress! })).toBe('0x00')
      expect(await client.getStorageAt({ address: contractAddress!, slot: pad('0x0') })).toBe(pad('0x2a'))
      expect(await client.getTransactionCount({ address: account!.address })).toBe(1)
    }
    await node.close()
  })

  test('dumps what it loads, and goes on from the same head', async () => {
    const { node, client, wallet } = await open()
    await client.setBalance({ address: receiver, value: 123n })
    await wallet.sendTransaction({ to: counter, data: pad('0x5'), gas: 100_000n })
    await node.seal()
    await node.seal()
    const slot = await client.getStorageAt({ address: counter, slot: pad('0x0') })
    const anvil = await startAnvil()
    await anvil.loadState({ state: await client.dumpState() })
    expect(await anvil.getBalance({ address: receiver })).toBe(123n)
    expect(await anvil.getStorageAt({ address: counter, slot: pad('0x0') })).toBe(slot)
    expect(await anvil.getCode({ address: counter })).toBe(testContracts.counter)
    expect(await anvil.getTransactionCount({ address: account!.address })).toBe(1)
    expect(await anvil.getBlockNumber()).toBe(2n)
    await anvil.mine({ blocks: 1 })
    expect(await anvil.getBlockNumber({ cacheTime: 0 })).toBe(3n)
    await node.close()
  })
})

const unpack = (dump: Hex) => JSON.parse(String(gunzipSync(Buffer.from(dump.slice(2), 'hex'))))
const pack = (value: unknown): Hex => `0x${gzipSync(JSON.stringify(value)).toString('hex')}`

describe('dump and load', () => {
  test('another chain has the same accounts afterwards', async () => {
    const [a, b] = [await open(), await open()]
    await a.wallet.sendTransaction({ to: receiver, value: 5n })
    await a.client.setStorageAt({ address: receiver, index: 1, value: pad('0x9') })
    await a.node.seal()
    const dump = await a.client.dumpState()
    await b.client.loadState({ state: dump })
    expect(unpack(await b.client.dumpState()).accounts).toEqual(unpack(dump).accounts)
    await Promise.all([a.node.close(), b.node.close()])
  })

  test('after a restart too, with all that was written before', async () => {
    const stateDir = mkdtempSync(join(tmpdir(), 'nativeroll-dump-'))
    const first = await open(stateDir)
    await first.wallet.sendTransaction({ to: counter, data: pad('0x5'), gas: 100_000n })
    await first.node.seal()
    const { accounts } = unpack(await first.client.dumpState())
    expect(accounts[counter].storage[pad('0x0')]).toBeDefined()
    await first.node.close()
    const second = await open(stateDir)
    expect(unpack(await second.client.dumpState()).accounts).toEqual(accounts)
    await second.node.close()
    rmSync(stateDir, { recursive: true })
  })

  test('contracts of the genesis stay, and the higher nonce', async () => {
    const { node, client, wallet } = await open()
    await wallet.sendTransaction({ to: receiver, value: 5n })
    await node.seal()
    const accounts = {
      [counter]: { nonce: 1, balance: '0x1', code: '0x00', storage: {} },
      [account!.address]: { nonce: '0x0', balance: '0x7', code: '0x', storage: { '0x1': '0x2' } },
    }
    await client.loadState({ state: pack({ accounts }) })
    expect(await client.getCode({ address: counter })).toBe(testContracts.counter)
    expect(await client.getBalance({ address: account!.address })).toBe(7n)
    expect(await client.getTransactionCount({ address: account!.address })).toBe(1)
    expect(await client.getStorageAt({ address: account!.address, slot: pad('0x1') })).toBe(pad('0x2'))
    await node.close()
  })

  test('error: what is no dump', async () => {
    const { node, client } = await open()
    for (const [state, message] of [
      ['0x1f8b00', 'it is not gzipped JSON'],
      [pack('text'), 'dump is not an object'],
      [pack({ accounts: { '0x12': {} } }), '0x12 is not 20 bytes of hex'],
      [pack({ accounts: { [receiver]: { nonce: -1, balance: '0x' } } }), `${receiver}.nonce is not a number`],
    ] as const)
      await expect(client.loadState({ state })).rejects.toThrow(message)
    await node.close()
    const other = await createTestNode()
    await expect(other.client.dumpState()).rejects.toThrow('cannot be dumped')
    await other.node.close()
  })
})
