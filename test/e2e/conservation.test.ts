import fc from 'fast-check'
import {
  type Address,
  formatLog,
  getAddress,
  type Hex,
  keccak256,
  numberToHex,
  parseEventLogs,
  type RpcLog,
  toHex,
  zeroAddress,
} from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses, gatewayAbi, nativeRollupAddress, VAULT_PREMINE } from '../../contracts/index.ts'
import { type ChainHandle, createDevnet, type Devnet } from '../../devnet/index.ts'
import { infraAddress } from '../../rollup-node/index.ts'

let devnet: Devnet
beforeAll(async () => {
  devnet = await createDevnet({ rollups: 2, l1: { slot: 0.25 } })
})
afterAll(() => devnet?.stop())

const recipients = Array.from({ length: 4 }, (_, index) => address(`recipient ${index}`))
const chainName = fc.constantFrom('l1', 'r1', 'r2')
const transfer = fc
  .record({
    source: chainName,
    destination: chainName,
    value: fc.bigInt({ min: 0n, max: 10n ** 20n }),
    recipient: fc.constantFrom(...recipients),
    account: fc.integer({ min: 0, max: 9 }),
    // A call that the recipient's chain refuses (there is no such function in Multicall3) stays in the gateway.
    refused: fc.boolean(),
  })
  .filter(({ source, destination }) => source !== destination)

test('property: ETH in circulation, burnt and on the way is constant over all chains at every moment', async () => {
  const genesis = await supply()
  expect(genesis).toBe(await expectedSupply())
  await fc.assert(
    fc.asyncProperty(fc.array(transfer, { minLength: 2, maxLength: 6 }), async (transfers) => {
      const sent = await Promise.all(
        transfers.map(({ refused, recipient, ...rest }) =>
          devnet.send({
            ...rest,
            wait: false,
            ...(refused ? { recipient: addresses.multicall3, data: '0xdeadbeef' } : { recipient }),
          }),
        ),
      )
      expect(await supply()).toBe(genesis)
      await Promise.all(sent.map(({ id }) => devnet.waitForMessage({ id }).catch(ignoreRefusal)))
      expect(await supply()).toBe(genesis)
    }),
    { numRuns: 3 },
  )
  const traces = await devnet.status()
  expect(traces.delivered).toBeGreaterThan(0)
}, 120_000)

/**
 * Every wei outside of the lockbox and the vaults, plus what was burnt, plus what is on the way. Each chain is read at one of
 * its blocks; a message that was delivered before the block at which its source is read counts as negative on the way, so
 * the chains need not be read at the same moment.
 */
async function supply(): Promise<bigint> {
  const parts = await Promise.all(
    Object.values(devnet.chains).map(async (chain) => {
      const block = await chain.client.getBlockNumber({ cacheTime: 0 })
      const [held, burnt, messages] = await Promise.all([
        heldAt(chain, block),
        burntUntil(chain, block),
        logsUntil(chain, block),
      ])
      return { held, burnt, ...messages }
    }),
  )
  const sum = (pick: (part: (typeof parts)[number]) => bigint) => parts.reduce((total, part) => total + pick(part), 0n)
  const arrived = new Set(parts.flatMap(({ delivered }) => delivered))
  const values = new Map(parts.flatMap(({ sent }) => sent))
  const known = sum(({ sent }) => sent.reduce((total, [, value]) => total + value, 0n))
  let landed = 0n
  for (const id of arrived) landed += values.get(id) ?? (await devnet.messageTrace(id)).message.value
  return sum(({ held }) => held) + sum(({ burnt }) => burnt) + known - landed
}

/** What the genesis blocks hold outside of lockbox and vaults. */
async function expectedSupply(): Promise<bigint> {
  const held = await Promise.all(Object.values(devnet.chains).map((chain) => heldAt(chain, 0n)))
  return held.reduce((total, value) => total + value, 0n)
}

