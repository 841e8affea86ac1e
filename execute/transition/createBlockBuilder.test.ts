import { describe, expect, test } from 'vitest'
import { ExceptionalHalt } from '../errors.ts'
import { hashHeader } from '../rlp/header.ts'
import type { Header } from '../types/Header.ts'
import type { Precompile, PrecompileContext } from '../types/Precompile.ts'
import { addressOf, bytesOf, codes, createTestChain, hex, senders, word } from './chain.test-support.ts'
import { systemContracts } from './constants.ts'

const alloc = {
  [addressOf('store')]: { code: codes.store, storage: { '0x01': '0x07' } as const },
  [addressOf('staticCall')]: { code: codes.staticCall },
}

describe('createBlockBuilder', () => {
  test('behavior: transfers move ETH and the receipt says what was paid', async () => {
    const chain = createTestChain()
    const to = addressOf('someone')
    const sealed = await chain.seal([chain.sign(0, { to, value: 1000n, nonce: 0n })])
    const [receipt] = sealed.receipts
    expect(receipt).toMatchObject({ type: 2, status: true, gasUsed: 21_000n, cumulativeGasUsed: 21_000n })
    expect(receipt!.effectiveGasPrice).toBe(sealed.block.header.baseFeePerGas! + 1n)
    expect(sealed.state.getAccount(bytesOf(to))!.balance).toBe(1000n)
    expect(sealed.state.getAccount(bytesOf(senders[0]!))!.balance).toBe(
      10n ** 20n - 1000n - 21_000n * receipt!.effectiveGasPrice,
    )
    expect(chain.blocks[0]!.state.getAccount(bytesOf(to))).toBeUndefined()
    expect(hex(sealed.hash)).toBe(hex(hashHeader(sealed.block.header)))
    await expect(chain.verify()).resolves.toMatchObject({ hash: sealed.hash })
  })

  test.each([
    ['NONCE_TOO_LOW', { nonce: 0n }],
    ['NONCE_TOO_HIGH', { nonce: 2n }],
    ['INSUFFICIENT_FUNDS', { nonce: 1n, value: 10n ** 21n }],
    ['FEE_TOO_LOW', { nonce: 1n, maxFeePerGas: 1n }],
    ['INTRINSIC_GAS_TOO_LOW', { nonce: 1n, gasLimit: 20_999n }],
    ['BLOCK_GAS_EXCEEDED', { nonce: 1n, gasLimit: 15_000_000n }],
  ])('error: %s leaves the block as it was', async (code, fields) => {
    const chain = createTestChain({ alloc, gasLimit: 15_500_000n })
    const touch = { to: addressOf('store'), data: `0x${word(1)}${word(8)}`, gasLimit: 100_000n }
    const big = chain.sign(0, { ...touch, gasLimit: 900_000n, nonce: 0n })
    const builder = await chain.builder()
    await builder.add(big)
    const before = { gasUsed: builder.gasUsed(), witnessBytes: builder.witnessBytes() }
    const bad = chain.sign(0, { ...touch, ...fields, ...(code === 'BLOCK_GAS_EXCEEDED' && { gasLimit: 15_490_000n }) })
    await expect(builder.add(bad)).rejects.toMatchObject({ name: 'InvalidTransaction', code })
    expect({ gasUsed: builder.gasUsed(), witnessBytes: builder.witnessBytes() }).toEqual(before)
    const sealed = await builder.seal()
    expect(sealed.state.root).toEqual((await chain.seal([big])).state.root)
  })

  test('behavior: a transaction decoded under an older fork is executed under the rules of the block', async () => {
    const chain = createTestChain({ forks: { cancun: 0, prague: 1001 } })
    const decodedUnder = (timestamp: bigint) => chain.rules.common(timestamp).hardfork()
    expect([decodedUnder(1000n), decodedUnder(1001n)]).toEqual(['cancun', 'prague'])
    const transaction = chain.sign(0, { to: addressOf('someone'), nonce: 0n })
    const old = (await import('../rlp/transaction.ts')).decodeTransaction(transaction.serialize(), chain.rules, {
      timestamp: 1000n,
    })
    const sealed = await chain.seal([old])
    expect(sealed.refused).toEqual([])
    expect(sealed.block.header.requestsHash).toBeDefined()
  })

  test('behavior: the parent beacon root and the parent hash can be read in the next block', async () => {
    const chain = createTestChain({ alloc })
    const anchor = new Uint8Array(32).fill(0xab)
    const sealed = await chain.seal([], { parentBeaconBlockRoot: anchor })
    const slot = (key: bigint) => bytesOf(word(key))
    const time = sealed.block.header.timestamp
    expect(sealed.state.getStorage(systemContracts.beaconRoots, slot((time % 8191n) + 8191n))).toEqual(anchor)
    expect(sealed.state.getStorage(systemContracts.historyStorage, slot(0n))).toEqual(chain.blocks[0]!.hash)
    // SYSTEM_ADDRESS must not appear in the state, although it calls.
    expect(sealed.state.getAccount(new Uint8Array(20).fill(0xff).fill(0xfe, 19))).toBeUndefined()
  })

  test('error: a block is invalid without the contracts of EIP-7002 and EIP-7251, or if they fail', async () => {
    const address = hex(systemContracts.withdrawalRequests)
    const without = createTestChain({ alloc: { [address]: { balance: 1n } } })
    await expect(without.seal()).rejects.toMatchObject({ name: 'InvalidBlock', code: 'MISSING_SYSTEM_CONTRACT' })
    const failing = createTestChain({ alloc: { [address]: { code: '0x5f5ffd' } } })
    await expect(failing.seal()).rejects.toMatchObject({ name: 'InvalidBlock', code: 'FAILED_SYSTEM_CALL' })
  })

  test('behavior: what a request contract returns becomes a request', async () => {
    const chain = createTestChain({
      alloc: { [hex(systemContracts.withdrawalRequests)]: { code: '0x60aa5f5360015ff3' } },
    })
    const sealed = await chain.seal()
    expect(sealed.requests).toEqual([Uint8Array.of(1, 0xaa)])
    await expect(chain.verify()).resolves.toBeDefined()
  })
})

