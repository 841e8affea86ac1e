import { type Hex, numberToHex, pad } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testContracts } from '../testing/contracts.ts'
import { testAccounts } from '../testing/createTestNode.ts'
import { createTwins, shapeOf, type Twins } from '../testing/createTwins.ts'

const [sender, recipient] = testAccounts.map(({ address }) => address.toLowerCase()) as [Hex, Hex]
const counter: Hex = '0xc0000000000000000000000000000000000000c1'
const reverter: Hex = '0xc0000000000000000000000000000000000000c2'
const stranger: Hex = '0x00000000000000000000000000000000000057a9'
const unknownHash = `0x${'ab'.repeat(32)}`
const word = pad('0x7')
const fees = { maxFeePerGas: '0x2540be400', maxPriorityFeePerGas: '0x3b9aca00' }

/** What anvil adds to answers of the execution-apis, and go-ethereum does not have or has left behind. */
const anvilsOwn = new Set(['totalDifficulty', 'clientCommitSha', 'clientSemver'])

let twins: Twins
let sent: Hex
beforeAll(async () => {
  twins = await createTwins({
    [counter]: { code: testContracts.counter },
    [reverter]: { code: testContracts.reverter },
  })
  await twins.send({ to: recipient, value: 1n })
  sent = await twins.send({ to: counter, data: word })
})
afterAll(() => twins.stop())

/** Names of fields, and of what type their values are. */
function formOf(answer: unknown): unknown {
  const json = JSON.stringify(answer ?? null, (key, value) => (anvilsOwn.has(key) ? undefined : value))
  return shapeOf(JSON.parse(json))
}

async function sameForm(method: string, ...params: unknown[]): Promise<void> {
  const [ours, anvils] = await twins.ask(method, ...params)
  expect([method, params, formOf(ours)]).toEqual([method, params, formOf(anvils)])
}

async function sameAnswer(method: string, ...params: unknown[]): Promise<void> {
  const [ours, anvils] = await twins.ask(method, ...params)
  expect([method, params, ours]).toEqual([method, params, anvils])
}

describe('the same answer as anvil`s', () => {
  const blocks = [
    'latest',
    'earliest',
    'pending',
    '0x1',
    '0x01',
    { blockNumber: '0x2' },
    { blockNumber: 'latest' },
    null,
  ]

  test.each(blocks)('state at %j', async (block) => {
    // Genesis is another: anvil's holds what its test methods have written before the first block.
    if (block === 'earliest') return sameAnswer('eth_getTransactionCount', sender, block)
    await sameAnswer('eth_getTransactionCount', sender, block)
    await sameAnswer('eth_getBalance', recipient, block)
    await sameAnswer('eth_getStorageAt', counter, '0x0', block)
    await sameAnswer('eth_call', { to: counter, data: word }, block)
    await sameAnswer('eth_getAccountInfo', counter, block)
    // anvil knows no account of a block that is not sealed.
    if (block !== 'pending') await sameAnswer('eth_getAccount', counter, block)
  })

  test.each<[string, unknown]>([
    ['all', {}],
    ['an address', { address: counter }],
    ['addresses', { address: [counter, stranger] }],
    ['no address', { address: [] }],
    ['a topic', { topics: [word] }],
    ['alternatives', { topics: [[word, pad('0x8')]] }],
    ['an alternative that is anything', { topics: [[pad('0x8'), null]] }],
    ['anything', { topics: [null] }],
    ['no alternative', { topics: [[]] }],
    ['another topic', { topics: [pad('0x8')] }],
    ['another contract', { address: stranger }],
    ['a later range', { fromBlock: '0xff' }],
  ])('logs: %s', async (_, filter) => {
    const [ours, anvils] = await twins.ask('eth_getLogs', { fromBlock: '0x0', ...(filter as object) })
    const count = (answer: unknown) => (Array.isArray(answer) ? answer.length : 'refused')
    expect(count(ours)).toBe(count(anvils))
  })

  test.each<[string, object]>([
    ['a call', { to: counter, data: word }],
    ['gas that is enough', { to: counter, data: word, gas: '0x20000' }],
    ['a price', { from: sender, to: counter, gasPrice: '0x77359400' }],
    ['fees', { from: sender, to: counter, ...fees }],
    ['an access list', { to: counter, accessList: [{ address: counter, storageKeys: [pad('0x0')] }] }],
    ['input for data', { to: counter, input: word }],
    ['nulls', { to: counter, data: null, value: null, gasPrice: null }],
    ['a creation', { data: '0x60206000f3' }],
    ['a revert', { to: reverter, data: '0x1234' }],
    ['a revert with nothing', { to: reverter }],
    ['bytes and a half', { to: counter, data: '0x123' }],
    ['no address', { to: '0x' }],
    ['a negative value', { to: counter, value: '-0x1' }],
  ])('calls and their gas: %s', async (_, call) => {
    await sameAnswer('eth_call', call, 'latest')
    await sameAnswer('eth_estimateGas', call, 'latest')
  })

  test.each([
    ['eth_chainId'],
    ['net_version'],
    ['eth_networkId'],
    ['net_listening'],
    ['eth_blockNumber'],
    ['eth_syncing'],
    ['eth_blobBaseFee'],
    ['eth_maxPriorityFeePerGas'],
    ['eth_coinbase'],
    ['web3_sha3', '0x1234'],
    ['eth_sign', sender, '0x1234'],
    ['personal_sign', '0x1234', sender],
    ['eth_getBlockByHash', unknownHash, false],
    ['eth_getBlockByNumber', '0xff', false],
    ['eth_getTransactionByHash', unknownHash],
    ['eth_getTransactionReceipt', unknownHash],
    ['eth_getTransactionByBlockNumberAndIndex', '0x1', '0x9'],
    ['eth_getTransactionBySenderAndNonce', sender, '0x99'],
    ['eth_getFilterChanges', '0x99'],
    ['eth_uninstallFilter', '0x99'],
    ['nothing_atAll'],
    ['eth_getBlockByNumber'],
    ['eth_getBalance', '0x12', 'latest'],
    ['eth_sendRawTransaction', 'zz'],
  ])('%s', sameAnswer)
})

