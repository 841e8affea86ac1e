import { beforeAll, describe, expect, it } from 'vitest'
import { blobSlice } from '../blobs/blobSlice.ts'
import { blobsFromBytes } from '../blobs/blobsFromBytes.ts'
import { encodeExecuteInput } from '../blobs/executeInput.ts'
import { packPayloadBlobBytes } from '../blobs/payloadBlobBytes.ts'
import { ExceptionalHalt, NativerollError } from '../errors.ts'
import { encodeExecutionWitness } from '../ssz/executionWitness.ts'
import { newPayloadRequestRoot } from '../ssz/newPayloadRequestRoot.ts'
import type { SchemaInput } from '../ssz/statelessInput.ts'
import type { StatelessInput } from '../ssz/types.ts'
import { decodeValidationResult } from '../ssz/validationResult.ts'
import type { GasMeter } from '../types/GasMarket.ts'
import type { PrecompileContext } from '../types/Precompile.ts'
import { createExecutePrecompile, type ExecutePrecompileOptions } from './createExecutePrecompile.ts'
import { marketGasSchedule } from './gasSchedules.ts'
import { GAS_LIMIT, GENESIS_TIME, sealedChain } from './rollup.test-support.ts'

const context: PrecompileContext = {
  blockNumber: 7n,
  timestamp: GENESIS_TIME + 100n,
  blobVersionedHashes: [],
  earlierBlobVersionedHashes: [],
}

let rollup: Awaited<ReturnType<typeof sealedChain>>
let valid: SchemaInput
beforeAll(async () => {
  rollup = await sealedChain()
  valid = rollup.inputOf(rollup.last)
})

const noBlob = () => undefined

/** Calls EXECUTE with more than enough gas unless told. */
async function call(
  data: Uint8Array,
  options: Partial<ExecutePrecompileOptions> & { gasLimit?: bigint; at?: Partial<PrecompileContext> } = {},
) {
  const { gasLimit = 2n ** 24n, at, ...rest } = options
  const precompile = createExecutePrecompile({ schedule: { osaka: 0 }, readBlob: noBlob, ...rest })
  return precompile.run({ data, gasLimit, context: { ...context, ...at } })
}

/** The rule that makes a call halt. */
async function ruleOf(data: Uint8Array, options: Parameters<typeof call>[1] = {}): Promise<string> {
  const halt = await call(data, options).then(
    () => undefined,
    (error: unknown) => error,
  )
  expect(halt).toBeInstanceOf(ExceptionalHalt)
  const refusal = (halt as ExceptionalHalt).cause
  expect(refusal).toBeInstanceOf(NativerollError)
  return (refusal as NativerollError).code
}

function changed(change: (input: StatelessInput) => void): Uint8Array {
  const { schemaId, input } = structuredClone(valid)
  change(input)
  return encodeExecuteInput({ schemaId, input })
}

