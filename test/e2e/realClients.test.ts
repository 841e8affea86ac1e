import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Contract, ContractFactory, isCallException, isError, JsonRpcProvider, Wallet, WebSocketProvider } from 'ethers'
import { execa } from 'execa'
import {
  createPublicClient,
  createTestClient,
  custom,
  encodeFunctionData,
  erc20Abi,
  type Hex,
  http,
  multicall3Abi,
  parseAbi,
  publicActions,
  webSocket,
} from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClock, createExecutionNode } from '../../chain/index.ts'
import { startAnvil } from '../../chain/testing/startAnvil.ts'
import { createDevnet, type Devnet } from '../../devnet/index.ts'

const project = resolve('test/e2e/forge')
const counterAbi = [
  'constructor(uint256 start)',
  'function number() view returns (uint256)',
  'function add(uint256 amount)',
  'event Counted(address indexed by, uint256 number)',
  'error TooMuch(uint256 most, uint256 got)',
]
let devnet: Devnet
let scratch: string
const urls: Record<string, { http: string; ws: string }> = {}
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'nativeroll-forge-'))
  devnet = await createDevnet({ rollups: 1, l1: { slot: 0.25 } })
  for (const [name, chain] of Object.entries(devnet.chains)) urls[name] = await chain.listen()
  await foundry('forge', ['build'])
})
afterAll(async () => {
  await devnet?.stop()
  rmSync(scratch, { recursive: true, force: true })
})

/** A tool of Foundry, as npm installs it, on the project in `forge/`. Resolves with what it prints; rejects with its error. */
async function foundry(tool: 'cast' | 'forge', args: string[], env: Record<string, string> = {}): Promise<string> {
  const { stdout, stderr } = await execa(resolve('node_modules/.bin', tool), args, {
    cwd: project,
    env: {
      FOUNDRY_OUT: join(scratch, 'out'),
      FOUNDRY_CACHE_PATH: join(scratch, 'cache'),
      FOUNDRY_BROADCAST: join(scratch, 'broadcast'),
      FOUNDRY_DISABLE_NIGHTLY_WARNING: 'true',
      NO_COLOR: '1',
      ...env,
    },
  })
  // Whatever the tool's exit code, npm's launcher for it answers 0.
  if (stderr.startsWith('Error:')) throw new Error(stderr)
  return stdout
}

/** The next development account's key: each tool has one of its own, so that no nonce is anybody else's. */
let used = 0
const nextKey = () => devnet.accounts[++used]!.privateKey

