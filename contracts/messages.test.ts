import {
  encodeAbiParameters,
  encodeFunctionData,
  encodePacked,
  type Hex,
  parseEther,
  size,
  toFunctionSelector,
  toHex,
} from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses } from './addresses.ts'
import { gatewayAbi } from './generated/Gateway.ts'
import { l1OriginAbi } from './generated/L1Origin.ts'
import { outboxAbi } from './generated/Outbox.ts'
import { remoteRootsAbi } from './generated/RemoteRoots.ts'
import { sender } from './testing/Chain.ts'
import { contractsForTests } from './testing/contractsForTests.ts'
import { refusal } from './testing/refusal.ts'
import { createWorld, type Message, messageId, type Proof, type World } from './testing/World.ts'

let world: World
let strangers: ReturnType<typeof contractsForTests>

beforeAll(async () => {
  strangers = contractsForTests()
  world = await createWorld()
}, 60_000)
afterAll(() => world.stop())

const eoa = '0x00000000000000000000000000000000000abcde'
const routes = [
  ['L1 to rollup', 'l1', 'r1'],
  ['rollup to L1', 'r1', 'l1'],
  ['rollup to rollup', 'r1', 'r2'],
] as const
const attribute = (name: string, value: bigint): Hex =>
  encodePacked(['bytes4', 'uint256'], [toFunctionSelector(`${name}(uint256)`), value])
const interoperable = (chainId: number, address: Hex): Hex =>
  encodePacked(['bytes4', 'uint8', 'uint16', 'uint8', 'address'], ['0x00010000', 2, chainId, 20, address])
const sendMessage = (chainId: number, to: Hex, payload: Hex, attributes: Hex[]): Hex =>
  encodeFunctionData({
    abi: gatewayAbi,
    functionName: 'sendMessage',
    args: [interoperable(chainId, to), payload, attributes],
  })
const statusOf = (chain: World['l1'], message: Message) =>
  chain.client.readContract({
    address: world.gatewayOf(chain),
    abi: gatewayAbi,
    functionName: 'status',
    args: [messageId(message)],
  })
const status = { unknown: 0, delivered: 1, failed: 2, returned: 3 }

describe.each(routes)('%s', (_, from, to) => {
  test('behavior: ETH arrives, once', async () => {
    const [source, destination] = [world[from], world[to]]
    const before = await destination.client.getBalance({ address: eoa })
    const message = await world.sendTo(source, destination, eoa, { value: 5n })
    const proof = await world.prove(message)
    const { events, receipt } = await world.deliver(message, proof)
    expect(await destination.client.getBalance({ address: eoa })).toBe(before + 5n)
    expect(events.map((event) => event.eventName)).toEqual(['MessageDelivered'])
    expect(await refusal(world.deliver(message, proof))).toEqual([
      'AlreadyProven',
      messageId(message),
      status.delivered,
    ])
    expect(Number(receipt.gasUsed)).toBeLessThan({ l1: 400_000, r1: 550_000, r2: 800_000 }[to])
  })

  test('behavior: a contract gets id, sender and payload (ERC-7786)', async () => {
    const [source, destination] = [world[from], world[to]]
    const contract = strangers.Recipient!
    const address = await world.deploy(destination, contract)
    const message = await world.sendTo(source, destination, address, { value: 3n, payload: '0xc0ffee' })
    await world.deliver(message, await world.prove(message))
    const read = (functionName: string) => destination.client.readContract({ address, abi: contract.abi, functionName })
    expect(await read('lastId')).toBe(messageId(message))
    expect(await read('lastSender')).toBe(interoperable(source.chainId, sender.address))
    expect(await read('lastPayload')).toBe('0xc0ffee')
    expect(await destination.client.getBalance({ address })).toBe(3n)
  })

  test('error: a proof of another message, or with any element changed, proves nothing', async () => {
    const [source, destination] = [world[from], world[to]]
    const message = await world.sendTo(source, destination, eoa, { value: 1n })
    const proof = await world.prove(message)
    const forged = { ...message, value: message.value + 1n }
    expect(await refusal(world.deliver(forged, proof))).toBeDefined()
    for (const tampered of tamperings(proof)) {
      expect(
        await refusal(world.deliver(message, tampered)),
        JSON.stringify(tampered, (_k, v) => `${v}`),
      ).toBeDefined()
    }
    await world.deliver(message, proof)
  })
})