describe('EXECUTE', () => {
  it('returns the 43 bytes of a successful validation', async () => {
    const { output } = await call(encodeExecuteInput(valid))
    expect(output).toHaveLength(43)
    expect(decodeValidationResult(output)).toEqual({
      newPayloadRequestRoot: new Uint8Array(newPayloadRequestRoot(valid.input.newPayloadRequest, valid.schemaId)),
      successfulValidation: true,
      chainId: 901n,
      schemaId: 0x1201,
    })
  })

  it('is at 0x…0101', () => {
    const { address } = createExecutePrecompile({ schedule: { osaka: 0 }, readBlob: noBlob })
    expect(Buffer.from(address).toString('hex')).toBe(`${'0'.repeat(36)}0101`)
  })

  it('tells whoever listens why a call fails', async () => {
    const heard: NativerollError[] = []
    await ruleOf(Uint8Array.of(), { onRefusal: (refusal) => heard.push(refusal) })
    expect(heard.map(({ code }) => code)).toEqual(['UNKNOWN_SCHEMA'])
  })

  it.each<[string, (input: StatelessInput) => void, string]>([
    ['blob gas', ({ newPayloadRequest }) => newPayloadRequest.executionPayload.blobGasUsed++, 'ROLLUP_BLOB_GAS'],
    [
      'excess blob gas',
      ({ newPayloadRequest }) => newPayloadRequest.executionPayload.excessBlobGas++,
      'ROLLUP_BLOB_GAS',
    ],
    ['withdrawals', withdraw, 'ROLLUP_WITHDRAWALS'],
    ['execution requests', request, 'ROLLUP_REQUESTS'],
    ['as many execution requests as fit', requests(5_000), 'ROLLUP_REQUESTS'],
    ['more transactions than its gas limit has room for', transactions(477), 'TOO_MANY_TRANSACTIONS'],
    ['as many transactions as fit', transactions(120_000), 'TOO_MANY_TRANSACTIONS'],
    ['a blob transaction', addTransaction(0x03), 'ROLLUP_TRANSACTION_TYPE'],
    ['a frame transaction', addTransaction(0x06), 'ROLLUP_TRANSACTION_TYPE'],
    ['a privileged transaction', addTransaction(0x7e), 'ROLLUP_TRANSACTION_TYPE'],
    ['a type that does not exist', addTransaction(0x05), 'ROLLUP_TRANSACTION_TYPE'],
    ['an empty transaction', addTransaction(), 'EMPTY_TRANSACTION'],
    ['chain id 0', (input) => (input.chainId = 0n), 'ROLLUP_CHAIN_ID'],
    ['a chain id that no client can hold', (input) => (input.chainId = 2n ** 64n - 1n), 'ROLLUP_CHAIN_ID'],
    ['the transactions of another rollup', (input) => (input.chainId = 902n), 'UNDECODABLE_TRANSACTION'],
    [
      'versioned hashes',
      ({ newPayloadRequest }) => newPayloadRequest.versionedHashes.push(new Uint8Array(32)),
      'WRONG_VERSIONED_HASHES',
    ],
    [
      'another state root',
      ({ newPayloadRequest }) => newPayloadRequest.executionPayload.stateRoot.fill(1),
      'WRONG_BLOCK_HASH',
    ],
    ['a missing node', ({ witness }) => witness.state.pop(), 'MISSING_NODE'],
  ])('refuses %s', async (_, change, rule) => {
    expect(await ruleOf(changed(change))).toBe(rule)
  })

  it.each<[string, (bytes: Uint8Array) => Uint8Array, string]>([
    ['nothing', () => new Uint8Array(), 'UNKNOWN_SCHEMA'],
    ['an unknown schema', (bytes) => bytes.fill(0x7f, 0, 2), 'UNKNOWN_SCHEMA'],
    ['an unknown schema by reference', (bytes) => bytes.fill(0xff, 0, 2), 'UNKNOWN_SCHEMA'],
    ['a byte too many', (bytes) => Uint8Array.of(...bytes, 0), 'SSZ_LENGTH'],
    ['a byte too few', (bytes) => bytes.subarray(0, -1), 'SSZ_LENGTH'],
    ['the beginning', (bytes) => bytes.subarray(0, 100), 'SSZ_OFFSET'],
    ['a first offset beyond the fixed part', (bytes) => bytes.fill(21, 2, 3), 'SSZ_OFFSET'],
    ["another schema's bytes", (bytes) => bytes.fill(0x15, 0, 1), 'SSZ_OFFSET'],
  ])('refuses %s', async (_, change, rule) => {
    expect(await ruleOf(change(encodeExecuteInput(valid)))).toBe(rule)
  })
})

describe('the fork of EXECUTE', () => {
  const schedule = { osaka: 0, amsterdam: Number(GENESIS_TIME) + 50 }

  it('is L1’s at the time of the payload, so that a block sealed before a fork settles after it', async () => {
    const input = encodeExecuteInput(valid)
    await call(input, { schedule, at: { timestamp: GENESIS_TIME + 10n } })
    await call(input, { schedule, at: { timestamp: GENESIS_TIME + 1000n } })
  })

  it('takes Amsterdam’s schema from its activation on, never before', async () => {
    const upgraded = await sealedChain({ forks: schedule })
    const last = await upgraded.seal([], { timestamp: GENESIS_TIME + 50n })
    const input = encodeExecuteInput(upgraded.inputOf(last))
    expect([...input.subarray(0, 2)]).toEqual([0x15, 0x01])
    await call(input, { schedule, at: { timestamp: GENESIS_TIME + 50n } })
    expect(await ruleOf(input, { schedule, at: { timestamp: GENESIS_TIME + 49n } })).toBe('SCHEMA_NOT_ACTIVE')
    expect(await ruleOf(input, { schedule: { osaka: 0 } })).toBe('SCHEMA_NOT_ACTIVE')
  })

  it('does not take Osaka’s schema for a payload of Amsterdam’s time', async () => {
    expect(await ruleOf(encodeExecuteInput(valid), { schedule: { osaka: 0, amsterdam: Number(GENESIS_TIME) } })).toBe(
      'SCHEMA_NOT_ACTIVE',
    )
  })

  it('is none before Osaka', async () => {
    expect(await ruleOf(encodeExecuteInput(valid), { schedule: { prague: 0 } })).toBe('SCHEMA_NOT_ACTIVE')
  })
})

