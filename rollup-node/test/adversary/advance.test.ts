import { hexToBytes, keccak256, parseEther } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addresses } from '../../../contracts/index.ts'
import { explainExecute, type SealedBlock, type StatelessInput } from '../../../execute/index.ts'
import { infraKey } from '../../keys.ts'
import { type Adversary, createAdversary } from '../../testing/createAdversary.ts'
import { createTestNetwork, type TestNetwork } from '../../testing/createTestNetwork.ts'
import { advanceCalldata, type Forgery, forge } from '../../testing/forge.ts'
import { transfer } from '../../testing/transfer.ts'

const recipient = '0x00000000000000000000000000000000000b0b00'
const payloadOf = (input: StatelessInput) => input.newPayloadRequest.executionPayload
const other32 = () => hexToBytes(keccak256('0x01'))

let network: TestNetwork
let adversary: Adversary
/** Head on L1 is block 1; blocks 2 (a call of a contract) and 3 (empty) wait. */
let next: SealedBlock
let empty: SealedBlock
let anchorNumber: bigint

beforeAll(async () => {
  network = await createTestNetwork({ rollups: 2, settle: 'manual' })
  const rollup = network.rollups[0]!
  for (let mined = 0; mined < 5; mined++) await network.l1.seal()
  await transfer(rollup.node, recipient, parseEther('1'))
  await rollup.advance()
  for (let mined = 0; mined < 5; mined++) await network.l1.seal()
  anchorNumber = network.l1.head().block.header.number
  await transfer(rollup.node, addresses.multicall3, 0n)
  next = rollup.node.head()
  empty = await rollup.node.seal()
  adversary = await createAdversary(network)
})

afterAll(async () => {
  adversary.stop()
  await network.stop()
})

const refuse = (forgery: Forgery, sealed = next, anchor = anchorNumber) =>
  adversary.refused(advanceCalldata({ anchorNumber: anchor, input: forge(sealed, forgery) }))

describe('the policy of the rollup', () => {
  test.each<[string, RegExp, (input: StatelessInput) => void]>([
    ['another parent', /^WrongParent/, (input) => (payloadOf(input).parentHash = other32())],
    ['a block number too high', /^WrongNumber\(2, 3\)/, (input) => (payloadOf(input).blockNumber += 1n)],
    ['another gas limit', /^WrongGasLimit\(10000000, 10000001\)/, (input) => (payloadOf(input).gasLimit += 1n)],
    [
      'another fee recipient',
      /^WrongCoinbase/,
      (input) => (payloadOf(input).feeRecipient = new Uint8Array(20).fill(7)),
    ],
    ['a timestamp ahead of L1', /^FutureTimestamp/, (input) => (payloadOf(input).timestamp += 1_000_000n)],
    [
      'an anchor that is no L1 block',
      /^AnchorMismatch/,
      (input) => (input.newPayloadRequest.parentBeaconBlockRoot = other32()),
    ],
  ])('refuses %s', async (_, reason, change) => {
    expect(await refuse({ change })).toMatch(reason)
  })

  test('refuses an anchor from the future, from behind the head, or another than the block carries', async () => {
    expect(await refuse({}, next, 1_000_000n)).toMatch(/^UnknownAnchor\(1000000\)/)
    expect(await refuse({}, next, 0n)).toMatch(/^AnchorBackwards/)
    expect(await refuse({}, next, anchorNumber - 1n)).toMatch(/^AnchorMismatch/)
  })

  test('refuses a block that is settled already, and one that skips its parent', async () => {
    const settled = network.rollups[0]!.node.blockByNumber(1n)!
    expect(await refuse({}, settled)).toMatch(/^WrongParent/)
    expect(await refuse({}, empty)).toMatch(/^WrongParent/)
  })

  test('refuses the block of another rollup', async () => {
    const foreign = await network.rollups[1]!.node.seal()
    expect(await refuse({ chainId: 902 }, foreign)).toMatch(/^WrongParent/)
  })
})