/** The proof with one byte changed, in each of its non-empty parts in turn; numbers are off by one. */
function* tamperings(proof: Proof): Generator<Proof> {
  const flip = (bytes: Hex): Hex => {
    const middle = 2 + 2 * Math.floor((bytes.length - 2) / 4)
    return `${bytes.slice(0, middle)}${bytes[middle] === '0' ? '1' : '0'}${bytes.slice(middle + 1)}` as Hex
  }
  for (const key of ['anchorTimestamp', 'l1Number', 'sourceNumber'] as const) {
    if (proof[key] > 0n) yield { ...proof, [key]: proof[key] + 1n }
  }
  for (const key of ['l1Header', 'sourceHeader'] as const) {
    if (proof[key] !== '0x') yield { ...proof, [key]: flip(proof[key]) }
  }
  for (const key of [
    'registryAccountProof',
    'registryStorageProof',
    'outboxAccountProof',
    'outboxStorageProof',
  ] as const) {
    const nodes = proof[key]
    for (const index of nodes.keys())
      yield { ...proof, [key]: nodes.map((node, i) => (i === index ? flip(node) : node)) }
    if (nodes.length > 0) yield { ...proof, [key]: nodes.slice(1) }
    if (nodes.length > 0) yield { ...proof, [key]: [...nodes, nodes[0]!] }
  }
}

describe('hops', () => {
  test('behavior: what one message proved, the next need not', async () => {
    const { r1, r2 } = world
    const [first, second] = [
      await world.sendTo(r1, r2, eoa, { value: 1n }),
      await world.sendTo(r1, r2, eoa, { value: 2n }),
    ]
    const proof = await world.prove(second)
    const slot = await r1.client.getProof({
      address: addresses.outbox,
      storageKeys: [world.outboxSlot(first)],
      blockNumber: proof.sourceNumber,
    })
    const { receipt: cold } = await world.deliver(second, proof)
    const cached = {
      ...proof,
      l1Header: '0x',
      sourceHeader: '0x',
      registryAccountProof: [],
      registryStorageProof: [],
      outboxStorageProof: slot.storageProof[0]!.proof,
    } as const
    const { receipt: warm } = await world.deliver(first, cached)
    expect(Number(cold.gasUsed - warm.gasUsed)).toBeGreaterThan(250_000)
    const root = { address: addresses.remoteRoots, abi: remoteRootsAbi, functionName: 'stateRoot' } as const
    const { stateRoot } = await r1.client.getBlock({ blockNumber: proof.sourceNumber })
    expect(await r2.client.readContract({ ...root, args: [901n, proof.sourceNumber] })).toBe(stateRoot)
  })

  test('behavior: anyone may open an anchor; RIP-7859 getters read it', async () => {
    const { l1, r2 } = world
    const { anchorTimestamp, header, number, hash } = await world.anchor(r2)
    const origin = { address: addresses.l1Origin, abi: l1OriginAbi } as const
    const importAnchor = { ...origin, functionName: 'importAnchor', args: [anchorTimestamp, header] } as const
    await world.write(r2, origin.address, encodeFunctionData(importAnchor))
    const read = (functionName: 'getL1OriginBlockHash' | 'getL1OriginStateRoot' | 'getL1OriginReceiptRoot') =>
      r2.client.readContract({ ...origin, functionName })
    const block = await l1.client.getBlock({ blockNumber: number })
    expect(await read('getL1OriginBlockHash')).toBe(hash)
    expect(await read('getL1OriginStateRoot')).toBe(block.stateRoot)
    expect(await read('getL1OriginReceiptRoot')).toBe(block.receiptsRoot)
    const wrong = { ...importAnchor, args: [anchorTimestamp - 10_000n, header] } as const
    expect(await refusal(r2.client.simulateContract({ ...wrong, account: sender }))).toEqual([
      'UnknownTimestamp',
      anchorTimestamp - 10_000n,
    ])
  })

  test('error: a block that has not settled proves nothing on L1', async () => {
    const message = await world.sendTo(world.r1, world.l1, eoa, { value: 1n })
    const proof = await world.prove(message)
    expect(await refusal(world.deliver(message, { ...proof, sourceNumber: 9999n }))).toEqual([
      'NotSettled',
      901n,
      9999n,
    ])
    expect(await refusal(world.deliver({ ...message, sourceChainId: 900n }, proof))).toEqual([
      'NotSettled',
      900n,
      proof.sourceNumber,
    ])
  })

  test('error: a message is for one chain', async () => {
    const message = await world.sendTo(world.l1, world.r1, eoa, { value: 1n })
    const proof = await world.prove(message)
    const { anchorTimestamp, header, number } = await world.anchor(world.r2)
    const elsewhere = { ...proof, anchorTimestamp, l1Header: header, l1Number: number }
    const args = [message, elsewhere] as const
    const call = { address: addresses.gateway, abi: gatewayAbi, functionName: 'deliver', args } as const
    expect(await refusal(world.r2.client.simulateContract({ ...call, account: sender }))).toEqual([
      'WrongDestination',
      902n,
      901n,
    ])
    await world.deliver(message, proof)
  })
})

