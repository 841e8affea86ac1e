import {
  bytesToHex,
  concat,
  encodeFunctionData,
  type Hex,
  hexToBytes,
  keccak256,
  numberToHex,
  pad,
  parseEther,
  toHex,
  zeroHash,
} from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addresses, nativeRollupAddress } from './addresses.ts'
import { nativeRollupAbi, nativeRollupBytecode } from './generated/NativeRollup.ts'
import { rollupRegistryAbi } from './generated/RollupRegistry.ts'
import { l1Alloc } from './genesis/l1Alloc.ts'
import { type Chain, headerOf, sender, startChain } from './testing/Chain.ts'
import { contractsForTests } from './testing/contractsForTests.ts'
import { refusal } from './testing/refusal.ts'

const chainId = 901
const rollup = nativeRollupAddress(chainId)
const genesisHash = keccak256('0x01')
const sequencer = '0x00000000000000000000000000000000005e9e9c'
const gasLimit = 10_000_000n
const other = keccak256('0x02')

let l1: Chain
let executeAbi: ReturnType<typeof contractsForTests>[string]['abi']

type Block = Partial<{
  parentHash: Hex
  number: bigint
  gasLimit: bigint
  coinbase: Hex
  timestamp: bigint
  blockHash: Hex
  anchor: Hex
  byReference: boolean
}>

/** An EXECUTE input with the given fields at the places where SSZ puts them; the rest is zero. */
function executeInput(block: Required<Block>): Hex {
  const bytes = new Uint8Array(700)
  bytes.set(block.byReference ? [0x92, 0x01] : [0x12, 0x01])
  const start = block.byReference ? 14 : 2
  const put = (at: number, value: Hex) => bytes.set(hexToBytes(value), start + at)
  const uint64 = (value: bigint): Hex => bytesToHex(hexToBytes(numberToHex(value, { size: 8 })).reverse())
  put(28, block.anchor)
  put(64, block.parentHash)
  put(96, block.coinbase)
  put(116, keccak256('0x5e'))
  put(468, uint64(block.number))
  put(476, uint64(block.gasLimit))
  put(492, uint64(block.timestamp))
  put(536, block.blockHash)
  return bytesToHex(bytes)
}

const answer = (id = chainId, success = 1) => {
  const littleEndian = bytesToHex(hexToBytes(numberToHex(id, { size: 8 })).reverse())
  return concat([other, numberToHex(success, { size: 1 }), littleEndian, '0x0112'])
}

const read = { address: rollup, abi: nativeRollupAbi } as const
const head = () => l1.client.readContract({ ...read, functionName: 'head' })

async function tellExecute(result: Hex, fails = false) {
  const args = [result, fails]
  const hash = await l1.client.writeContract({ address: addresses.execute, abi: executeAbi, functionName: 'set', args })
  await l1.client.waitForTransactionReceipt({ hash })
}

/** A block that would settle, with changes. */
async function blockWith(changes: Block & { anchorNumber?: bigint } = {}) {
  const [parent, latest] = [await head(), await headerOf(l1.client)]
  const anchorNumber = changes.anchorNumber ?? latest.number - 1n
  const fields = {
    parentHash: parent.blockHash,
    number: parent.number + 1n,
    gasLimit,
    coinbase: sequencer,
    timestamp: latest.timestamp,
    blockHash: keccak256(toHex(`block ${parent.number + 1n}`)),
    anchor: (await l1.client.getBlock({ blockNumber: anchorNumber < 0n ? 0n : anchorNumber })).hash,
    byReference: false,
    ...changes,
  } as const
  return { anchorNumber, input: executeInput(fields), fields }
}

async function advance(...blocks: { anchorNumber: bigint; input: Hex }[]) {
  const args = [blocks.map(({ anchorNumber, input }) => ({ anchorNumber, input }))] as const
  const { request } = await l1.client.simulateContract({ ...read, functionName: 'advance', args, account: sender })
  return l1.client.waitForTransactionReceipt({ hash: await l1.client.writeContract(request) })
}

beforeAll(async () => {
  const genesis = { chainId, gasLimit, sequencer, genesisHash, genesisTimestamp: 7n, circulating: 0n } as const
  l1 = await startChain(
    900,
    l1Alloc({ balances: { [sender.address]: parseEther('1') }, rollups: [genesis], registrar: sender.address }),
  )
  const { StandInExecute } = contractsForTests()
  executeAbi = StandInExecute!.abi
  await l1.client.setCode({ address: addresses.execute, bytecode: StandInExecute!.runtime })
  await l1.client.mine({ blocks: 3 })
}, 60_000)
afterAll(() => l1.stop())
beforeEach(() => tellExecute(answer()))