describe('an answer of the same form as anvil`s', () => {
  test.each([
    ['eth_getBlockByNumber', 'latest', false],
    ['eth_getBlockByNumber', 'latest', true],
    ['eth_feeHistory', '0x2', 'latest', [25, 75]],
    ['eth_gasPrice'],
    ['eth_accounts'],
    ['eth_requestAccounts'],
    ['eth_createAccessList', { to: counter }, 'latest'],
    ['eth_getProof', counter, [pad('0x0')], 'latest'],
    ['eth_config'],
    ['eth_newBlockFilter'],
    ['eth_newFilter', {}],
    ['eth_newPendingTransactionFilter'],
    ['eth_signTransaction', { from: sender, to: recipient }],
    ['anvil_nodeInfo'],
    ['anvil_metadata'],
    ['anvil_getGenesisTime'],
    ['txpool_status'],
    ['txpool_content'],
    ['txpool_inspect'],
  ])('%s', sameForm)

  test('eth_fillTransaction', async () => {
    await sameForm('eth_fillTransaction', { from: stranger, to: recipient })
    await sameForm('eth_fillTransaction', { from: sender, to: recipient, gasPrice: '0x77359400' })
  })

  test('of transactions and logs', async () => {
    await sameForm('eth_getTransactionByHash', sent)
    await sameForm('eth_getLogs', { fromBlock: '0x0' })
    await sameForm('eth_getTransactionBySenderAndNonce', sender, 1)
  })

  test('of receipts, but for what anvil says of blobs and time', async () => {
    const receipts = await twins.ask('eth_getTransactionReceipt', sent)
    const [ours, { blobGasPrice, blockTimestamp, ...anvils }] = receipts as [object, Record<string, unknown>]
    expect(formOf(ours)).toEqual(formOf(anvils))
  })

  test.each([
    ['anvil_setBalance', stranger, '0x5'],
    ['anvil_addBalance', stranger, 5],
    ['tenderly_setBalance', stranger, '0x5'],
    ['hardhat_setNonce', stranger, '0x5'],
    ['anvil_setCode', stranger, '0x00'],
    ['anvil_setStorageAt', stranger, 3, word],
    ['anvil_setStorageAt', stranger, '0x0', '0x5'],
    ['anvil_setCoinbase', stranger],
    ['anvil_setNextBlockBaseFeePerGas', '0x3b9aca00'],
    ['evm_setBlockGasLimit', '0x1c9c380'],
    ['evm_increaseTime', 60],
    ['evm_setTime', 4_000_000_000],
    ['evm_setNextBlockTimestamp', 4_000_001_000],
    ['evm_setNextBlockTimestamp', 5],
    ['anvil_setBlockTimestampInterval', 12],
    ['evm_mine'],
    ['evm_mine', 4_000_002_000],
    ['anvil_mine', '0x2', '0xa'],
    ['anvil_mine', 'x'],
    ['anvil_removeBlockTimestampInterval'],
    ['anvil_removeBlockTimestampInterval'],
    ['evm_setAutomine', true],
    ['evm_setAutomine', 'true'],
    ['anvil_getAutomine'],
    ['anvil_getIntervalMining'],
    ['anvil_impersonateAccount', stranger],
    ['anvil_stopImpersonatingAccount', stranger],
    ['anvil_autoImpersonateAccount', false],
    ['anvil_dropTransaction', unknownHash],
    ['anvil_dropAllTransactions'],
    ['anvil_removePoolTransactions', sender],
    ['anvil_setLoggingEnabled', true],
    ['evm_revert', '0x99'],
    ['evm_snapshot'],
    ['anvil_reorg', 1, []],
    ['anvil_rollback', 1],
    ['anvil_reset'],
  ])('%s', sameForm)

  test('of a chain that test methods have led: number and time', async () => {
    for (const method of ['anvil_reset', 'evm_mine']) await twins.ask(method)
    await twins.ask('evm_setNextBlockTimestamp', 5_000_000_000)
    await twins.ask('anvil_mine', 3, 7)
    for (const number of [2, 3, 4]) {
      const [ours, anvils] = (await twins.ask('eth_getBlockByNumber', numberToHex(number), false)) as {
        timestamp: Hex
      }[]
      expect(ours!.timestamp).toBe(anvils!.timestamp)
    }
  })
})
