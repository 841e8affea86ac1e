import { parseEther, parseGwei } from 'viem'
import { describe, expect, test } from 'vitest'
import { encodeExecutionWitness, type GenesisAlloc, type SealedBlock } from '../../execute/index.ts'
import { testContracts } from '../testing/contracts.ts'
import { createTestNode, testAccounts } from '../testing/createTestNode.ts'

const recipient = testAccounts[1]!.address
const at = (n: number) => `0x${n.toString(16).padStart(40, '0')}` as const

/** Signed transfers of one account, nonces from 0. */
function transfers(count: number, fields: (i: number) => object = () => ({}), account = testAccounts[0]!) {
  return Promise.all(
    Array.from({ length: count }, (_, nonce) =>
      account.signTransaction({
        type: 'eip1559',
        chainId: 900,
        to: recipient,
        gas: 21_000n,
        nonce,
        maxFeePerGas: parseGwei('10'),
        maxPriorityFeePerGas: parseGwei('1'),
        ...fields(nonce),
      }),
    ),
  )
}

describe('instant', () => {
  test('a burst shares a block, and nothing is left behind', async () => {
    const { node } = await createTestNode()
    const raws = await transfers(50)
    const receipts = await Promise.all(
      raws.map((raw) => node.request({ method: 'eth_sendRawTransactionSync', params: [raw] })),
    )
    expect(receipts).toHaveLength(50)
    expect(node.head().block.header.number).toBeLessThan(10n)
    await node.close()
  })

  test('sequential transactions get a block each, with rising timestamps', async () => {
    const { node } = await createTestNode()
    for (const raw of await transfers(5)) await node.request({ method: 'eth_sendRawTransactionSync', params: [raw] })
    const timestamps = [0n, 1n, 2n, 3n, 4n, 5n].map((n) => node.blockByNumber(n)!.block.header.timestamp)
    expect(timestamps).toHaveLength(6)
    for (let i = 1; i < 6; i++) expect(timestamps[i]! > timestamps[i - 1]!).toBe(true)
    await node.close()
  })

  test('an attributes source that fails for a while delays, but does not wedge', async () => {
    let failures = 2
    const { node } = await createTestNode({
      attributes: async () => {
        if (failures-- > 0) throw new TypeError('L1 is away')
        return {}
      },
    })
    const [raw] = await transfers(1)
    expect(await node.request({ method: 'eth_sendRawTransactionSync', params: [raw] })).toMatchObject({ status: '0x1' })
    await node.close()
  })

  test('a transaction that fails in the EVM is included, and the next one too', async () => {
    const { node } = await createTestNode({ alloc: { [at(0xbad)]: { code: testContracts.invalid } } })
    const raws = await transfers(2, (i) => (i === 0 ? { to: at(0xbad), gas: 50_000n } : {}))
    const statuses = await Promise.all(
      raws.map(async (raw) => {
        const receipt = await node.request({ method: 'eth_sendRawTransactionSync', params: [raw] })
        return (receipt as { status: string }).status
      }),
    )
    expect(statuses).toEqual(['0x0', '0x1'])
    await node.close()
  })
})