describe('a delivery that fails', () => {
  test('behavior: keeps the ETH and waits for a retry, which needs no proof', async () => {
    const { l1, r1 } = world
    const { abi, bytecode } = strangers.Recipient!
    const address = await world.deploy(r1, { abi, bytecode })
    const set = (refuses: boolean, answer: Hex) =>
      world.write(r1, address, encodeFunctionData({ abi, functionName: 'set', args: [refuses, answer] }))
    const accept = toFunctionSelector('receiveMessage(bytes32,bytes,bytes)')
    await set(true, accept)
    const message = await world.sendTo(l1, r1, address, { value: 7n, payload: '0x01' })
    const proof = await world.prove(message)
    const vault = await r1.client.getBalance({ address: addresses.ethVault })
    const { events } = await world.deliver(message, proof)
    expect(events[0]).toMatchObject({ eventName: 'MessageFailed', args: { id: messageId(message) } })
    expect(await statusOf(r1, message)).toBe(status.failed)
    expect(await r1.client.getBalance({ address: addresses.ethVault })).toBe(vault)
    expect(await refusal(world.deliver(message, proof))).toEqual(['AlreadyProven', messageId(message), status.failed])
    expect(await refusal(world.retry(message))).toBeDefined()

    await set(false, '0xdeadbeef')
    expect(await refusal(world.retry(message))).toEqual(['NotAccepted', address, '0xdeadbeef'])
    expect(await r1.client.getBalance({ address })).toBe(0n)

    await set(false, accept)
    await world.retry(message)
    expect(await r1.client.getBalance({ address })).toBe(7n)
    expect(await statusOf(r1, message)).toBe(status.delivered)
    expect(await refusal(world.retry(message))).toEqual(['NotFailed', messageId(message), status.delivered])
  })

  test('security: no amount of gas makes a relayer’s delivery fail for want of gas', async () => {
    const { l1, r1 } = world
    const { abi, bytecode } = strangers.Hungry!
    const address = await world.deploy(r1, { abi, bytecode })
    const eat = encodeFunctionData({ abi, functionName: 'eat' })
    const minGasLimit = attribute('minGasLimit', 300_000n)
    const long = toHex(new Uint8Array(65_000).fill(1))
    const messages = [
      await world.send(l1, sendMessage(901, address, '0x01', [minGasLimit]), 1n),
      await world.send(l1, sendMessage(901, address, eat, [minGasLimit, toFunctionSelector('rawCall()')]), 1n),
      await world.send(
        l1,
        sendMessage(901, address, `${eat}${long.slice(2)}`, [minGasLimit, toFunctionSelector('rawCall()')]),
        1n,
      ),
    ]
    const relayer = strangers.Relayer!
    const relayerAddress = await world.deploy(r1, relayer)
    for (const message of messages) {
      const args = [message, await world.prove(message)] as const
      const deliver = encodeFunctionData({ abi: gatewayAbi, functionName: 'deliver', args })
      const outcome = async (gas: number) => {
        const { result } = await r1.client.simulateContract({
          abi: relayer.abi,
          address: relayerAddress,
          functionName: 'outcome',
          args: [messageId(message), deliver, BigInt(gas)],
          gas: 15_000_000n,
          account: sender,
        })
        return result as [boolean, number]
      }
      let [little, enough] = [100_000, 3_000_000]
      while (enough - little > 500) {
        const middle = Math.floor((little + enough) / 2)
        if ((await outcome(middle))[0]) enough = middle
        else little = middle
      }
      for (let gas = little - 5_000; gas < enough + 60_000; gas += 700) {
        const [accepted, outcomeStatus] = await outcome(gas)
        expect(outcomeStatus, `${gas} gas`).toBe(accepted ? status.delivered : status.unknown)
      }
    }
  }, 60_000)

  test('behavior: the largest message there can be fits in a rollup’s block', async () => {
    const { l1, r1 } = world
    const address = await world.deploy(r1, strangers.Recipient!)
    const largest = { payload: toHex(new Uint8Array(65_536).fill(1)), gasLimit: 5_000_000n, value: 1n }
    const message = await world.sendTo(l1, r1, address, largest)
    const { events, receipt } = await world.deliver(message, await world.prove(message), { gas: 10_000_000n })
    // Storing 64 KB costs the recipient more than it asked for: the delivery had its gas, and failed by itself.
    expect(events[0]?.eventName).toBe('MessageFailed')
    expect(Number(receipt.gasUsed)).toBeLessThan(10_000_000)
  })

  test('security: a forbidden recipient that its source let through is refused on arrival', async () => {
    const { l1, r1 } = world
    const smuggled = {
      ...(await world.sendTo(l1, r1, eoa)),
      recipient: addresses.ethVault,
      nonce: 1_000_000n,
      value: 5n,
    }
    const account = addresses.l1Gateway
    await l1.client.impersonateAccount({ address: account })
    const hash = await l1.client.writeContract({
      account,
      address: addresses.outbox,
      abi: outboxAbi,
      functionName: 'store',
      args: [messageId(smuggled)],
    })
    await l1.client.waitForTransactionReceipt({ hash })
    const { events } = await world.deliver(smuggled, await world.prove(smuggled))
    expect(events[0]?.eventName).toBe('MessageFailed')
    expect(await refusal(world.retry(smuggled))).toEqual(['ForbiddenRecipient', addresses.ethVault])
  })

  test('security: what a recipient shouts is shortened', async () => {
    const { l1, r1 } = world
    const address = await world.deploy(r1, strangers.Shouter!)
    const message = await world.sendTo(l1, r1, address, { payload: '0x01' })
    const { events } = await world.deliver(message, await world.prove(message))
    const [failed] = events
    expect(failed?.eventName === 'MessageFailed' && size(failed.args.reason)).toBe(1024)
  })

  test('security: a recipient may answer during its delivery, but not deliver', async () => {
    const { l1, r1 } = world
    const { abi, bytecode } = strangers.Echo!
    const address = await world.deploy(r1, { abi, bytecode })
    const refused = await world.sendTo(l1, r1, await world.deploy(r1, strangers.Shouter!), { value: 2n })
    await world.deliver(refused, await world.prove(refused))
    const type = gatewayAbi.find((entry) => entry.type === 'function' && entry.name === 'retry')!.inputs[0]
    const payload = encodeAbiParameters([{ type: 'uint256' }, { type: 'address' }, type], [900n, eoa, refused])
    const message = await world.sendTo(l1, r1, address, { value: 4n, payload, gasLimit: 1_000_000n })
    const { events } = await world.deliver(message, await world.prove(message))
    expect(events.map((event) => event.eventName)).toEqual(['MessageSent', 'MessageQueued', 'MessageDelivered'])
    expect(await r1.client.readContract({ address, abi, functionName: 'reentered' })).toBe(false)
    const answer = events.find((event) => event.eventName === 'MessageQueued')!.args.message
    const before = await l1.client.getBalance({ address: eoa })
    await world.deliver(answer, await world.prove(answer))
    expect(await l1.client.getBalance({ address: eoa })).toBe(before + 4n)
  })
})