describe('stateTransition', () => {
  const wrong = new Uint8Array(32).fill(1)
  test.each<[string, Partial<Header>]>([
    ['WRONG_STATE_ROOT', { stateRoot: wrong }],
    ['WRONG_RECEIPTS_ROOT', { receiptsRoot: wrong }],
    ['WRONG_TRANSACTIONS_ROOT', { transactionsRoot: wrong }],
    ['WRONG_WITHDRAWALS_ROOT', { withdrawalsRoot: wrong }],
    ['WRONG_REQUESTS_HASH', { requestsHash: wrong }],
    ['WRONG_LOGS_BLOOM', { logsBloom: new Uint8Array(256).fill(1) }],
    ['WRONG_GAS_USED', { gasUsed: 21_001n }],
    ['WRONG_BLOB_GAS_USED', { blobGasUsed: 131_072n }],
    ['WRONG_BASE_FEE', { baseFeePerGas: 7n }],
    ['WRONG_EXCESS_BLOB_GAS', { excessBlobGas: 1n }],
    ['WRONG_GAS_LIMIT', { gasLimit: 40_000_000n }],
    ['WRONG_NUMBER', { number: 7n }],
    ['WRONG_PARENT_HASH', { parentHash: wrong }],
    ['WRONG_DIFFICULTY', { difficulty: 1n }],
    ['WRONG_NONCE', { nonce: new Uint8Array(8).fill(1) }],
    ['WRONG_OMMERS_HASH', { ommersHash: wrong }],
    ['TIMESTAMP_NOT_AFTER_PARENT', { timestamp: 1000n }],
    ['EXTRA_DATA_TOO_LONG', { extraData: new Uint8Array(33) }],
  ])('error: %s', async (code, change) => {
    const chain = createTestChain()
    const { block } = await chain.seal([chain.sign(0, { to: addressOf('someone'), nonce: 0n })])
    await expect(chain.verify({ block: { ...block, header: { ...block.header, ...change } } })).rejects.toMatchObject({
      name: 'InvalidBlock',
      code,
    })
  })

  test('error: a transaction that cannot be included makes the block invalid', async () => {
    const chain = createTestChain()
    const { block } = await chain.seal()
    const transactions = [chain.sign(0, { to: addressOf('someone'), nonce: 4n })]
    await expect(chain.verify({ block: { ...block, transactions } })).rejects.toMatchObject({
      name: 'InvalidBlock',
      code: 'INVALID_TRANSACTION',
      cause: { code: 'NONCE_TOO_HIGH' },
    })
  })
})

