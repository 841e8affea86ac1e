import fc from 'fast-check'
import { encodeFunctionData, encodePacked, type Hex, keccak256, parseEther, toFunctionSelector } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addresses } from './addresses.ts'
import { gatewayAbi } from './generated/Gateway.ts'
import { VAULT_PREMINE } from './genesis/l2Alloc.ts'
import { contractsForTests } from './testing/contractsForTests.ts'
import { CIRCULATING, createWorld, type Message, type World } from './testing/World.ts'

let world: World
let refuser: Hex

beforeAll(async () => {
  world = await createWorld()
  const shouter = contractsForTests().Shouter!
  for (const chain of [world.l1, world.r1, world.r2]) refuser = await world.deploy(chain, shouter)
}, 60_000)
afterAll(() => world.stop())

const chains = ['l1', 'r1', 'r2'] as const
const step = fc.record({
  from: fc.constantFrom(...chains),
  to: fc.constantFrom(...chains),
  value: fc.bigInt({ min: 0n, max: parseEther('3') }),
  fee: fc.bigInt({ min: 0n, max: parseEther('1') }),
  deliver: fc.boolean(),
  refused: fc.boolean(),
})

test('invariant: the lockbox holds what circulates on the rollups plus what is on the way', async () => {
  const balance = (chain: World['l1'], address: Hex) => chain.client.getBalance({ address })
  let onTheWay = 0n
  await fc.assert(
    fc.asyncProperty(step, async ({ from, to, value, fee, deliver, refused }) => {
      fc.pre(from !== to)
      const [source, destination] = [world[from], world[to]]
      const recipient = refused ? refuser : keccak256('0x07').slice(0, 42)
      const relayFee = encodePacked(['bytes4', 'uint256'], [toFunctionSelector('relayFee(uint256)'), fee])
      const chainAndAddress = [2, destination.chainId, 20, recipient as Hex] as const
      const to7930 = encodePacked(['bytes4', 'uint8', 'uint16', 'uint8', 'address'], ['0x00010000', ...chainAndAddress])
      const args = [to7930, '0x', [relayFee]] as const
      const data = encodeFunctionData({ abi: gatewayAbi, functionName: 'sendMessage', args })
      const message: Message = await world.send(source, data, value + fee)
      if (deliver) {
        const { events } = await world.deliver(message, await world.prove(message))
        expect(events[0]?.eventName).toBe(refused ? 'MessageFailed' : 'MessageDelivered')
      }
      onTheWay += deliver ? (refused ? value : 0n) : value + fee
      const released = await Promise.all(
        [world.r1, world.r2].map(async (chain) => VAULT_PREMINE - (await balance(chain, addresses.ethVault))),
      )
      const lockbox = await balance(world.l1, addresses.l1Gateway)
      expect(lockbox).toBe(2n * CIRCULATING + released[0]! + released[1]! + onTheWay)
      for (const chain of [world.r1, world.r2]) expect(await balance(chain, addresses.gateway)).toBe(0n)
      for (const name of chains) expect(await balance(world[name], addresses.executor)).toBe(0n)
    }),
    { numRuns: 40 },
  )
}, 60_000)