describe('attributes', () => {
  test('behavior: the relayer is paid its fee, out of what was sent', async () => {
    const { l1, r1 } = world
    const fee = parseEther('0.5')
    const message = await world.send(l1, sendMessage(901, eoa, '0x', [attribute('relayFee', fee)]), fee + 9n)
    expect(message).toMatchObject({ value: 9n, fee })
    const before = await r1.client.getBalance({ address: sender.address })
    const { receipt } = await world.deliver(message, await world.prove(message))
    const spent = receipt.gasUsed * receipt.effectiveGasPrice
    expect(await r1.client.getBalance({ address: sender.address })).toBe(before + fee - spent)
    const short = l1.client.call({
      account: sender,
      to: addresses.l1Gateway,
      data: sendMessage(901, eoa, '0x', [attribute('relayFee', 2n)]),
      value: 1n,
    })
    expect(await refusal(short, gatewayAbi)).toEqual(['InsufficientValue', 2n, 1n])
  })

  test('behavior: rawCall calls any function; the executor tells for whom', async () => {
    const { r1, r2 } = world
    const { abi, bytecode } = strangers.Target!
    const address = await world.deploy(r2, { abi, bytecode })
    const payload = encodeFunctionData({ abi, functionName: 'call', args: [42n] })
    const message = await world.send(r1, sendMessage(902, address, payload, [toFunctionSelector('rawCall()')]), 6n)
    await world.deliver(message, await world.prove(message))
    const read = (functionName: string) => r2.client.readContract({ address, abi, functionName })
    expect(await read('caller')).toBe(addresses.executor)
    expect(await read('sourceChainId')).toBe(901n)
    expect(await read('sender')).toBe(sender.address)
    expect([await read('value'), await read('argument')]).toEqual([6n, 42n])
    expect(await r2.client.getBalance({ address: addresses.executor })).toBe(0n)
  })

  test('behavior: a message keeps its hours; after them it returns with all it carried', async () => {
    const { l1, r1 } = world
    const { timestamp } = await r1.client.getBlock()
    const [after, before] = [timestamp + 5_000n, timestamp + 9_000n]
    const hours = [attribute('deliverAfter', after), attribute('deliverBefore', before), attribute('relayFee', 3n)]
    const message = await world.send(r1, sendMessage(900, eoa, '0x', hours), 10n)
    const proof = await world.prove(message)
    expect((await refusal(world.deliver(message, proof)))?.slice(0, 2)).toEqual(['TooEarly', after])
    await l1.client.setNextBlockTimestamp({ timestamp: before + 1n })
    await l1.client.mine({ blocks: 1 })
    const lockbox = await l1.client.getBalance({ address: addresses.l1Gateway })
    const { events } = await world.deliver(message, proof)
    expect(events.map((event) => event.eventName)).toEqual(['MessageSent', 'MessageQueued', 'MessageReturned'])
    expect(await l1.client.getBalance({ address: addresses.l1Gateway })).toBe(lockbox)
    expect(await refusal(world.deliver(message, proof))).toEqual(['AlreadyProven', messageId(message), status.returned])
    const back = events.find((event) => event.eventName === 'MessageQueued')!.args.message
    expect(back).toMatchObject({ recipient: sender.address, value: 10n, destinationChainId: 901n })
    const vault = await r1.client.getBalance({ address: addresses.ethVault })
    await world.deliver(back, await world.prove(back))
    expect(await r1.client.getBalance({ address: addresses.ethVault })).toBe(vault - 10n)
  })

  test('error: unknown and malformed ones are refused, and none is claimed that is not there', async () => {
    const { l1 } = world
    const gateway = { address: addresses.l1Gateway, abi: gatewayAbi } as const
    const supports = (selector: Hex) =>
      l1.client.readContract({ ...gateway, functionName: 'supportsAttribute', args: [selector] })
    expect(await supports('0x00000000')).toBe(false)
    for (const selector of ['0x39f87ba1', '0x745910eb', '0x3e97d7ee'] as const)
      expect(await supports(selector)).toBe(true)
    const simulate = (attributes: Hex[]) =>
      l1.client.call({ account: sender, to: gateway.address, data: sendMessage(901, eoa, '0x', attributes) })
    const dependsOn = toFunctionSelector('dependsOn(bytes32[])')
    expect(await refusal(simulate([dependsOn]), gatewayAbi)).toEqual(['UnsupportedAttribute', dependsOn])
    expect(await refusal(simulate(['0x39f87ba1']), gatewayAbi)).toEqual(['MalformedAttribute', '0x39f87ba1'])
    expect(await refusal(simulate([attribute('minGasLimit', 5_000_001n)]), gatewayAbi)).toEqual([
      'GasLimitTooHigh',
      5_000_000n,
      5_000_001n,
    ])
  })
})

