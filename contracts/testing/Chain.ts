import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { createTestClient, type Hex, http, numberToHex, publicActions, toRlp, walletActions } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { Alloc } from '../genesis/Alloc.ts'

/** Anvil's second account; it sends every transaction of these tests that is not someone else's. */
export const sender = privateKeyToAccount('0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d')

function createClient(url: string, chainId: number) {
  const chain = {
    id: chainId,
    name: `chain ${chainId}`,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [url] } },
  }
  return createTestClient({
    account: sender,
    chain,
    mode: 'anvil',
    transport: http(url),
    pollingInterval: 5,
    cacheTime: 0,
  })
    .extend(publicActions)
    .extend(walletActions)
}

export type Client = ReturnType<typeof createClient>
export type Chain = { chainId: number; client: Client; stop(): Promise<void> }

function anvilBinary(): string {
  const require = createRequire(import.meta.url)
  const arch = process.arch === 'x64' ? 'amd64' : 'arm64'
  const platform = process.platform === 'win32' ? 'win32' : process.platform
  const manifest = require.resolve(`@foundry-rs/anvil-${platform}-${arch}/package.json`)
  return join(dirname(manifest), 'bin', platform === 'win32' ? 'anvil.exe' : 'anvil')
}

function listening(anvil: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    anvil.once('exit', (code) => reject(new RangeError(`anvil exited with ${code} before it listened`)))
    createInterface({ input: anvil.stdout! }).on('line', (line) => {
      const address = /^Listening on (\S+)/.exec(line)?.[1]
      if (address) resolve(`http://${address}`)
    })
  })
}

/** An anvil of its own, on a free port, whose genesis is `alloc`. It seals a block for every transaction. */
export async function startChain(chainId: number, alloc: Alloc): Promise<Chain> {
  const folder = mkdtempSync(join(tmpdir(), 'nativeroll-contracts-'))
  const genesis = {
    config: { chainId },
    timestamp: numberToHex(1_700_000_000),
    difficulty: '0x0',
    gasLimit: numberToHex(60_000_000),
    alloc: Object.fromEntries(
      Object.entries(alloc).map(([address, { balance, nonce = 0n, code, storage }]) => [
        address,
        { balance: numberToHex(balance), nonce: numberToHex(nonce), code, storage },
      ]),
    ),
  }
  writeFileSync(join(folder, 'genesis.json'), JSON.stringify(genesis))
  const options = [
    '--port',
    '0',
    '--chain-id',
    `${chainId}`,
    '--hardfork',
    'osaka',
    '--init',
    join(folder, 'genesis.json'),
  ]
  const anvil = spawn(anvilBinary(), options, { stdio: ['ignore', 'pipe', 'ignore'] })
  const exited = new Promise<void>((resolve) => anvil.once('exit', () => resolve()))
  const client = createClient(await listening(anvil), chainId)
  return {
    chainId,
    client,
    async stop() {
      anvil.kill()
      await exited
      rmSync(folder, { recursive: true })
    },
  }
}

/** RLP of an Osaka block's header, and its number, hash and timestamp. */
export async function headerOf(client: Client, blockNumber?: bigint) {
  const block = await client.getBlock(blockNumber === undefined ? { blockTag: 'latest' } : { blockNumber })
  const raw = block as unknown as Record<string, Hex> & { requestsHash: Hex }
  const integer = (value: bigint | null | undefined): Hex => (value ? numberToHex(value) : '0x')
  const header = toRlp([
    block.parentHash,
    block.sha3Uncles,
    block.miner,
    block.stateRoot,
    block.transactionsRoot,
    block.receiptsRoot,
    block.logsBloom!,
    integer(block.difficulty),
    integer(block.number),
    integer(block.gasLimit),
    integer(block.gasUsed),
    integer(block.timestamp),
    block.extraData,
    block.mixHash,
    block.nonce!,
    integer(block.baseFeePerGas),
    block.withdrawalsRoot!,
    integer(block.blobGasUsed),
    integer(block.excessBlobGas),
    block.parentBeaconBlockRoot!,
    raw.requestsHash,
  ])
  return { header, number: block.number!, hash: block.hash!, timestamp: block.timestamp }
}
