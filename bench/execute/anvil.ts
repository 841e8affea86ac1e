import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chainId, gasLimit, toHex, type World } from './World.ts'

/** The other peer: revm in anvil, with the same genesis state. */
export type Anvil = {
  /** Mines the transactions in one block and forgets it again. CPU ms of mining, without the pool's checks of signatures. */
  execute(transactions: Uint8Array[]): Promise<number>
  stop(): void
}

export async function createAnvil(root: string, { alloc, parent }: World): Promise<Anvil> {
  const folder = mkdtempSync(join(tmpdir(), 'nativeroll-bench-'))
  const genesis = join(folder, 'genesis.json')
  writeFileSync(genesis, JSON.stringify(genesisOf(alloc, parent.timestamp)))
  const port = 20_000 + (process.pid % 20_000)
  const args = [
    '--port',
    String(port),
    '--init',
    genesis,
    '--chain-id',
    String(chainId),
    '--hardfork',
    'osaka',
    '--no-mining',
  ]
  args.push('--gas-limit', String(gasLimit), '--accounts', '0', '--silent', '--order', 'fifo')
  const child = spawn(binary(root), args, { stdio: 'ignore' })
  const request = client(`http://127.0.0.1:${port}`)
  await ready(child, request)
  return {
    async execute(transactions) {
      const snapshot = await request('evm_snapshot')
      for (const transaction of transactions) await request('eth_sendRawTransaction', toHex(transaction))
      const before = threadTime(child.pid!)
      await request('evm_mine')
      const spent = threadTime(child.pid!) - before
      const block = (await request('eth_getBlockByNumber', 'latest', false)) as { transactions: unknown[] }
      if (block.transactions.length !== transactions.length) throw new Error('anvil left transactions out of the block')
      await request('evm_revert', snapshot)
      return spent
    },
    stop() {
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Nanoseconds on a CPU, of all the process' threads, as ms (Linux). */
function threadTime(pid: number): number {
  const tasks = `/proc/${pid}/task`
  const times = readdirSync(tasks).map((task) =>
    Number(readFileSync(`${tasks}/${task}/schedstat`, 'utf8').split(' ')[0]),
  )
  return times.reduce((sum, time) => sum + time, 0) / 1e6
}

function binary(root: string): string {
  const platform = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`
  return join(root, `node_modules/@foundry-rs/anvil-${platform}/bin/anvil`)
}

function client(url: string) {
  return async (method: string, ...params: unknown[]): Promise<unknown> => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params })
    const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    const answer = (await response.json()) as { result?: unknown; error?: { message: string } }
    if (answer.error !== undefined) throw new Error(`${method}: ${answer.error.message}`)
    return answer.result
  }
}

async function ready(child: ChildProcess, request: (method: string) => Promise<unknown>): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`anvil ended with ${child.exitCode}`)
    if (await request('eth_chainId').then(Boolean, () => false)) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

function genesisOf(alloc: World['alloc'], timestamp: bigint) {
  const accounts = Object.entries(alloc).map(([address, { balance = 0n, nonce = 0n, code = '0x', storage = {} }]) => [
    address,
    { balance: `0x${balance.toString(16)}`, nonce: `0x${nonce.toString(16)}`, code, storage },
  ])
  const quantity = (value: bigint) => `0x${value.toString(16)}`
  return {
    config: { chainId },
    nonce: '0x0',
    timestamp: quantity(timestamp),
    extraData: '0x',
    gasLimit: quantity(gasLimit),
    difficulty: '0x0',
    mixHash: `0x${'00'.repeat(32)}`,
    coinbase: `0x${'00'.repeat(20)}`,
    baseFeePerGas: quantity(1_000_000_000n),
    alloc: Object.fromEntries(accounts),
  }
}
