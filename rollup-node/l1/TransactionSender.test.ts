import { type Hex, keccak256, numberToHex } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { infraKey } from '../keys.ts'
import { createTestNetwork, L1_CHAIN_ID, type TestNetwork } from '../testing/createTestNetwork.ts'
import { watchProvider } from '../testing/watchProvider.ts'
import { createTransactionSender, type TransactionIntent, type TransactionSender } from './TransactionSender.ts'

const privateKey = infraKey('settler', 901)
const { address } = privateKeyToAccount(privateKey)
const intent: TransactionIntent = {
  label: 'test',
  to: '0x00000000000000000000000000000000000b0b00',
  data: '0x',
  gas: 30_000n,
  value: 7n,
}

let network: TestNetwork
let provider: ReturnType<typeof watchProvider>
const senders: TransactionSender[] = []

beforeEach(async () => {
  network = await createTestNetwork({ rollups: 1, l1Mining: { mode: 'manual' }, start: false })
  provider = watchProvider(network.provider)
})

afterEach(async () => {
  for (const sender of senders.splice(0)) sender.stop()
  await network.stop()
})

function createSender(): TransactionSender {
  const sender = createTransactionSender({ provider, privateKey, chainId: L1_CHAIN_ID }, { logger: network.logger })
  senders.push(sender)
  return sender
}

const sent = (n: number) => provider.answered('eth_sendRawTransaction', n)
/** It has sent `n` times, has found each in the pool, and waits for the next block. */
const waitsFor = (n: number) => provider.answered('eth_getTransactionByHash', n)
const received = () => network.l1.request({ method: 'eth_getBalance', params: [intent.to, 'latest'] })

describe('createTransactionSender', () => {
  test('resolves when the transaction is mined, and takes the next nonce for the next one', async () => {
    const sender = createSender()
    const both = [sender.send(intent), sender.send(intent)]
    await sent(1)
    await network.l1.seal()
    await sent(2)
    await network.l1.seal()
    const [first, second] = await Promise.all(both)
    expect([first?.blockNumber, second?.blockNumber]).toEqual([1n, 2n])
    expect(await received()).toBe('0xe')
  })

  test('outbids itself when blocks are full of dearer transactions', async () => {
    const result = createSender().send(intent)
    await sent(1)
    for (let block = 0; block < 3; block++) {
      await fillNextBlock(block)
      await network.l1.seal()
    }
    await sent(1 + 3 * 4 + 1)
    await network.l1.seal()
    const mined = await result
    expect(mined).toMatchObject({ status: 'success', blockNumber: 4n })
    const transaction = await provider.request({ method: 'eth_getTransactionByHash', params: [mined!.hash] })
    expect(transaction).toMatchObject({ nonce: '0x0', maxPriorityFeePerGas: numberToHex(1_250_000_001n) })
    expect(await received()).toBe('0x7')
  })

  test('sends a transaction again that the node took and lost', async () => {
    const { request } = provider
    let lost = 0
    provider.request = async (call) =>
      call.method === 'eth_sendRawTransaction' && lost++ === 0 ? keccak256((call.params as [Hex])[0]) : request(call)
    const result = createSender().send(intent)
    await sent(1)
    await network.l1.seal()
    expect(await result).toMatchObject({ status: 'success', blockNumber: 1n })
    expect(lost).toBe(2)
  })

  test('a restarted sender replaces what its predecessor left in the pool, so that only one is mined', async () => {
    const first = createSender()
    const abandoned = first.send(intent)
    await sent(1)
    first.stop()
    expect(await abandoned).toBeUndefined()

    const result = createSender().send({ ...intent, value: 9n })
    await sent(3)
    await network.l1.seal()
    expect(await result).toMatchObject({ status: 'success', blockNumber: 1n })
    expect(await received()).toBe('0x9')
  })

  test('starts anew when somebody else has used the nonce, unless the intent is no longer wanted', async () => {
    const sender = createSender()
    const wanted = sender.send(intent)
    await waitsFor(1)
    await useNonce(0)
    await network.l1.seal()
    await waitsFor(2)
    await network.l1.seal()
    expect(await wanted).toMatchObject({ status: 'success', blockNumber: 2n })

    const unwanted = sender.send({ ...intent, stillWanted: async () => false })
    await waitsFor(3)
    await useNonce(2)
    await network.l1.seal()
    expect(await unwanted).toBeUndefined()
    expect(await received()).toBe('0x7')
  })

  test('an account without ether is named', async () => {
    const sender = createTransactionSender(
      { provider, privateKey: infraKey('settler', 999), chainId: L1_CHAIN_ID },
      { logger: network.logger },
    )
    senders.push(sender)
    await expect(sender.send(intent)).rejects.toMatchObject({ code: 'INSUFFICIENT_FUNDS', value: sender.address })
  })
})

/** Four transactions that burn a quarter of L1's block gas limit each, and pay a hundred times the usual tip. */
async function fillNextBlock(block: number): Promise<void> {
  for (let index = 0; index < 4; index++) {
    const raw = await privateKeyToAccount(infraKey('relayer', 0)).signTransaction({
      type: 'eip1559',
      chainId: L1_CHAIN_ID,
      nonce: 4 * block + index,
      data: '0xfe',
      gas: 15_000_000n,
      maxFeePerGas: 200_000_000_000n,
      maxPriorityFeePerGas: 100_000_000_000n,
    })
    await provider.request({ method: 'eth_sendRawTransaction', params: [raw] })
  }
}

/** What another process with the same key would do, paying more. */
async function useNonce(nonce: number): Promise<void> {
  const raw: Hex = await privateKeyToAccount(privateKey).signTransaction({
    type: 'eip1559',
    chainId: L1_CHAIN_ID,
    nonce,
    to: address,
    gas: 21_000n,
    maxFeePerGas: 50_000_000_000n,
    maxPriorityFeePerGas: 50_000_000_000n,
  })
  await network.l1.request({ method: 'eth_sendRawTransaction', params: [raw] })
}
