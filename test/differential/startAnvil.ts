import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Hex, numberToHex } from 'viem'
import type { GenesisAlloc } from '../../execute/index.ts'

export type Request = [method: string, ...params: unknown[]]

/** revm behind JSON-RPC. It mines when told, what it is given, in that order. */
export type Anvil = {
  /** The results of requests that travel together, in order; an Error in place of a result. */
  batch(requests: Request[]): Promise<unknown[]>
  request<T>(...request: Request): Promise<T>
  stop(): void
}

type Genesis = { chainId: number; timestamp: bigint; gasLimit: bigint; alloc: GenesisAlloc }

/** @param history how much of the past it keeps: no more than it must, unless told otherwise */
export async function startAnvil(genesis: Genesis, history = ['--prune-history']): Promise<Anvil> {
  const folder = mkdtempSync(join(tmpdir(), 'nativeroll-differential-'))
  const file = join(folder, 'genesis.json')
  writeFileSync(file, JSON.stringify(toGeth(genesis)))
  const options = ['--port', '0', '--init', file, '--chain-id', String(genesis.chainId), '--hardfork', 'osaka']
  options.push('--no-mining', '--order', 'fifo', '--accounts', '0', '--gas-limit', String(genesis.gasLimit))
  options.push('--disable-default-create2-deployer', '--enable-tx-gas-limit', ...history)
  options.push('--disable-min-priority-fee', '--no-request-size-limit', '--cache-path', folder)
  const child = spawn(binary(), options, { stdio: ['ignore', 'pipe', 'ignore'] })
  const url = await listening(child)
  let id = 0

  async function batch(requests: Request[]): Promise<unknown[]> {
    const body = JSON.stringify(requests.map(([method, ...params]) => ({ jsonrpc: '2.0', id: id++, method, params })))
    const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    const answers = (await response.json()) as { id: number; result?: unknown; error?: { message: string } }[]
    return answers
      .sort((a, b) => a.id - b.id)
      .map(({ result, error }, i) => (error ? new Error(`${requests[i]![0]}: ${error.message}`) : result))
  }

  return {
    batch,
    async request<T>(...request: Request) {
      const [result] = await batch([request])
      if (result instanceof Error) throw result
      return result as T
    },
    stop() {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function binary(): string {
  const require = createRequire(import.meta.url)
  const arch = process.arch === 'x64' ? 'amd64' : process.arch
  const manifest = require.resolve(`@foundry-rs/anvil-${process.platform}-${arch}/package.json`)
  return join(dirname(manifest), 'bin', process.platform === 'win32' ? 'anvil.exe' : 'anvil')
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`anvil ended with ${code} before it listened`)))
    createInterface({ input: child.stdout! }).on('line', (line) => {
      const address = /^Listening on (\S+)/.exec(line)?.[1]
      if (address) resolve(`http://${address}`)
    })
  })
}

function toGeth({ chainId, timestamp, gasLimit, alloc }: Genesis) {
  const zero: Hex = `0x${'00'.repeat(32)}`
  return {
    config: { chainId },
    nonce: '0x0',
    timestamp: numberToHex(timestamp),
    extraData: '0x',
    gasLimit: numberToHex(gasLimit),
    difficulty: '0x0',
    mixHash: zero,
    coinbase: `0x${'00'.repeat(20)}`,
    baseFeePerGas: numberToHex(1_000_000_000n),
    alloc: Object.fromEntries(
      Object.entries(alloc).map(([address, { balance = 0n, nonce = 0n, code = '0x', storage = {} }]) => [
        address,
        { balance: numberToHex(balance), nonce: numberToHex(nonce), code, storage },
      ]),
    ),
  }
}