describe('the gas of EXECUTE', () => {
  const gasOf = async (gas: ExecutePrecompileOptions['gas']) => {
    const input = encodeExecuteInput(valid)
    const bytes = 16n * BigInt(input.length)
    const { gasUsed } = await call(input, gas === undefined ? {} : { gas })
    return { input, bytes, gasUsed, payloadGasUsed: valid.input.newPayloadRequest.executionPayload.gasUsed }
  }
  const least = async (input: Uint8Array, gas: ExecutePrecompileOptions['gas'], gasLimit: bigint) => {
    const options = gas === undefined ? {} : { gas }
    await call(input, { ...options, gasLimit })
    expect(await ruleOf(input, { ...options, gasLimit: gasLimit - 1n })).toBe('EXECUTE_GAS')
  }

  it('reserves the gas limit and charges the gas used, and 16 a byte', async () => {
    const { input, bytes, gasUsed, payloadGasUsed } = await gasOf(undefined)
    expect(gasUsed).toBe(payloadGasUsed + bytes)
    await least(input, undefined, GAS_LIMIT + bytes)
  })

  it('charges the gas limit as ethrex does', async () => {
    const { input, bytes, gasUsed } = await gasOf('gas_limit')
    expect(gasUsed).toBe(GAS_LIMIT + bytes)
    await least(input, 'gas_limit', GAS_LIMIT + bytes)
  })

  it('charges the gas used as the book does', async () => {
    const { input, gasUsed, payloadGasUsed } = await gasOf('gas_used')
    expect(gasUsed).toBe(payloadGasUsed)
    await least(input, 'gas_used', payloadGasUsed)
  })

  it('costs a market’s price in each block, and takes what the payload used from the block’s meter', async () => {
    const { input, bytes, payloadGasUsed } = await gasOf('reserve')
    const taken: bigint[] = []
    const meter: GasMeter = {
      price: 1_234n,
      left: () => GAS_LIMIT,
      take: (gas) => taken.push(gas) > 0,
      giveBack: (gas) => void taken.push(-gas),
    }
    const { gasUsed } = await call(input, { gas: 'market', at: { meter } })
    expect(gasUsed).toBe((payloadGasUsed * 1_234n + 999n) / 1_000n + bytes)
    expect(taken).toEqual([GAS_LIMIT, payloadGasUsed - GAS_LIMIT])
    const held = (GAS_LIMIT * 1_234n) / 1_000n + bytes
    await call(input, { gas: 'market', gasLimit: held, at: { meter } })
    expect(await ruleOf(input, { gas: 'market', gasLimit: held - 1n, at: { meter } })).toBe('EXECUTE_GAS')
    const full: GasMeter = { ...meter, take: () => false }
    expect(await ruleOf(input, { gas: 'market', at: { meter: full } })).toBe('EXECUTE_BLOCK_GAS')
  })

  it('costs a market’s least price where there is no meter, and no payload exceeds the limit', async () => {
    const { input, gasUsed, bytes, payloadGasUsed } = await gasOf('market')
    expect(gasUsed).toBe((payloadGasUsed + 9n) / 10n + bytes)
    await least(input, 'market', GAS_LIMIT / 10n + bytes)
    expect(await ruleOf(input, { gas: marketGasSchedule({ limit: GAS_LIMIT - 1n }) })).toBe('EXECUTE_GAS_LIMIT')
  })

  it('is the same however often a call is repeated', async () => {
    const precompile = createExecutePrecompile({ schedule: { osaka: 0 }, readBlob: noBlob })
    const data = encodeExecuteInput(valid)
    const first = await precompile.run({ data, gasLimit: 2n ** 24n, context })
    expect(await precompile.run({ data, gasLimit: 2n ** 24n, context })).toEqual(first)
    // What was kept from before does not excuse a call that holds too little.
    await expect(precompile.run({ data, gasLimit: GAS_LIMIT, context })).rejects.toThrow(ExceptionalHalt)
  })
})

