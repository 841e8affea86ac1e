import { createBlob4844Tx } from '@ethereumjs/tx'
import { beforeAll, describe, expect, it } from 'vitest'
import { keccak256 } from './crypto/keccak256.ts'
import { keys, sealedChain } from './precompile/rollup.test-support.ts'
import { decodeHeader, encodeHeader, hashHeader } from './rlp/header.ts'
import { headerOfPayload } from './ssz/headerOfPayload.ts'
import { newPayloadRequestRoot } from './ssz/newPayloadRequestRoot.ts'
import type { SchemaInput } from './ssz/statelessInput.ts'
import type { ExecutionPayload, StatelessInput } from './ssz/types.ts'
import { verifyStatelessNewPayload } from './stateless.ts'
import type { Header } from './types/Header.ts'

describe.each([{ fork: 'osaka' }, { fork: 'amsterdam' }] as const)('stateless execution in $fork', ({ fork }) => {
  let rollup: Awaited<ReturnType<typeof sealedChain>>
  let valid: SchemaInput
  beforeAll(async () => {
    rollup = await sealedChain({ forks: { [fork]: 0 } })
    valid = rollup.inputOf(rollup.last)
  })

  /** The rule that an input breaks, after `change`; its block hash made to fit again if asked for. */
  async function ruleAfter(
    change: (input: StatelessInput) => void,
    { rehash = true } = {},
  ): Promise<string | undefined> {
    const { schemaId, input } = structuredClone(valid)
    change(input)
    if (rehash)
      input.newPayloadRequest.executionPayload.blockHash = hashHeader(headerOfPayload(input.newPayloadRequest))
    const { result, refusal, sealed } = await verifyStatelessNewPayload({ schemaId, input }, { rules: rollup.rules })
    expect(result.successfulValidation).toBe(refusal === undefined)
    expect(sealed === undefined).toBe(refusal !== undefined)
    expect(result.newPayloadRequestRoot).toEqual(newPayloadRequestRoot(input.newPayloadRequest, schemaId))
    return refusal?.code
  }

  it('gives the block that was sealed', async () => {
    expect(rollup.last.receipts.map(({ status }) => status)).toEqual([true, true, true])
    const { result, sealed } = await verifyStatelessNewPayload(valid, { rules: rollup.rules })
    expect(result.successfulValidation).toBe(true)
    expect(result.chainId).toBe(901n)
    expect(sealed!.hash).toEqual(rollup.last.hash)
    expect(sealed!.state.root).toEqual(rollup.last.state.root)
  })

  it('does not mind nodes that it does not need, nor their order', async () => {
    const rule = await ruleAfter(({ witness }) => {
      witness.state.reverse().push(Uint8Array.of(0xc0))
      witness.codes.push(Uint8Array.of(0x60))
    })
    expect(rule).toBeUndefined()
  })

  it('needs every node and code of the witness', async () => {
    const { state, codes } = valid.input.witness
    expect(state.length).toBeGreaterThan(10)
    for (const index of state.keys()) {
      expect(await ruleAfter(({ witness }) => witness.state.splice(index, 1))).toBe('MISSING_NODE')
    }
    expect(codes.length).toBeGreaterThan(0)
    for (const index of codes.keys()) {
      expect(await ruleAfter(({ witness }) => witness.codes.splice(index, 1))).toBe('MISSING_CODE')
    }
  })

  it('refuses an altered node or code: it is not the one whose hash the state holds', async () => {
    for (const index of valid.input.witness.state.keys()) {
      expect(await ruleAfter(({ witness }) => flip(witness.state[index]!))).toBe('MISSING_NODE')
    }
    expect(await ruleAfter(({ witness }) => flip(witness.codes[0]!, 0))).toBe('MISSING_CODE')
  })

  it.each<[string, (headers: Uint8Array[]) => void, string]>([
    ['no headers', (headers) => headers.splice(0), 'MISSING_PARENT_HEADER'],
    ['all headers but the parent', (headers) => headers.pop(), 'MISSING_PARENT_HEADER'],
    ['an altered parent', (headers) => flip(headers.at(-1)!), 'MISSING_PARENT_HEADER'],
    ['an altered ancestor', (headers) => flip(headers[0]!, -40), 'HEADERS_NOT_CONTIGUOUS'],
    ['an ancestor in the wrong place', (headers) => headers.unshift(headers[1]!), 'HEADERS_NOT_CONTIGUOUS'],
    ['an ancestor that is no header', (headers) => headers.unshift(Uint8Array.of(0xc0)), 'MALFORMED_HEADER'],
    ['no header for a block that BLOCKHASH asks for', (headers) => headers.shift(), 'MISSING_BLOCK_HASH'],
  ])('refuses %s', async (_, change, rule) => {
    expect(await ruleAfter(({ witness }) => change(witness.headers))).toBe(rule)
  })

  it.each<[keyof ExecutionPayload, (payload: ExecutionPayload) => void, string]>([
    ['stateRoot', (payload) => flip(payload.stateRoot), 'WRONG_STATE_ROOT'],
    ['receiptsRoot', (payload) => flip(payload.receiptsRoot), 'WRONG_RECEIPTS_ROOT'],
    ['logsBloom', (payload) => flip(payload.logsBloom), 'WRONG_LOGS_BLOOM'],
    ['gasUsed', (payload) => payload.gasUsed++, 'WRONG_GAS_USED'],
    ['gasLimit', (payload) => (payload.gasLimit *= 2n), 'WRONG_GAS_LIMIT'],
    ['baseFeePerGas', (payload) => payload.baseFeePerGas--, 'WRONG_BASE_FEE'],
    ['blockNumber', (payload) => payload.blockNumber++, 'WRONG_NUMBER'],
    ['parentHash', (payload) => flip(payload.parentHash), 'MISSING_PARENT_HEADER'],
    ['timestamp', (payload) => payload.timestamp--, 'TIMESTAMP_NOT_AFTER_PARENT'],
    ['excessBlobGas', (payload) => payload.excessBlobGas++, 'WRONG_EXCESS_BLOB_GAS'],
    ['blobGasUsed', (payload) => (payload.blobGasUsed += 131072n), 'WRONG_BLOB_GAS_USED'],
    ['feeRecipient', (payload) => flip(payload.feeRecipient), 'MISSING_NODE'],
    ['withdrawals', withdraw, 'MISSING_NODE'],
  ])('refuses another %s, whose block hash fits', async (field, change, rule) => {
    const changed = ({ newPayloadRequest }: StatelessInput) => change(newPayloadRequest.executionPayload)
    expect([rule, 'WRONG_STATE_ROOT']).toContain(await ruleAfter(changed))
    if (field !== 'parentHash') expect(await ruleAfter(changed, { rehash: false })).toBe('WRONG_BLOCK_HASH')
  })

  it.each<[string, Partial<Header>, string]>([
    ['more excess blob gas than any price can be computed for', { excessBlobGas: 2n ** 63n }, 'WRONG_EXCESS_BLOB_GAS'],
    ['that and a base fee as large', { excessBlobGas: 2n ** 63n, baseFeePerGas: 2n ** 3000n }, 'WRONG_EXCESS_BLOB_GAS'],
    ['no gas limit', { gasLimit: 0n }, 'WRONG_GAS_LIMIT'],
    ['another state root', { stateRoot: new Uint8Array(32) }, 'MISSING_NODE'],
    ['a time in the future', { timestamp: 2n ** 64n }, 'TIMESTAMP_NOT_AFTER_PARENT'],
  ])('refuses a forged parent with %s, at once', async (_, fields, rule) => {
    const start = process.cpuUsage()
    const found = await ruleAfter(({ witness, newPayloadRequest }) => {
      witness.headers = [encodeHeader({ ...decodeHeader(witness.headers.at(-1)!), ...fields })]
      newPayloadRequest.executionPayload.parentHash = keccak256(witness.headers[0]!)
    })
    expect(found).toBe(rule)
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000)
  })

  it('refuses execution requests that the block did not make', async () => {
    const request = { sourceAddress: new Uint8Array(20), validatorPubkey: new Uint8Array(48), amount: 1n }
    const rule = await ruleAfter((input) => input.newPayloadRequest.executionRequests.withdrawals.push(request))
    expect(rule).toBe('WRONG_REQUESTS_HASH')
  })

  it.each<[string, (transactions: Uint8Array[]) => void, string]>([
    ['an altered legacy transaction', (transactions) => flip(transactions[0]!, -40), 'WRONG_PUBLIC_KEY'],
    ['an altered typed transaction', (transactions) => flip(transactions[1]!, -5), 'WRONG_PUBLIC_KEY'],
    ['a dropped transaction', (transactions) => transactions.pop(), 'PUBLIC_KEY_COUNT'],
    ['swapped transactions', (transactions) => transactions.reverse(), 'WRONG_PUBLIC_KEY'],
    ['an empty transaction', (transactions) => transactions.push(new Uint8Array()), 'EMPTY_TRANSACTION'],
    [
      'bytes that are no transaction',
      (transactions) => transactions.push(Uint8Array.of(2, 0xc0)),
      'UNDECODABLE_TRANSACTION',
    ],
    ['a transaction with bytes behind it', (transactions) => pushByte(transactions), 'UNDECODABLE_TRANSACTION'],
  ])('refuses %s', async (_, change, rule) => {
    const changed = ({ newPayloadRequest }: StatelessInput) => change(newPayloadRequest.executionPayload.transactions)
    expect(await ruleAfter(changed)).toBe(rule)
  })

  it('refuses a transaction that cannot be included, by the name of the block rule', async () => {
    const rule = await ruleAfter(({ newPayloadRequest, publicKeys }) => {
      newPayloadRequest.executionPayload.transactions.push(newPayloadRequest.executionPayload.transactions[0]!)
      publicKeys.push(publicKeys[0]!)
    })
    expect(rule).toBe('INVALID_TRANSACTION')
  })

  it('refuses a public key that did not sign, even one that the signature would verify with under the other recovery bit', async () => {
    expect(await ruleAfter(({ publicKeys }) => flip(publicKeys[2]!))).toBe('WRONG_PUBLIC_KEY')
    expect(await ruleAfter(({ publicKeys }) => publicKeys.reverse())).toBe('WRONG_PUBLIC_KEY')
    expect(await ruleAfter(({ publicKeys }) => publicKeys.push(publicKeys[0]!))).toBe('PUBLIC_KEY_COUNT')
  })

  it('wants the versioned hashes to be those of its blob transactions', async () => {
    expect(await ruleAfter(({ newPayloadRequest }) => newPayloadRequest.versionedHashes.push(new Uint8Array(32)))).toBe(
      'WRONG_VERSIONED_HASHES',
    )
    const rule = await ruleAfter(({ newPayloadRequest: { executionPayload } }) => {
      const common = rollup.rules.common(executionPayload.timestamp)
      const blobTransaction = createBlob4844Tx(
        {
          chainId: 901n,
          to: `0x${'00'.repeat(20)}`,
          blobVersionedHashes: [`0x01${'00'.repeat(31)}`],
          maxFeePerBlobGas: 1n,
        },
        { common },
      ).sign(keys[0])
      executionPayload.transactions.push(blobTransaction.serialize())
    })
    expect(rule).toBe('WRONG_VERSIONED_HASHES')
  })

  it('refuses the block of another chain', async () => {
    expect(await ruleAfter((input) => (input.chainId = 902n))).toBe('WRONG_CHAIN_ID')
    const other = await sealedChain({ chainId: 902n, forks: { [fork]: 0 } })
    const { schemaId, input } = other.inputOf(other.last)
    const { refusal } = await verifyStatelessNewPayload(
      { schemaId, input: { ...input, chainId: 901n } },
      { rules: rollup.rules },
    )
    expect(refusal?.code).toMatch(/UNDECODABLE_TRANSACTION|INVALID_SIGNATURE/)
  })
})

/** Changes one bit of the byte at `index`; negative ones count from the end. */
function flip(bytes: Uint8Array, index = 2): void {
  const at = index < 0 ? bytes.length + index : index
  bytes[at] = bytes[at]! ^ 1
}

function pushByte(transactions: Uint8Array[]): void {
  transactions[1] = Uint8Array.of(...transactions[1]!, 0)
}

function withdraw({ withdrawals }: ExecutionPayload): void {
  withdrawals.push({ index: 0n, validatorIndex: 0n, address: new Uint8Array(20).fill(9), amount: 1n })
}
