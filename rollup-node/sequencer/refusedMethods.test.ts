import { createTestClient, custom, parseEther } from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestNetwork, type TestNetwork } from '../testing/createTestNetwork.ts'
import { transfer } from '../testing/transfer.ts'

const account = '0x00000000000000000000000000000000000b0b00'
let network: TestNetwork

beforeAll(async () => {
  network = await createTestNetwork()
})
afterAll(() => network.stop())

const clientOf = (mode: 'anvil' | 'hardhat' | 'ganache') =>
  createTestClient({ mode, transport: custom(network.rollups[0]!.node, { retryCount: 0 }) })

test.each(['anvil', 'hardhat'] as const)(
  'error: what L1 would reject names the way that works, mode %s',
  async (mode) => {
    const client = clientOf(mode)
    const refusals: [Promise<unknown>, string][] = [
      [client.setBalance({ address: account, value: parseEther('1') }), 'deposit'],
      [client.setCode({ address: account, bytecode: '0x00' }), 'genesis'],
      [client.setNonce({ address: account, nonce: 5 }), 'send a transaction'],
      [client.setStorageAt({ address: account, index: 0, value: `0x${'00'.repeat(32)}` }), 'genesis'],
      [client.impersonateAccount({ address: account }), 'sign with the key'],
      [client.sendUnsignedTransaction({ from: account, to: account }), 'sign with the key'],
      [client.setNextBlockBaseFeePerGas({ baseFeePerGas: 1n }), 'configuration'],
      [client.setCoinbase({ address: account }), 'configuration'],
      [client.setBlockGasLimit({ gasLimit: 1_000_000n }), 'configuration'],
      [client.snapshot(), 'reorganise L1'],
      [client.revert({ id: '0x1' }), 'reorganise L1'],
      [client.reset(), 'reorganise L1'],
    ]
    for (const [refusal, instead] of refusals) {
      await expect(refusal).rejects.toMatchObject({
        details: expect.stringMatching(`is not possible on r1.*${instead}`),
      })
    }
  },
)

test('error: under the names of Ganache and go-ethereum too', async () => {
  const { node } = network.rollups[0]!
  await expect(node.request({ method: 'debug_setHead', params: ['0x0'] })).rejects.toMatchObject({ code: -32004 })
  await expect(node.request({ method: 'evm_setAccountBalance', params: [account, '0x1'] })).rejects.toMatchObject({
    code: -32004,
    message: expect.stringContaining('deposit'),
  })
})

test('behavior: mining, time and the pool are free, and all of it settles', async () => {
  const client = clientOf('anvil')
  const [rollup] = network.rollups
  const { node } = rollup!
  await client.mine({ blocks: 2, interval: 30 })
  await client.increaseTime({ seconds: 3600 })
  await client.setNextBlockTimestamp({ timestamp: node.head().block.header.timestamp + 7200n })
  await client.setAutomine(false)
  const sent = transfer(node, account, 1n)
  await client.mine({ blocks: 1 })
  await sent
  await client.setAutomine(true)
  await rollup!.settled(node.head().block.header.number)
})