describe('genesis', () => {
  test('behavior: head and policy are those written into storage', async () => {
    const fresh = await l1.client.readContract({ ...read, functionName: 'head', blockNumber: 0n })
    expect(fresh).toEqual({ blockHash: genesisHash, number: 0n, timestamp: 7n, anchorNumber: 0n })
    expect(await l1.client.readContract({ ...read, functionName: 'policy' })).toMatchObject({ chainId: 901n, gasLimit })
  })

  test('behavior: a rollup deployed later stores the same', async () => {
    const policy = { chainId: 901n, gasLimit, sequencer } as const
    const start = { blockHash: genesisHash, number: 0n, timestamp: 7n, anchorNumber: 0n }
    const bytecode = nativeRollupBytecode.creation
    const hash = await l1.client.deployContract({ abi: nativeRollupAbi, bytecode, args: [policy, start] })
    const { contractAddress } = await l1.client.waitForTransactionReceipt({ hash })
    for (const slot of [0, 1, 2, 3]) {
      const [written, deployed] = await Promise.all([
        l1.client.getStorageAt({ address: rollup, slot: numberToHex(slot), blockNumber: 0n }),
        l1.client.getStorageAt({ address: contractAddress!, slot: numberToHex(slot) }),
      ])
      expect(deployed).toBe(written)
    }
    expect(await l1.client.getCode({ address: contractAddress! })).toBe(nativeRollupBytecode.runtime)
  })
})

describe('advance', () => {
  test.each([false, true])(
    'behavior: settles a block and tells everyone (by blob reference: %s)',
    async (byReference) => {
      const block = await blockWith({ byReference })
      const receipt = await advance(block)
      const { fields, anchorNumber } = block
      expect(await head()).toEqual({
        blockHash: fields.blockHash,
        number: fields.number,
        timestamp: fields.timestamp,
        anchorNumber,
      })
      const registry = { address: addresses.rollupRegistry, abi: rollupRegistryAbi } as const
      const args = [901n, fields.number] as const
      expect(await l1.client.readContract({ ...registry, functionName: 'settled', args })).toBe(fields.blockHash)
      const [event] = await l1.client.getContractEvents({
        ...read,
        eventName: 'Advanced',
        blockHash: receipt.blockHash,
      })
      expect(event!.args).toEqual({
        number: fields.number,
        blockHash: fields.blockHash,
        stateRoot: keccak256('0x5e'),
        anchorNumber,
      })
    },
  )

  test('behavior: settles several blocks, or none of them', async () => {
    const first = await blockWith()
    const { number, blockHash } = first.fields
    const second = await blockWith({ number: number + 1n, parentHash: blockHash, blockHash: other })
    const third = await blockWith({ number: number + 2n, parentHash: genesisHash })
    expect(await refusal(advance(first, second, third))).toEqual(['WrongParent', other, genesisHash])
    await advance(first, second)
    expect(await head()).toMatchObject({ number: number + 1n, blockHash: other })
  })

  test('error: each rule of the policy has its own', async () => {
    const { blockHash, number, anchorNumber } = await head()
    const cases: [Block & { anchorNumber?: bigint }, unknown[]][] = [
      [{ parentHash: genesisHash }, ['WrongParent', blockHash, genesisHash]],
      [{ number: number + 2n }, ['WrongNumber', number + 1n, number + 2n]],
      [{ gasLimit: gasLimit + 1n }, ['WrongGasLimit', gasLimit, gasLimit + 1n]],
      [{ anchorNumber: anchorNumber - 1n }, ['AnchorBackwards', anchorNumber, anchorNumber - 1n]],
    ]
    for (const [changes, expected] of cases) expect(await refusal(advance(await blockWith(changes)))).toEqual(expected)
    const stranger = await refusal(advance(await blockWith({ coinbase: sender.address })))
    expect(stranger?.slice(0, 1)).toEqual(['WrongCoinbase'])
    const block = await blockWith({ anchor: other })
    expect((await refusal(advance(block)))?.slice(0, 2)).toEqual(['AnchorMismatch', block.anchorNumber])
  })

  test('error: no block may come from L1’s future, nor be anchored to it', async () => {
    const { timestamp, number } = await headerOf(l1.client)
    const late = timestamp + 1_000_000n
    expect((await refusal(advance(await blockWith({ timestamp: late }))))?.[0]).toBe('FutureTimestamp')
    const { input } = await blockWith()
    expect(await refusal(advance({ anchorNumber: number + 50n, input }))).toEqual(['UnknownAnchor', number + 50n])
  })

  test('error: what EXECUTE refuses does not settle, however it refuses', async () => {
    const block = await blockWith()
    const expected = ['ExecuteFailed', block.fields.number]
    await tellExecute(answer(), true)
    expect(await refusal(advance(block))).toEqual(expected)
    await tellExecute(answer(chainId, 0))
    expect(await refusal(advance(block))).toEqual(expected)
    await tellExecute('0x')
    expect(await refusal(advance(block))).toEqual(expected)
    await tellExecute(concat([answer(), '0x00']))
    expect(await refusal(advance(block))).toEqual(expected)
    await tellExecute(answer(902))
    expect(await refusal(advance(block))).toEqual(['WrongChainId', 901n, 902n])
  })

  test('error: an input too short to hold a block', async () => {
    expect(await refusal(advance({ anchorNumber: 0n, input: '0x' }))).toEqual(['MalformedInput', 0n])
    expect(await refusal(advance({ anchorNumber: 0n, input: pad('0x', { size: 581 }) }))).toEqual([
      'MalformedInput',
      581n,
    ])
  })

  test('gas: one block costs about 90,000, transaction included, beside EXECUTE', async () => {
    const { gasUsed } = await advance(await blockWith())
    expect(Number(gasUsed)).toBeLessThan(95_000)
  })
})