async function heldAt(chain: ChainHandle, blockNumber: bigint): Promise<bigint> {
  const { miner } = await chain.client.getBlock({ blockNumber })
  const holders = new Set<Address>([
    zeroAddress,
    getAddress(miner),
    ...devnet.accounts.map((account) => account.address),
    ...recipients,
    ...(Object.values(addresses) as Address[]).map((known) => getAddress(known)),
    ...infrastructure(),
  ])
  // The lockbox and the vaults: what they hold is somebody's elsewhere, or nobody's.
  holders.delete(getAddress(chain.name === 'l1' ? addresses.l1Gateway : addresses.ethVault))
  const balances = await Promise.all(
    [...holders].map((holder) => chain.client.getBalance({ address: holder, blockNumber })),
  )
  return balances.reduce((total, balance) => total + balance, 0n)
}

function infrastructure(): Address[] {
  const ids = Object.values(devnet.rollups).map(({ chainId }) => chainId)
  const roles = (['batcher', 'settler', 'sequencer'] as const).flatMap((role) =>
    ids.map((id) => infraAddress(role, id)),
  )
  return [...roles, ...ids.map((id) => getAddress(nativeRollupAddress(id))), infraAddress('relayer', 0)]
}

/** Base fees (EIP-1559) and blob fees (EIP-4844). */
async function burntUntil(chain: ChainHandle, last: bigint): Promise<bigint> {
  let burnt = 0n
  for (let blockNumber = 1n; blockNumber <= last; blockNumber++) {
    const { gasUsed, baseFeePerGas, transactions } = await chain.client.getBlock({ blockNumber })
    burnt += gasUsed * baseFeePerGas!
    for (const hash of transactions) {
      const receipt = await chain.client.getTransactionReceipt({ hash })
      burnt += (receipt.blobGasUsed ?? 0n) * (receipt.blobGasPrice ?? 0n)
    }
  }
  return burnt
}

async function logsUntil(chain: ChainHandle, last: bigint): Promise<{ sent: [Hex, bigint][]; delivered: Hex[] }> {
  const gateway = chain.name === 'l1' ? addresses.l1Gateway : addresses.gateway
  const filter = { address: gateway, fromBlock: '0x0', toBlock: numberToHex(last) }
  const logs = ((await chain.request({ method: 'eth_getLogs', params: [filter] })) as RpcLog[]).map((log) =>
    formatLog(log),
  )
  return {
    sent: parseEventLogs({ abi: gatewayAbi, eventName: 'MessageQueued', logs }).map(({ args }) => [
      args.id,
      args.message.value,
    ]),
    delivered: parseEventLogs({ abi: gatewayAbi, eventName: 'MessageDelivered', logs }).map(({ args }) => args.id),
  }
}

function ignoreRefusal(error: Error & { code?: string }): void {
  if (error.code !== 'DELIVERY_FAILED') throw error
}

function address(name: string): Address {
  return getAddress(`0x${keccak256(toHex(name)).slice(-40)}`)
}

test('behavior: the lockbox holds exactly what the rollups have in circulation and what is on the way', async () => {
  // Nothing is under way but what was refused, whose value waits in the vault of its destination.
  const { pending } = await devnet.status()
  const waiting = await Promise.all(pending.map(({ id }) => devnet.messageTrace(id)))
  const onTheWay = waiting.reduce((total, { message }) => total + message.value, 0n)
  const circulating = await Promise.all(
    Object.values(devnet.rollups).map(async ({ client }) => {
      const genesis = (await client.getBalance({ address: devnet.accounts[0]!.address, blockNumber: 0n })) * 11n
      return genesis + VAULT_PREMINE - (await client.getBalance({ address: addresses.ethVault }))
    }),
  )
  const lockbox = await devnet.l1.client.getBalance({ address: addresses.l1Gateway })
  expect(lockbox).toBe(circulating.reduce((total, value) => total + value, 0n) + onTheWay)
})