describe('precompiles', () => {
  const address = '0x0000000000000000000000000000000000000101'

  function chainWith(run: Precompile['run']) {
    return createTestChain({ alloc, precompiles: [{ name: 'TEST', address: bytesOf(address), run }] })
  }

  test('behavior: they are called directly and through STATICCALL, and see the block', async () => {
    const contexts: PrecompileContext[] = []
    const chain = chainWith(({ data, context }) => {
      contexts.push(context)
      return { output: Uint8Array.from(data).reverse(), gasUsed: 100n }
    })
    const results = []
    const builder = await chain.builder()
    results.push(await builder.add(chain.sign(0, { to: address, data: '0x010203', nonce: 0n })))
    results.push(
      await builder.add(
        chain.sign(0, { to: addressOf('staticCall'), data: `0x${word(BigInt(address))}0405`, nonce: 1n }),
      ),
    )
    expect(results.map(({ returnData }) => hex(returnData))).toEqual(['0x030201', `0x${word(1)}`])
    expect(contexts[0]).toMatchObject({ blockNumber: 1n, timestamp: 1001n, blobVersionedHashes: [] })
  })

  test('behavior: a halt takes all the gas of the call, and the transaction is included', async () => {
    const chain = chainWith(() => {
      throw new ExceptionalHalt('no')
    })
    const sealed = await chain.seal([
      chain.sign(0, { to: address, gasLimit: 50_000n, nonce: 0n }),
      chain.sign(0, { to: addressOf('staticCall'), data: `0x${word(BigInt(address))}`, gasLimit: 500_000n, nonce: 1n }),
    ])
    expect(sealed.receipts[0]).toMatchObject({ status: false, gasUsed: 50_000n })
    expect(sealed.receipts[1]!.status).toBe(true)
    expect(sealed.receipts[1]!.gasUsed).toBeGreaterThan(460_000n)
  })

  test('error: any other failure is one of the node, not of the call', async () => {
    const chain = chainWith(() => {
      throw new TypeError('a bug')
    })
    const builder = await chain.builder()
    const transaction = chain.sign(0, { to: address, nonce: 0n })
    await expect(builder.add(transaction)).rejects.toThrow(new TypeError('a bug'))
    await expect(builder.add(transaction)).rejects.toMatchObject({ code: 'BUILDER_CLOSED' })
    await expect(builder.seal()).rejects.toMatchObject({ code: 'BUILDER_CLOSED' })
  })

  test('behavior: they see the versioned hashes of the transaction and of those before it', async () => {
    const contexts: PrecompileContext[] = []
    const chain = chainWith(({ context }) => {
      contexts.push({ ...context, earlierBlobVersionedHashes: [...context.earlierBlobVersionedHashes] })
      return { output: new Uint8Array(0), gasUsed: 0n }
    })
    const blobTransaction = (nonce: bigint, byte: string) =>
      chain.sign(0, {
        type: 3,
        to: address,
        maxFeePerBlobGas: 10n,
        blobVersionedHashes: [`0x01${byte.repeat(31)}`],
        nonce,
      })
    const sealed = await chain.seal([blobTransaction(0n, 'aa'), blobTransaction(1n, 'bb')])
    expect(sealed.refused).toEqual([])
    expect(sealed.block.header.blobGasUsed).toBe(262_144n)
    expect(
      contexts.map(({ blobVersionedHashes, earlierBlobVersionedHashes }) =>
        [blobVersionedHashes, earlierBlobVersionedHashes].map((list) => list.map(hex)),
      ),
    ).toEqual([
      [[`0x01${'aa'.repeat(31)}`], []],
      [[`0x01${'bb'.repeat(31)}`], [`0x01${'aa'.repeat(31)}`]],
    ])
  })
})
