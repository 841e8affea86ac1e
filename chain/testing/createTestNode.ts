import { pino } from 'pino'
import { createTestClient, createWalletClient, custom, type Hex, publicActions } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { type GenesisAlloc, systemContracts } from '../../execute/index.ts'
import { createClock } from '../clock.ts'
import { createExecutionNode } from '../createExecutionNode.ts'
import type { ExecutionNode, ExecutionNodeOptions } from '../ExecutionNode.ts'
import { toHex } from '../hex.ts'

/** The first of anvil's accounts. */
export const testKeys: Hex[] = [
  '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80',
  '0x59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d',
  '0x5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a',
]
export const testAccounts = testKeys.map((key) => privateKeyToAccount(key))

/** 10,000 ETH for each test account, and what every Osaka block calls. */
export const fundedAlloc: GenesisAlloc = {
  ...Object.fromEntries(testAccounts.map(({ address }) => [address, { balance: 10_000n * 10n ** 18n }])),
  // Contracts that only stop: system calls succeed, without requests.
  ...Object.fromEntries(Object.values(systemContracts).map((address) => [toHex(address), { code: '0x00' as const }])),
}

/** A chain of its own with funded accounts, started, and viem clients on its in-process transport. */
export async function createTestNode(options: Partial<ExecutionNodeOptions> & { alloc?: GenesisAlloc } = {}) {
  const { alloc, ...rest } = options
  const node = await createExecutionNode(
    {
      name: 'test',
      chainId: 900,
      genesis: {
        timestamp: 1_700_000_000n,
        gasLimit: 30_000_000n,
        alloc: { ...fundedAlloc, ...alloc },
      },
      forks: { osaka: 0 },
      mining: { mode: 'instant' },
      privateKeys: testKeys,
      ...rest,
    },
    { clock: createClock(), logger: pino({ level: 'silent' }) },
  )
  node.start()
  return { node, ...clientsOf(node) }
}

function clientsOf(node: ExecutionNode) {
  const transport = custom({ request: node.request }, { retryCount: 0 })
  const chain = {
    id: node.chainId,
    name: node.name,
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [] } },
  }
  const client = createTestClient({ mode: 'anvil', chain, transport, pollingInterval: 10 }).extend(publicActions)
  const wallets = testAccounts.map((account) => createWalletClient({ account, chain, transport }))
  return { client, wallet: wallets[0]!, wallets }
}