describe('manual and interval', () => {
  test('manual seals when told, and eth_sendRawTransactionSync says that it waited in vain', async () => {
    const { node, client } = await createTestNode({ mining: { mode: 'manual' } })
    const [raw] = await transfers(1)
    await expect(node.request({ method: 'eth_sendRawTransactionSync', params: [raw, 20] })).rejects.toMatchObject({
      code: 4,
      data: expect.stringMatching(/^0x[0-9a-f]{64}$/),
    })
    await client.mine({ blocks: 2, interval: 10 })
    const [first, second] = [1n, 2n].map((n) => node.blockByNumber(n)!.block)
    expect(first!.transactions).toHaveLength(1)
    expect(second!.header.timestamp - first!.header.timestamp).toBe(10n)
    await node.close()
  })

  test('interval seals empty blocks too, at its pace', async () => {
    const { node } = await createTestNode({ mining: { mode: 'interval', seconds: 0.05 } })
    const started = performance.now()
    await new Promise<void>((resolve) => node.onBlock(({ block }) => block.header.number === 4n && resolve()))
    expect(performance.now() - started).toBeGreaterThan(140)
    await node.close()
  })

  test('time moves by warp, and by an exact next timestamp', async () => {
    const { node, client } = await createTestNode({ mining: { mode: 'manual' } })
    const before = (await node.seal()).block.header.timestamp
    await client.increaseTime({ seconds: 3600 })
    expect((await node.seal()).block.header.timestamp - before).toBeGreaterThanOrEqual(3600n)
    const next = node.head().block.header.timestamp + 1234n
    await client.setNextBlockTimestamp({ timestamp: next })
    expect((await node.seal()).block.header.timestamp).toBe(next)
    await expect(client.setNextBlockTimestamp({ timestamp: next })).rejects.toThrow('must exceed')
    await node.close()
  })

  test('a snapshot is gone back to', async () => {
    const { node, client, wallet } = await createTestNode()
    const before = await client.getBalance({ address: recipient })
    const id = await client.snapshot()
    await client.waitForTransactionReceipt({ hash: await wallet.sendTransaction({ to: recipient, value: 1n }) })
    await client.revert({ id })
    expect(await client.getBalance({ address: recipient })).toBe(before)
    expect(node.head().block.header.number).toBe(0n)
    const hash = await wallet.sendTransaction({ to: recipient, value: 2n })
    expect((await client.waitForTransactionReceipt({ hash })).status).toBe('success')
    expect(await client.getBalance({ address: recipient })).toBe(before + 2n)
    await node.close()
  })

  test('accounts are rewritten at once, and the chain carries it on', async () => {
    const { node, client, wallet } = await createTestNode()
    await client.setBalance({ address: at(0xaa), value: parseEther('7') })
    await client.setCode({ address: at(0xaa), bytecode: testContracts.counter })
    await client.setStorageAt({ address: at(0xaa), index: 0, value: `0x${'00'.repeat(31)}29` })
    expect(await client.getBalance({ address: at(0xaa) })).toBe(parseEther('7'))
    const hash = await wallet.sendTransaction({ to: at(0xaa) })
    await client.waitForTransactionReceipt({ hash })
    expect(await client.getStorageAt({ address: at(0xaa), slot: '0x0' })).toBe(`0x${'00'.repeat(31)}2a`)
    const witness = await node.request({ method: 'debug_executionWitness', params: ['latest'] })
    expect(witness).toMatchObject({ codes: expect.arrayContaining([testContracts.counter]) })
    await node.close()
  })
})

describe('limits', () => {
  const recipients: GenesisAlloc = Object.fromEntries(
    Array.from({ length: 600 }, (_, i) => [at(0x10000 + i * 977), { balance: 1n }]),
  )
  const payloadOf = ({ block, witness }: SealedBlock) =>
    encodeExecutionWitness(witness!).length + block.transactions.reduce((sum, tx) => sum + tx.serialize().length, 0)

  test('a block never exceeds the payload limit, whatever the pool holds', async () => {
    const payloadBytes = 20_000
    const { node } = await createTestNode({ recordWitness: true, limits: { payloadBytes }, alloc: recipients })
    const blocks: SealedBlock[] = []
    node.onBlock((block) => blocks.push(block))
    const raws = await transfers(120, (i) => ({ to: at(0x10000 + ((i * 5) % 600) * 977), value: 1n }))
    await Promise.all(raws.map((raw) => node.request({ method: 'eth_sendRawTransactionSync', params: [raw] })))
    expect(blocks.length).toBeGreaterThan(2)
    for (const block of blocks) expect(payloadOf(block)).toBeLessThanOrEqual(payloadBytes)
    // And blocks are filled, not just small.
    expect(Math.max(...blocks.map(payloadOf))).toBeGreaterThan(payloadBytes * 0.8)
    await node.close()
  })

  test('a transaction that no block could hold is refused with its size, and others go on', async () => {
    const { node } = await createTestNode({ recordWitness: true, limits: { payloadBytes: 12_000 } })
    const [large] = await transfers(1, () => ({ data: `0x${'ff'.repeat(12_000)}`, gas: 1_000_000n }))
    const [small] = await transfers(1, () => ({}), testAccounts[2]!)
    const refused = node.request({ method: 'eth_sendRawTransactionSync', params: [large] })
    const included = node.request({ method: 'eth_sendRawTransactionSync', params: [small] })
    await expect(refused).rejects.toMatchObject({ code: -32000, message: expect.stringMatching(/take \d+ bytes/) })
    expect(await included).toMatchObject({ status: '0x1' })
    await node.close()
  })

  test('where nobody answers requests, a transaction that makes one is dropped', async () => {
    const withdrawals = '0x00000961ef480eb55e80d19ad83579a64c007002'
    const { node } = await createTestNode({
      limits: { requests: false },
      alloc: { [withdrawals]: { code: testContracts.requester } },
    })
    const [asking] = await transfers(1, () => ({ to: withdrawals, gas: 100_000n, data: '0x01' }))
    const request = node.request({ method: 'eth_sendRawTransactionSync', params: [asking] })
    await expect(request).rejects.toMatchObject({ message: expect.stringContaining('consensus layer') })
    const [harmless] = await transfers(1)
    expect(await node.request({ method: 'eth_sendRawTransactionSync', params: [harmless] })).toMatchObject({
      status: '0x1',
    })
    expect(node.head().requests).toEqual([])
    await node.close()
  })
})