describe.each(['l1', 'r1'])('on %s', (name) => {
  const at = () => ['--rpc-url', urls[name]!.http]

  test('forge creates a contract, and cast sends to it, calls it and runs its transaction again', async () => {
    const key = nextKey()
    const wallet = ['--private-key', key]
    const created = await foundry('forge', [
      ...['create', 'src/Counter.sol:Counter', ...at(), ...wallet, '--broadcast', '--constructor-args', '3'],
    ])
    const counter = /Deployed to: (0x\w{40})/.exec(created)![1]!
    const sent = JSON.parse(await foundry('cast', ['send', counter, 'add(uint256)', '5', ...at(), ...wallet, '--json']))
    expect(sent).toMatchObject({ status: '0x1', to: counter.toLowerCase() })
    expect(await foundry('cast', ['call', counter, 'number()(uint256)', ...at()])).toBe('8')
    expect(await foundry('cast', ['storage', counter, '0', ...at()])).toBe(`0x${'8'.padStart(64, '0')}`)
    const run = await foundry('cast', ['run', sent.transactionHash, ...at(), '--quick'])
    expect(run).toMatch(/Counted\(by: 0x\w+, number: 8\)/)
    expect(run).toContain('Transaction successfully executed.')
    await expect(foundry('cast', ['send', counter, 'add(uint256)', '101', ...at(), ...wallet])).rejects.toThrow(
      'TooMuch(100, 101)',
    )
    const logs = JSON.parse(await foundry('cast', ['logs', '--address', counter, ...at(), '--json']))
    expect(logs).toHaveLength(1)
  })

  test('forge runs a script on it, through the CREATE2 factory, and tests on a fork of it', async () => {
    const script = ['script', 'script/Deploy.s.sol:Deploy', ...at(), '--private-key', nextKey(), '--broadcast']
    const output = await foundry('forge', [...script, '--skip-simulation'])
    expect(output).toContain('ONCHAIN EXECUTION COMPLETE & SUCCESSFUL')
    const counter = /counter: contract Counter (0x\w{40})/.exec(output)![1]!
    const tested = await foundry('forge', ['test', '--fork-url', urls[name]!.http, '--no-storage-caching'], {
      COUNTER: counter,
    })
    expect(tested).toContain('2 tests passed, 0 failed')
  })

  test('anvil forks it, with its history, and goes on from there', async () => {
    const created = await foundry('forge', [
      ...['create', 'src/Counter.sol:Counter', ...at(), '--private-key', nextKey(), '--broadcast'],
      ...['--constructor-args', '3'],
    ])
    const counter = /Deployed to: (0x\w{40})/.exec(created)![1]! as Hex
    const fork = await startAnvil(['--fork-url', urls[name]!.http])
    try {
      const chain = createPublicClient({ transport: http(urls[name]!.http) })
      const forked = createTestClient({ mode: 'anvil', transport: custom(fork), pollingInterval: 20 }).extend(
        publicActions,
      )
      expect(await forked.getChainId()).toBe(await chain.getChainId())
      const [before] = await chain.getLogs({ fromBlock: 0n })
      if (before) {
        expect(await forked.getLogs({ fromBlock: 0n, toBlock: before.blockNumber })).toContainEqual(before)
        const { transactionHash: hash } = before
        expect((await forked.getTransactionReceipt({ hash })).logs).toEqual(
          (await chain.getTransactionReceipt({ hash })).logs,
        )
      }
      expect((await forked.getBlock({ blockNumber: 1n })).hash).toBe((await chain.getBlock({ blockNumber: 1n })).hash)

      const abi = parseAbi(['function add(uint256)', 'function number() view returns (uint256)'])
      const sender = '0xcA11bde05977b3631167028862bE2a173976CA11'
      await forked.setBalance({ address: sender, value: 10n ** 18n })
      await forked.impersonateAccount({ address: sender })
      const data = encodeFunctionData({ abi, functionName: 'add', args: [4n] })
      const request = { method: 'eth_sendTransaction', params: [{ from: sender, to: counter, data }] }
      const hash = (await fork.request(request)) as Hex
      expect(await forked.waitForTransactionReceipt({ hash })).toMatchObject({ status: 'success' })
      const number = { address: counter, abi, functionName: 'number' } as const
      expect([await forked.readContract(number), await chain.readContract(number)]).toEqual([7n, 3n])
    } finally {
      fork.stop()
    }
  })

  test('ethers deploys, reads errors and logs, and hears of events', async () => {
    // ethers takes an answer of the last 250 ms again, so on a chain that seals at once also a nonce that is used up.
    const provider = new JsonRpcProvider(urls[name]!.http, undefined, { pollingInterval: 50, cacheTimeout: -1 })
    const socket = new WebSocketProvider(urls[name]!.ws)
    try {
      const wallet = new Wallet(nextKey(), provider)
      const { default: artifact } = await import(join(scratch, 'out/Counter.sol/Counter.json'), {
        with: { type: 'json' },
      })
      const deployed = await new ContractFactory(counterAbi, artifact.bytecode.object, wallet).deploy(1)
      const counter = new Contract(
        await deployed.waitForDeployment().then((one) => one.getAddress()),
        counterAbi,
        wallet,
      )
      const listening = new Contract(await counter.getAddress(), counterAbi, socket)
      const heard = new Promise<bigint>((done) => {
        void listening.once('Counted', (_by, number) => done(number))
      })
      // The subscription stands once a later request of the same connection is answered.
      await socket.getNetwork()
      await socket.getBlockNumber()
      const receipt = await (await counter.getFunction('add')(41)).wait()
      expect(receipt.status).toBe(1)
      expect(await counter.getFunction('number')()).toBe(42n)
      expect(await heard).toBe(42n)
      expect(await counter.queryFilter('Counted')).toHaveLength(1)

      const failure = await counter
        .getFunction('add')
        .staticCall(101)
        .catch((error: Error) => error)
      expect(isCallException(failure) && failure.revert).toMatchObject({ name: 'TooMuch', args: [100n, 101n] })
      const poor = Wallet.createRandom().connect(provider)
      const rejection = await poor
        .sendTransaction({ to: wallet.address, value: 1n, gasLimit: 21_000n })
        .catch((error: Error) => error)
      expect(isError(rejection, 'INSUFFICIENT_FUNDS')).toBe(true)
      const stale = await wallet.sendTransaction({ to: wallet.address, nonce: 0 }).catch((error: Error) => error)
      expect(isError(stale, 'NONCE_EXPIRED')).toBe(true)
    } finally {
      provider.destroy()
      await socket.destroy()
    }
  })

  test('Multicall3 and the CREATE2 factory are where everybody expects them', async () => {
    const client = createPublicClient({ transport: http(urls[name]!.http) })
    const multicallAddress = '0xcA11bde05977b3631167028862bE2a173976CA11'
    const [chainId, nothing] = await client.multicall({
      multicallAddress,
      contracts: [
        { address: multicallAddress, abi: multicall3Abi, functionName: 'getCurrentBlockTimestamp' },
        { address: devnet.accounts[0]!.address, abi: erc20Abi, functionName: 'totalSupply' },
      ],
    })
    expect(chainId.status).toBe('success')
    expect(nothing.status).toBe('failure')
    expect((await client.getCode({ address: '0x4e59b44847b379578588920cA78FbF26c0B4956C' }))!.length).toBeGreaterThan(2)
  })
})

test('a subscription over WebSocket survives ten thousand blocks, and misses none', async () => {
  const quiet = { debug() {}, info() {}, warn() {}, error() {}, child: () => quiet }
  const node = await createExecutionNode(
    {
      name: 'long',
      chainId: 900,
      genesis: { timestamp: 0n, gasLimit: 30_000_000n, alloc: {} },
      forks: { shanghai: 0 },
      mining: { mode: 'manual' },
    },
    { clock: createClock(), logger: quiet as never },
  )
  const { ws } = await node.listen({ host: '127.0.0.1', port: 0 })
  const client = createPublicClient({ transport: webSocket(ws, { reconnect: false }) })
  const numbers: bigint[] = []
  const blocks = 10_000
  const all = new Promise<void>((done) => {
    void client.transport.subscribe({
      params: ['newHeads'],
      onData({ result }) {
        numbers.push(BigInt((result as { number: Hex }).number))
        if (numbers.length === blocks) done()
      },
    })
  })
  await client.getBlockNumber()
  for (let mined = 0; mined < blocks; mined += 1000) {
    await client.request({ method: 'anvil_mine' as never, params: ['0x3e8'] as never })
  }
  await all
  expect(numbers).toEqual(Array.from({ length: blocks }, (_, i) => BigInt(i + 1)))
  expect(await client.getBlockNumber({ cacheTime: 0 })).toBe(BigInt(blocks))
  await (await client.transport.getRpcClient()).close()
  await node.close()
})