describe('EXECUTE', () => {
  test.each<[string, string, (input: StatelessInput) => void]>([
    ['the chain id of another rollup', 'UNDECODABLE_TRANSACTION', (input) => (input.chainId = 902n)],
    ['another state root', 'WRONG_STATE_ROOT', (input) => (payloadOf(input).stateRoot = other32())],
    ['another receipts root', 'WRONG_RECEIPTS_ROOT', (input) => (payloadOf(input).receiptsRoot = other32())],
    ['other logs', 'WRONG_LOGS_BLOOM', (input) => flip(payloadOf(input).logsBloom, 5)],
    ['other gas used', 'WRONG_GAS_USED', (input) => (payloadOf(input).gasUsed -= 1n)],
    ['another base fee', 'WRONG_BASE_FEE', (input) => (payloadOf(input).baseFeePerGas += 1n)],
    ['blob gas', 'ROLLUP_BLOB_GAS', (input) => (payloadOf(input).blobGasUsed = 131_072n)],
    ['a time before its parent', 'TIMESTAMP_NOT_AFTER_PARENT', (input) => (payloadOf(input).timestamp = 0n)],
    [
      'a block that leaves the transaction out',
      'WRONG_STATE_ROOT',
      (input) => {
        payloadOf(input).transactions = []
        payloadOf(input).gasUsed = 0n
        input.publicKeys = []
      },
    ],
    ['a transaction twice', 'INVALID_TRANSACTION', (input) => addTransaction(input, payloadOf(input).transactions[0]!)],
    ['an empty transaction', 'EMPTY_TRANSACTION', (input) => addTransaction(input, new Uint8Array())],
    ['bytes that are no transaction', 'ROLLUP_TRANSACTION_TYPE', (input) => addTransaction(input, other32())],
    ['another recipient', 'WRONG_PUBLIC_KEY', (input) => redirect(payloadOf(input).transactions[0]!)],
    ['a changed signature', 'WRONG_PUBLIC_KEY', (input) => flip(payloadOf(input).transactions[0]!)],
    ["another sender's key", 'WRONG_PUBLIC_KEY', (input) => flip(input.publicKeys[0]!, 10)],
    ["no sender's key", 'PUBLIC_KEY_COUNT', (input) => (input.publicKeys = [])],
    ['versioned hashes', 'WRONG_VERSIONED_HASHES', (input) => input.newPayloadRequest.versionedHashes.push(other32())],
    [
      'a withdrawal, which would mint ether',
      'ROLLUP_WITHDRAWALS',
      (input) =>
        payloadOf(input).withdrawals.push({
          index: 0n,
          validatorIndex: 0n,
          address: hexToBytes(recipient),
          amount: 1_000_000_000n,
        }),
    ],
    [
      'a request to the consensus layer',
      'ROLLUP_REQUESTS',
      (input) =>
        input.newPayloadRequest.executionRequests.withdrawals.push({
          sourceAddress: new Uint8Array(20),
          validatorPubkey: new Uint8Array(48),
          amount: 1n,
        }),
    ],
    ['a trie node less', 'MISSING_NODE', (input) => (input.witness.state = input.witness.state.slice(1))],
    ['the last trie node less', 'MISSING_NODE', (input) => (input.witness.state = input.witness.state.slice(0, -1))],
    ['a changed trie node', 'MISSING_NODE', (input) => flip(input.witness.state[0]!)],
    ['no codes', 'MISSING_CODE', (input) => (input.witness.codes = [])],
    ['a changed code', 'MISSING_CODE', (input) => flip(input.witness.codes[0]!)],
    ['no headers', 'MISSING_PARENT_HEADER', (input) => (input.witness.headers = [])],
    ['another header as parent', 'MISSING_PARENT_HEADER', (input) => flip(input.witness.headers.at(-1)!)],
  ])('refuses %s: %s', async (_, rule, change) => {
    expect(await refuse({ change })).toMatch(/^ExecuteFailed\(2\)/)
    expect(await explainExecute(forge(next, { change }), { schedule: { osaka: 0 } })).toMatchObject({ rule })
  })

  test('refuses a block hash that is not that of the block', async () => {
    const spoil = (input: StatelessInput) => {
      payloadOf(input).blockHash = other32()
    }
    expect(await refuse({ spoil })).toMatch(/^ExecuteFailed/)
  })

  test('refuses a blob transaction', async () => {
    const raw = await privateKeyToAccount(infraKey('relayer', 0)).signTransaction({
      type: 'eip4844',
      chainId: 901,
      nonce: 2,
      to: recipient,
      gas: 21_000n,
      maxFeePerGas: parseEther('1', 'gwei') * 10n,
      maxPriorityFeePerGas: 1n,
      maxFeePerBlobGas: 10n,
      blobVersionedHashes: [`0x01${'22'.repeat(31)}`],
    })
    const change = (input: StatelessInput) => addTransaction(input, hexToBytes(raw))
    expect(await refuse({ change })).toMatch(/^ExecuteFailed/)
  })

  test('refuses to be given too little gas', async () => {
    const calldata = advanceCalldata({ anchorNumber, input: forge(next) })
    expect(await adversary.refused(calldata, { gas: 10_000_000n })).toMatch(/^ExecuteFailed/)
  })
})

describe('the contract', () => {
  test('refuses an empty block that says it belongs to another chain, although EXECUTE accepts it', async () => {
    const rollup = network.rollups[0]!
    await rollup.advance({ blocks: 1 })
    const { number } = rollup.status().finalized
    expect(number).toBe(2n)
    expect(await refuse({ change: (input) => (input.chainId = 902n) }, empty)).toMatch(/^WrongChainId\(901, 902\)/)
  })
})

test('the honest settler goes on after all of it', async () => {
  const rollup = network.rollups[0]!
  await transfer(rollup.node, recipient, 1n)
  await rollup.advance()
  expect(rollup.status()).toMatchObject({ lag: { blocks: 0n }, finalized: { number: 4n } })
})

/** Turns one bit of a byte; the last one, if not told which. */
function flip(bytes: Uint8Array, index = bytes.length - 1): void {
  bytes[index]! ^= 1
}

/** With a key, so that it is not for want of one that it is refused. */
function addTransaction(input: StatelessInput, transaction: Uint8Array): void {
  payloadOf(input).transactions.push(transaction)
  input.publicKeys.push(input.publicKeys[0]!)
}

/** Changes the recipient in a signed transaction. */
function redirect(transaction: Uint8Array): void {
  flip(transaction, Buffer.from(transaction).indexOf(Buffer.from(hexToBytes(addresses.multicall3))))
}