describe('EXECUTE by blob reference', () => {
  function inBlobs() {
    const payload = packPayloadBlobBytes(valid.input.newPayloadRequest.executionPayload)
    const witness = encodeExecutionWitness(valid.input.witness)
    const blobs = blobsFromBytes(new Uint8Array([...payload, ...witness]))
    const hashes = blobs.map((_, i) => new Uint8Array(32).fill(i + 1))
    const transactions = blobSlice(hashes, 0, payload.length)
    const reference = { transactions, witness: blobSlice(hashes, payload.length, witness.length) }
    return {
      reference,
      blobs,
      bytes: payload.length + witness.length,
      readBlob: (hash: Uint8Array) => blobs[hash[0]! - 1],
    }
  }

  it('gives the same result as inline, and charges for the bytes in blobs too', async () => {
    const { reference, readBlob, bytes } = inBlobs()
    const data = encodeExecuteInput({ ...valid, reference })
    const { output, gasUsed } = await call(data, { readBlob })
    expect(output).toEqual((await call(encodeExecuteInput(valid))).output)
    const { gasUsed: payloadGasUsed } = valid.input.newPayloadRequest.executionPayload
    expect(gasUsed).toBe(payloadGasUsed + 16n * BigInt(data.length + bytes))
    const short = GAS_LIMIT + 16n * BigInt(data.length + bytes) - 1n
    expect(await ruleOf(data, { readBlob, gasLimit: short })).toBe('EXECUTE_GAS')
  })

  it('hands the reader the context, in which a blob may or may not be readable', async () => {
    const { reference, readBlob } = inBlobs()
    const data = encodeExecuteInput({ ...valid, reference })
    const onlyInBlock9: ExecutePrecompileOptions['readBlob'] = (hash, { blockNumber }) =>
      blockNumber === 9n ? readBlob(hash) : undefined
    await call(data, { readBlob: onlyInBlock9, at: { blockNumber: 9n } })
    expect(await ruleOf(data, { readBlob: onlyInBlock9 })).toBe('BLOB_NOT_FOUND')
  })

  it('does not answer for a blob that has become unreadable since', async () => {
    const { reference, readBlob } = inBlobs()
    let readable = true
    const precompile = createExecutePrecompile({
      schedule: { osaka: 0 },
      readBlob: (hash) => (readable ? readBlob(hash) : undefined),
    })
    const input = { data: encodeExecuteInput({ ...valid, reference }), gasLimit: 2n ** 24n, context }
    await precompile.run(input)
    readable = false
    await expect(precompile.run(input)).rejects.toThrow(/No blob with versioned hash/)
  })

  it('refuses a blob with other bytes, and slices that are cut', async () => {
    const { reference, blobs, readBlob } = inBlobs()
    const other = blobs[0]!.slice()
    other[40] = other[40]! ^ 1
    expect(await ruleOf(encodeExecuteInput({ ...valid, reference }), { readBlob: () => other })).toMatch(
      /WRONG_|UNDECODABLE|PAYLOAD_BLOB_BYTES/,
    )
    const cut = { ...reference, witness: { ...reference.witness, length: reference.witness.length - 1 } }
    expect(await ruleOf(encodeExecuteInput({ ...valid, reference: cut }), { readBlob })).toBe('MISSING_PARENT_HEADER')
    const beyond = { ...reference, witness: { ...reference.witness, length: 200_000 } }
    expect(await ruleOf(encodeExecuteInput({ ...valid, reference: beyond }), { readBlob })).toBe(
      'BLOB_SLICE_OUT_OF_RANGE',
    )
  })

  it('lets the fault of a node that lost its blobs abort the block: no rule is broken', async () => {
    const { reference } = inBlobs()
    const fault = new NativerollError('MISSING_BLOB', 'not kept')
    const readBlob = () => {
      throw fault
    }
    await expect(call(encodeExecuteInput({ ...valid, reference }), { readBlob })).rejects.toBe(fault)
  })
})

function withdraw({ newPayloadRequest }: StatelessInput): void {
  newPayloadRequest.executionPayload.withdrawals.push({
    index: 0n,
    validatorIndex: 0n,
    address: new Uint8Array(20),
    amount: 1n,
  })
}

function request({ newPayloadRequest }: StatelessInput): void {
  const withdrawal = { sourceAddress: new Uint8Array(20), validatorPubkey: new Uint8Array(48), amount: 1n }
  newPayloadRequest.executionRequests.withdrawals.push(withdrawal)
}

function requests(count: number): (input: StatelessInput) => void {
  const withdrawal = { sourceAddress: new Uint8Array(20), validatorPubkey: new Uint8Array(48), amount: 1n }
  return ({ newPayloadRequest }) => {
    newPayloadRequest.executionRequests.withdrawals = Array.from({ length: count }, () => withdrawal)
  }
}

function transactions(count: number): (input: StatelessInput) => void {
  return ({ newPayloadRequest }) => {
    newPayloadRequest.executionPayload.transactions = Array.from({ length: count }, () => Uint8Array.of(1))
  }
}

function addTransaction(...bytes: number[]): (input: StatelessInput) => void {
  return ({ newPayloadRequest }) => newPayloadRequest.executionPayload.transactions.push(Uint8Array.from(bytes))
}
