import { encodeFunctionData, encodePacked, getContractAddress, type Hex } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sender } from './testing/Chain.ts'
import { contractsForTests } from './testing/contractsForTests.ts'
import { refusal } from './testing/refusal.ts'
import { createWorld, type Message, type World } from './testing/World.ts'

let world: World
let token: ReturnType<typeof contractsForTests>[string]
/** Same deployer and nonce on each chain: same address. */
let address: Hex

const interoperable = (chainId: number, account: Hex): Hex =>
  encodePacked(['bytes4', 'uint8', 'uint16', 'uint8', 'address'], ['0x00010000', 2, chainId, 20, account])

type Chain = World['l1']
const balanceOf = (chain: Chain, account: Hex) =>
  chain.client.readContract({ address, abi: token.abi, functionName: 'balanceOf', args: [account] })

/** Burns on one chain, proves it, mints on the other. */
async function transfer(from: Chain, to: Chain, amount: bigint): Promise<Message> {
  const args = [interoperable(to.chainId, sender.address), amount]
  const data = encodeFunctionData({ abi: token.abi, functionName: 'crosschainTransfer', args })
  const { events } = await world.write(from, address, data)
  const { message } = events.find((event) => event.eventName === 'MessageQueued')!.args
  const { events: delivery } = await world.deliver(message, await world.prove(message))
  expect(delivery.map((event) => event.eventName)).toEqual(['MessageDelivered'])
  return message
}

beforeAll(async () => {
  token = contractsForTests().Token!
  world = await createWorld()
  const chains = [world.l1, world.r1, world.r2]
  const transactionCount = await world.l1.client.getTransactionCount({ address: sender.address })
  address = getContractAddress({ from: sender.address, nonce: BigInt(transactionCount) })
  for (const chain of chains) {
    const links = chains
      .filter((other) => other !== chain)
      .map((other) => ({ gateway: world.gatewayOf(chain), counterpart: interoperable(other.chainId, address) }))
    const supply = chain === world.r1 ? 100n : 0n
    expect(await world.deploy(chain, token, [links, sender.address, supply])).toBe(address)
  }
}, 60_000)
afterAll(() => world.stop())

test('behavior: OpenZeppelin’s ERC20Crosschain travels rollup, rollup, L1, rollup, unmodified', async () => {
  const { l1, r1, r2 } = world
  await transfer(r1, r2, 40n)
  expect([await balanceOf(r1, sender.address), await balanceOf(r2, sender.address)]).toEqual([60n, 40n])
  await transfer(r2, l1, 30n)
  await transfer(l1, r1, 30n)
  const balances = await Promise.all([l1, r1, r2].map((chain) => balanceOf(chain, sender.address)))
  expect(balances).toEqual([0n, 90n, 10n])
})

test('security: only the token on the other chain mints, and only through the gateway', async () => {
  const { r1, r2 } = world
  const genuine = await transfer(r1, r2, 1n)
  const forged = await world.sendTo(r1, r2, address, { payload: genuine.payload })
  const { events } = await world.deliver(forged, await world.prove(forged))
  expect(events[0]?.eventName).toBe('MessageFailed')
  const args = [`0x${'00'.repeat(32)}`, interoperable(901, address), genuine.payload]
  const direct = r2.client.simulateContract({
    address,
    abi: token.abi,
    functionName: 'receiveMessage',
    args,
    account: sender,
  })
  expect((await refusal(direct))?.[0]).toBe('ERC7786RecipientUnauthorizedGateway')
})