describe('post', () => {
  const post = async (anchors: bigint[]) => {
    const args = [1n, 2n, other, anchors] as const
    const { request } = await l1.client.simulateContract({ ...read, functionName: 'post', args, account: sender })
    return l1.client.waitForTransactionReceipt({ hash: await l1.client.writeContract(request) })
  }

  test('behavior: names the blobs of its transaction', async () => {
    const { blockHash } = await post([])
    const [event] = await l1.client.getContractEvents({ ...read, eventName: 'Posted', blockHash })
    expect(event!.args).toEqual({ firstBlock: 1n, lastBlock: 2n, lastBlockHash: other, versionedHashes: [] })
  })

  test('behavior: a block whose anchor was posted settles after L1 has forgotten it', async () => {
    const block = await blockWith()
    const forgotten = await blockWith({ anchorNumber: block.anchorNumber + 1n })
    await post([block.anchorNumber])
    // Beyond the 256 blocks of BLOCKHASH, EIP-2935 still knows; its ring is then overwritten, as after 8191 blocks.
    await l1.client.mine({ blocks: 300 })
    expect(await refusal(post([forgotten.anchorNumber]))).toBeUndefined()
    for (const number of [block.anchorNumber, forgotten.anchorNumber + 1n]) {
      const index = numberToHex(number % 8191n, { size: 32 })
      await l1.client.setStorageAt({ address: addresses.historyStorage, index, value: zeroHash })
    }
    const gone = await blockWith({ anchorNumber: forgotten.anchorNumber + 1n })
    expect(await refusal(advance(gone))).toEqual(['UnknownAnchor', gone.anchorNumber])
    expect(await refusal(post([gone.anchorNumber]))).toEqual(['UnknownAnchor', gone.anchorNumber])
    await post([block.anchorNumber])
    await advance(block)
    expect(await head()).toMatchObject({ anchorNumber: block.anchorNumber })
  })
})

describe('RollupRegistry', () => {
  const registry = { address: addresses.rollupRegistry, abi: rollupRegistryAbi } as const
  const simulate = (call: Hex, account: Hex) => l1.client.call({ account, to: registry.address, data: call })
  const register = (id: bigint) => encodeFunctionData({ ...registry, functionName: 'register', args: [id, rollup] })

  test('error: only a rollup’s own contract settles its blocks', async () => {
    const args = [901n, 1n, other] as const
    const call = l1.client.simulateContract({ ...registry, functionName: 'record', args, account: sender })
    expect(await refusal(call)).toEqual(['NotRollup', 901n, sender.address])
  })

  test('error: chain ids are unique, and the registrar alone gives them', async () => {
    await simulate(register(1000n), sender.address)
    for (const taken of [0n, 900n, 901n]) {
      const args = [taken, rollup] as const
      const call = l1.client.simulateContract({ ...registry, functionName: 'register', args, account: sender })
      expect(await refusal(call)).toEqual(['ChainIdTaken', taken])
    }
    const args = [1000n, rollup] as const
    const call = l1.client.simulateContract({ ...registry, functionName: 'register', args, account: rollup })
    expect((await refusal(call))?.[0]).toBe('NotRegistrar')
  })
})