describe('what cannot be sent', () => {
  const simulate = (chain: World['l1'], chainId: number, to: Hex, payload: Hex = '0x') =>
    chain.client.simulateContract({
      address: world.gatewayOf(chain),
      abi: gatewayAbi,
      functionName: 'send',
      args: [BigInt(chainId), to, payload, 0n],
      account: sender,
    })

  test('error: messages to the protocol, to system contracts and to precompiles', async () => {
    const { multicall3, create2Factory, ...forbidden } = addresses
    const precompiles = [
      '0x0000000000000000000000000000000000000000',
      '0x0000000000000000000000000000000000000999',
    ] as const
    for (const address of [...Object.values(forbidden), ...precompiles]) {
      expect(await refusal(simulate(world.r1, 900, address))).toEqual(['ForbiddenRecipient', address])
    }
    const burnt = '0x000000000000000000000000000000000000dEaD'
    for (const address of [multicall3, create2Factory, burnt] as const)
      expect(await refusal(simulate(world.r1, 900, address))).toBeUndefined()
  })

  test('error: messages to nowhere, to oneself, and longer than a block can take', async () => {
    expect(await refusal(simulate(world.l1, 903, eoa))).toEqual(['UnknownDestination', 903n])
    expect(await refusal(simulate(world.l1, 900, eoa))).toEqual(['UnknownDestination', 900n])
    expect(await refusal(simulate(world.r1, 901, eoa))).toEqual(['UnknownDestination', 901n])
    expect(await refusal(simulate(world.r1, 900, eoa, toHex(new Uint8Array(65_537))))).toEqual([
      'PayloadTooLong',
      65_536n,
      65_537n,
    ])
  })

  test('security: outbox, vault, executor and hand-over obey the gateway alone', async () => {
    const calls = [
      [addresses.outbox, 'function store(bytes32)'],
      [addresses.ethVault, 'function absorb()'],
      [addresses.ethVault, 'function release(address,uint256)'],
      [addresses.executor, 'function execute(address,bytes,uint256,uint256,address)'],
    ] as const
    for (const [to, signature] of calls) {
      const data = `${toFunctionSelector(signature)}${'00'.repeat(320)}` as Hex
      expect(await refusal(world.r1.client.call({ account: sender, to, data })), signature).toBeDefined()
    }
    const message = await world.sendTo(world.l1, world.r1, eoa, { value: 1n })
    const handOver = { functionName: 'handOver', args: [messageId(message), message, 0n], account: sender } as const
    const call = world.r1.client.simulateContract({ address: addresses.gateway, abi: gatewayAbi, ...handOver })
    expect(await refusal(call)).toEqual(['OnlySelf', sender.address])
    const gift = world.r1.client.call({ account: sender, to: addresses.gateway, value: 1n })
    expect(await refusal(gift, gatewayAbi)).toEqual(['NotVault', sender.address])
  })
})

describe('gas', () => {
  // The table in MessageGateway.sol, with some room: proofs grow with the number of accounts and messages.
  const most = { 'L1 to rollup': 360_000, 'rollup to L1': 290_000, 'rollup to rollup': 580_000 }

  test.each(routes)('behavior: %s costs no more than the table says', async (route, from, to) => {
    const [source, destination] = [world[from], world[to]]
    const recipient = await world.deploy(destination, strangers.Recipient!)
    const args = [BigInt(destination.chainId), recipient, '0xc0ffee', 0n] as const
    const send = encodeFunctionData({ abi: gatewayAbi, functionName: 'send', args })
    const transfer = async () => {
      const { receipt, events } = await world.write(source, world.gatewayOf(source), send, { value: 1n })
      const { message } = events.find((event) => event.eventName === 'MessageQueued')!.args
      const delivery = await world.deliver(message, await world.prove(message))
      return { sent: Number(receipt.gasUsed), delivered: Number(delivery.receipt.gasUsed) }
    }
    await transfer()
    const { sent, delivered } = await transfer()
    expect(sent).toBeLessThan(85_000)
    expect(delivered).toBeLessThan(most[route])
  })
})
