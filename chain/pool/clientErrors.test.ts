import {
  BaseError,
  ContractFunctionRevertedError,
  ExecutionRevertedError,
  encodeErrorResult,
  FeeCapTooLowError,
  type Hex,
  InsufficientFundsError,
  IntrinsicGasTooLowError,
  NonceTooLowError,
  parseAbi,
  parseEther,
  parseGwei,
  TipAboveFeeCapError,
  TransactionRejectedRpcError,
} from 'viem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testContracts } from '../testing/contracts.ts'
import { createTestNode, testAccounts } from '../testing/createTestNode.ts'

const reverter: Hex = '0x000000000000000000000000000000000000dead'
const abi = parseAbi(['error TooMuch(uint256 most)', 'function fail()'])
const revertData = encodeErrorResult({ abi, errorName: 'TooMuch', args: [7n] })
// Reverts with TooMuch(7), whatever it is called with: PUSH36, MSTORE, REVERT.
const failing: Hex = '0x000000000000000000000000000000000000fa11'
const failingCode: Hex = `0x7f${revertData.slice(2, 66)}5f527f${revertData.slice(66).padEnd(64, '0')}60205260245ffd`
const recipient = testAccounts[1]!.address
let at: Awaited<ReturnType<typeof createTestNode>>

beforeAll(async () => {
  at = await createTestNode({
    mining: { mode: 'manual' },
    alloc: { [reverter]: { code: testContracts.reverter }, [failing]: { code: failingCode } },
  })
  // Nonce 0 is used up; nonce 1 waits in the pool.
  for (let nonce = 0; nonce < 2; nonce++) {
    await send({ nonce })
    if (nonce === 0) await at.node.seal()
  }
})
afterAll(() => at.node.close())

const send = (fields: object) =>
  at.wallet.sendTransaction({
    to: recipient,
    gas: 21_000n,
    nonce: 2,
    maxFeePerGas: parseGwei('10'),
    maxPriorityFeePerGas: parseGwei('1'),
    ...fields,
  } as never)

async function failure(promise: Promise<unknown>): Promise<BaseError> {
  const error = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(BaseError)
  return error as BaseError
}

test.each<[string, object, new (...options: never[]) => Error]>([
  ['nonce too low', { nonce: 0 }, NonceTooLowError],
  ['insufficient funds', { value: parseEther('20000') }, InsufficientFundsError],
  ['intrinsic gas too low', { gas: 20_000n }, IntrinsicGasTooLowError],
  ['fee below the base fee', { maxFeePerGas: 5n, maxPriorityFeePerGas: 1n }, FeeCapTooLowError],
])('viem knows when sending fails: %s', async (_, fields, ExpectedError) => {
  const error = await failure(send(fields))
  expect(error.walk((cause) => cause instanceof ExpectedError)).toBeInstanceOf(ExpectedError)
})

test('a tip above the fee is named in words that viem knows', async () => {
  const fees = { maxFeePerGas: '0x77359400', maxPriorityFeePerGas: '0x77359401' }
  const request = { from: testAccounts[0]!.address, to: recipient, gas: '0x5208', ...fees }
  await expect(at.node.request({ method: 'eth_sendTransaction', params: [request] })).rejects.toMatchObject({
    code: -32000,
    message: expect.stringMatching(TipAboveFeeCapError.nodeMessage),
  })
})

test.each<[string, object, RegExp]>([
  ['a replacement that pays too little', { nonce: 1, value: 5n }, /^replacement transaction underpriced/],
  ['the same transaction again', { nonce: 1 }, /^already known/],
  [
    'more gas than a block has',
    { nonce: 3, gas: 30_000_001n },
    /^(exceeds block gas limit|transaction gas limit too high)/,
  ],
])('geth`s words begin the message: %s', async (_, fields, words) => {
  const error = await failure(send(fields))
  const rpcError = error.walk((cause) => typeof (cause as { code?: unknown }).code === 'number') as unknown as {
    code: number
    details?: string
  }
  expect(rpcError.code).toBe(-32000)
  expect(rpcError).not.toBeInstanceOf(TransactionRejectedRpcError)
  expect(error.details).toMatch(words)
})

test.each(['estimateGas', 'call'] as const)('a revert decodes to its custom error: %s', async (action) => {
  const contract = { address: failing, abi, functionName: 'fail', account: testAccounts[0]!.address } as const
  const error = await failure(
    action === 'call' ? at.client.simulateContract(contract) : at.client.estimateContractGas(contract),
  )
  const reverted = error.walk(
    (cause) => cause instanceof ContractFunctionRevertedError || cause instanceof ExecutionRevertedError,
  )
  expect(reverted).not.toBeNull()
  if (action === 'call') {
    expect(reverted).toMatchObject({ data: { errorName: 'TooMuch', args: [7n] }, raw: revertData })
  }
  const method = action === 'call' ? 'eth_call' : 'eth_estimateGas'
  await expect(at.node.request({ method, params: [{ to: failing }] })).rejects.toMatchObject({
    code: 3,
    message: 'execution reverted',
    data: revertData,
  })
})

test.each<[string, object, new (...options: never[]) => Error]>([
  ['insufficient funds', { account: '0x00000000000000000000000000000000000b0b00', value: 1n }, InsufficientFundsError],
  ['intrinsic gas too low', { gas: 20_000n }, IntrinsicGasTooLowError],
  [
    'insufficient funds for gas',
    { account: '0x00000000000000000000000000000000000b0b00', maxFeePerGas: parseGwei('2') },
    InsufficientFundsError,
  ],
  [
    'insufficient funds for the gas it names',
    { account: '0x00000000000000000000000000000000000b0b00', gas: 30_000n, maxFeePerGas: parseGwei('2') },
    InsufficientFundsError,
  ],
  ['fee below the base fee', { maxFeePerGas: 5n, maxPriorityFeePerGas: 1n }, FeeCapTooLowError],
])('viem knows when a call cannot begin: %s', async (_, fields, ExpectedError) => {
  const call = { account: testAccounts[0]!.address, to: recipient, ...fields } as never
  const error = await failure(at.client.call(call))
  expect(error.walk((cause) => cause instanceof ExpectedError)).toBeInstanceOf(ExpectedError)
})
