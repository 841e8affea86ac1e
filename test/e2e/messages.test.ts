import { type Address, concat, createWalletClient, custom, type Hex, pad, parseEther, toHex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { gatewayAbi } from '../../contracts/index.ts'
import { createDevnet, type Devnet, type RollupHandle } from '../../devnet/index.ts'
import { getMessages, publicActions, walletActions } from '../../devnet/viem/index.ts'

let devnet: Devnet
let r1: RollupHandle
let r2: RollupHandle
beforeAll(async () => {
  devnet = await createDevnet({ rollups: 2, l1: { slot: 0.25 } })
  r1 = devnet.rollups.r1!
  r2 = devnet.rollups.r2!
})
afterAll(() => devnet?.stop())

const fresh = () => privateKeyToAccount(generatePrivateKey())

describe('ETH', () => {
  test('behavior: a key without gas gets its first deposit, and can spend it', async () => {
    const account = fresh()
    const { hops, status } = await devnet.deposit({ rollup: 'r1', value: parseEther('1'), recipient: account.address })
    expect(status).toBe('delivered')
    expect(hops.map(({ step, chain }) => `${chain} ${step}`)).toEqual(['l1 sent', 'r1 anchored', 'r1 delivered'])
    expect(await r1.client.getBalance({ address: account.address })).toBe(parseEther('1'))

    const hash = await r1.client.sendTransaction({ account, to: devnet.accounts[1]!.address, value: 1n })
    expect(await r1.client.waitForTransactionReceipt({ hash })).toMatchObject({ status: 'success' })
  })

  test('behavior: a withdrawal arrives on L1 once its block is settled', async () => {
    const { address } = fresh()
    const { hops } = await devnet.withdraw({ rollup: 'r1', value: parseEther('0.5'), recipient: address })
    expect(hops.map(({ step, chain }) => `${chain} ${step}`)).toEqual(['r1 sent', 'l1 settled', 'l1 delivered'])
    expect(await devnet.l1.client.getBalance({ address })).toBe(parseEther('0.5'))
    const finalized = await r1.client.getBlock({ blockTag: 'finalized' })
    expect(finalized.number).toBeGreaterThanOrEqual(hops[0]!.blockNumber)
  })

  test('behavior: many messages at once all arrive, each once and in order', async () => {
    const recipient = fresh().address
    const sent = await Promise.all(
      [1n, 2n, 4n, 8n, 16n, 32n].map((value) => devnet.deposit({ rollup: 'r2', value, recipient, wait: false })),
    )
    const traces = await Promise.all(sent.map(({ id }) => devnet.waitForMessage({ id })))
    expect(await r2.client.getBalance({ address: recipient })).toBe(63n)
    const byNonce = traces.sort((a, b) => Number(a.message.nonce - b.message.nonce))
    const blocks = byNonce.map(({ hops }) => hops.at(-1)!.blockNumber)
    expect(blocks).toEqual([...blocks].sort((a, b) => Number(a - b)))
  })
})

describe('calls', () => {
  test('behavior: a call with value on another rollup, made by plain contract calls through viem', async () => {
    const recorder = await deploy(r2, recorderCode)
    const sender = r1.client.extend(walletActions())
    const payload = pad('0xc0ffee', { size: 32 })
    const hash = await sender.sendMessage({
      destinationChainId: r2.chainId,
      recipient: recorder,
      payload,
      value: 7n,
      rawCall: true,
    })
    const [sent] = getMessages(await r1.client.waitForTransactionReceipt({ hash }))
    const destination = r2.client.extend(publicActions())
    expect(await destination.waitForMessage({ id: sent!.id })).toBe('delivered')
    expect(await slot(r2, recorder, 0)).toBe(pad('0x07', { size: 32 }))
    expect(await slot(r2, recorder, 1)).toBe(payload)
    expect(await destination.getMessageStatus({ ...sent!, l1: devnet.l1.client })).toBe('delivered')

    const trace = await devnet.messageTrace(sent!.id)
    expect(trace.hops.map(({ step, chain }) => `${chain} ${step}`)).toEqual([
      'r1 sent',
      'l1 settled',
      'r2 anchored',
      'r2 delivered',
    ])
  })

  test('behavior: a failed delivery keeps its value and can be retried', async () => {
    const gate = await deploy(r2, gateCode)
    const sending = devnet.send({ source: 'r1', destination: 'r2', recipient: gate, value: 9n, data: '0xabcdef' })
    await expect(sending).rejects.toMatchObject({ code: 'DELIVERY_FAILED' })
    const id = ((await sending.catch((error) => error)) as { value: Hex }).value
    const { message, status } = await devnet.messageTrace(id)
    expect(status).toBe('failed')
    expect(await r2.client.getBalance({ address: gate })).toBe(0n)
    expect((await devnet.status()).pending).toMatchObject([{ id, status: 'failed' }])

    const client = r2.client.extend(walletActions())
    await expect(client.retryMessage({ message })).rejects.toThrow()
    await mined(r2, await r2.client.sendTransaction({ to: gate, data: '0x01' }))
    await mined(r2, await client.retryMessage({ message }))
    expect(await r2.client.getBalance({ address: gate })).toBe(9n)
    expect((await devnet.messageTrace(id)).status).toBe('delivered')
    await expect(client.retryMessage({ message })).rejects.toThrow('NotFailed')
  })

  test('behavior: deliverAfter is waited for, in the time of the devnet', async () => {
    const recipient = fresh().address
    const { timestamp } = await devnet.l1.client.getBlock()
    const deliverAfter = timestamp + 3_600n
    const { id } = await devnet.send({
      source: 'l1',
      destination: 'r1',
      value: 3n,
      recipient,
      deliverAfter,
      wait: false,
    })
    await devnet.mine({ blocks: 2 })
    expect((await devnet.messageTrace(id)).status).toBe('provable')
    await devnet.warp(3_600)
    const { hops } = await devnet.waitForMessage({ id })
    expect(hops.at(-1)!.timestamp).toBeGreaterThanOrEqual(deliverAfter)
    expect(await r1.client.getBalance({ address: recipient })).toBe(3n)
  })
})

describe('refusals', () => {
  test('error: a delivered message is refused a second time', async () => {
    const { message, hops } = await devnet.deposit({ rollup: 'r1', value: 5n })
    const client = r1.client.extend(publicActions()).extend(walletActions())
    const proof = await client.buildMessageProof({
      message,
      blockNumber: hops[0]!.blockNumber,
      source: devnet.l1.client,
      l1: devnet.l1.client,
    })
    await expect(client.deliverMessage({ message, proof })).rejects.toThrow('AlreadyProven')
  })

  test('error: a message that nobody sent cannot be proven with the proof of another', async () => {
    const { message, hops } = await devnet.withdraw({ rollup: 'r1', value: 5n })
    const l1 = devnet.l1.client.extend(publicActions()).extend(walletActions())
    const proof = await l1.buildMessageProof({
      message,
      blockNumber: hops[0]!.blockNumber,
      source: r1.client,
      l1: devnet.l1.client,
    })
    const before = await l1.getBalance({ address: devnet.accounts[5]!.address })
    const forged = { ...message, value: parseEther('1000'), recipient: devnet.accounts[5]!.address }
    await expect(l1.deliverMessage({ message: forged, proof })).rejects.toThrow(/TrieProof|RLP/)
    expect(await l1.getBalance({ address: devnet.accounts[5]!.address })).toBe(before)
  })

  test('error: no proof before the source has settled', async () => {
    const account = privateKeyToAccount(devnet.accounts[2]!.privateKey)
    const wallet = createWalletClient({ account, chain: r1.client.chain, transport: custom(r1) })
    const hash = await wallet.extend(walletActions()).withdraw({ value: 1n })
    const receipt = await r1.client.waitForTransactionReceipt({ hash })
    const [sent] = getMessages(receipt)
    const l1 = devnet.l1.client.extend(publicActions())
    await expect(l1.buildMessageProof({ ...sent!, source: r1.client, l1 })).rejects.toMatchObject({
      code: 'NOT_PROVABLE',
    })
    await devnet.waitForMessage({ id: sent!.id })
  })

  test('error: too little gas cannot turn a message into a failed one', async () => {
    const quiet = await createDevnet({ rollups: 1, l1: { slot: 0.25 }, relayer: false })
    try {
      const { message, id, hops } = await quiet.deposit({ rollup: 'r1', value: 5n, wait: false })
      const client = quiet.rollups.r1!.client.extend(publicActions()).extend(walletActions())
      // Any transaction makes the sequencer seal a block with a fresh anchor.
      await mined(quiet.rollups.r1!, await client.sendTransaction({ to: quiet.accounts[1]!.address }))
      const proof = await client.buildMessageProof({
        message,
        blockNumber: hops[0]!.blockNumber,
        source: quiet.l1.client,
        l1: quiet.l1.client,
      })
      const args = [message, proof] as const
      const address = quiet.rollups.r1!.contracts.gateway!
      const starved = { address, abi: gatewayAbi, functionName: 'deliver', args, gas: 600_000n } as const
      await expect(client.simulateContract(starved)).rejects.toThrow('InsufficientGas')
      expect((await quiet.messageTrace(id)).status).toBe('provable')
      await mined(quiet.rollups.r1!, await client.deliverMessage({ message, proof }))
      expect((await quiet.messageTrace(id)).status).toBe('delivered')
    } finally {
      await quiet.stop()
    }
  })
})

// CALLVALUE PUSH0 SSTORE, PUSH0 CALLDATALOAD PUSH1 1 SSTORE, STOP
const recorderCode = '0x345f555f35600155'

// With one byte of calldata it opens (slot 0 = 1); with any other it reverts until it has been opened.
const gateCode = '0x36600114600f575f546015575f5ffd5b60015f55005b3460015500'

async function deploy(chain: RollupHandle, runtime: Hex): Promise<Address> {
  const length = (runtime.length - 2) / 2
  // PUSH1 length, DUP1, PUSH1 9, PUSH0, CODECOPY, PUSH0, RETURN: the runtime follows at byte 9.
  const initcode = concat([toHex(0x60, { size: 1 }), toHex(length, { size: 1 }), '0x8060095f395ff3', runtime])
  const receipt = await mined(chain, await chain.client.deployContract({ abi: [], bytecode: initcode }))
  return receipt.contractAddress!
}

async function mined(chain: RollupHandle, hash: Hex) {
  const receipt = await chain.client.waitForTransactionReceipt({ hash })
  expect(receipt.status).toBe('success')
  return receipt
}

function slot(chain: RollupHandle, address: Address, index: number) {
  return chain.client.getStorageAt({ address, slot: toHex(index) })
}
