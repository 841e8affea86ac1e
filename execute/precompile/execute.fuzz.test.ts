import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blobSlice } from '../blobs/blobSlice.ts'
import { blobsFromBytes } from '../blobs/blobsFromBytes.ts'
import { decodeExecuteInput, encodeExecuteInput } from '../blobs/executeInput.ts'
import { packPayloadBlobBytes } from '../blobs/payloadBlobBytes.ts'
import { keccak256 } from '../crypto/keccak256.ts'
import { ExceptionalHalt, type NativerollError } from '../errors.ts'
import { decodeBlock } from '../rlp/block.ts'
import { decodeHeader, encodeHeader, hashHeader } from '../rlp/header.ts'
import { arbitraryByteEdits } from '../ssz/arbitraries.test-support.ts'
import { blockOfPayload } from '../ssz/blockOfPayload.ts'
import { encodeExecutionWitness } from '../ssz/executionWitness.ts'
import { headerOfPayload } from '../ssz/headerOfPayload.ts'
import type { SchemaInput } from '../ssz/statelessInput.ts'
import type { ExecutionPayload, StatelessInput, StatelessValidationResult } from '../ssz/types.ts'
import { encodeValidationResult } from '../ssz/validationResult.ts'
import { verifyStatelessNewPayload } from '../stateless.ts'
import { stateTransition } from '../transition/stateTransition.ts'
import type { PrecompileContext } from '../types/Precompile.ts'
import { createExecutePrecompile } from './createExecutePrecompile.ts'
import { arbitraryInputEdit, copyOf } from './inputEdits.test-support.ts'
import { arbitraryNodeSoup } from './nodeSoup.test-support.ts'
import { GENESIS_TIME, rareTransactionsFor, sealedChain } from './rollup.test-support.ts'

/** Inputs in all. NATIVEROLL_FUZZ_RUNS=1000000 looks further, NATIVEROLL_FUZZ_SEED repeats what failed. */
const RUNS = Number(process.env.NATIVEROLL_FUZZ_RUNS || 5000)
const seed = process.env.NATIVEROLL_FUZZ_SEED
const LONGEST_MS = 5_000
const CALL_GAS = 2n ** 24n

const share = (part: number) => ({
  // Half of them for each fork.
  numRuns: Math.ceil((RUNS * part) / 2),
  ...(seed !== undefined && { seed: Number(seed) }),
})
const timeout = 60_000 + RUNS * 20

const context: PrecompileContext = {
  blockNumber: 1n,
  timestamp: GENESIS_TIME + 100n,
  blobVersionedHashes: [],
  earlierBlobVersionedHashes: [],
}

const counts: Record<string, number> = {}
const count = (what: string) => {
  counts[what] = (counts[what] ?? 0) + 1
}
afterAll(() => {
  if (!process.env.NATIVEROLL_FUZZ_RUNS) return
  const total = Object.values(counts).reduce((sum, each) => sum + each, 0)
  console.log(`${total} inputs, at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`, counts)
})

describe.each([{ fork: 'osaka' }, { fork: 'amsterdam' }] as const)(
  'EXECUTE under mutated inputs of $fork',
  ({ fork }) => {
    let rollup: Awaited<ReturnType<typeof sealedChain>>
    let readable = new Map<string, Uint8Array>()
    const { run } = createExecutePrecompile({
      schedule: { [fork]: 0 },
      readBlob: (hash) => readable.get(keyOf(hash)),
    })
    /** Blocks with no transactions, with transfers and calls, and with a creation and a delegation. */
    let valid: SchemaInput[]
    beforeAll(async () => {
      rollup = await sealedChain({ forks: { [fork]: 0 } })
      await rollup.seal(rareTransactionsFor(rollup))
      valid = rollup.blocks.slice(-3).map(rollup.inputOf)
    })

    /** Halts, or answers `expected`; never anything else, and not for long. */
    async function assertSameOrHalt(
      data: Uint8Array,
      blobs: Map<string, Uint8Array>,
      expected: SchemaInput & { result: StatelessValidationResult },
    ): Promise<void> {
      readable = blobs
      const start = process.cpuUsage()
      const answer = await Promise.resolve(run({ data, gasLimit: CALL_GAS, context })).catch((error: unknown) => error)
      const { user, system } = process.cpuUsage(start)
      expect((user + system) / 1000).toBeLessThan(LONGEST_MS)
      if (answer instanceof ExceptionalHalt) {
        const { code } = answer.cause as NativerollError
        count(code)
        expect(code).not.toBe('EXECUTION_FAULT')
        return
      }
      // The root commits to the whole request. What may differ is what the result does not speak of: nodes, codes and headers that
      // are not needed, their order, and how often they come; and the chain id, if no transaction is bound to it.
      const { bytes, input } = decodeExecuteInput(data, (hash) => blobs.get(keyOf(hash)))
      const { newPayloadRequest, chainId } = expected.input
      const { gasUsed, transactions } = newPayloadRequest.executionPayload
      const named = { ...expected.result, chainId: transactions.length > 0 ? chainId : input.chainId }
      expect(answer).toEqual({ output: encodeValidationResult(named), gasUsed: gasUsed + 16n * BigInt(bytes) })
      count('same')
    }

    async function withResult(input: SchemaInput) {
      const { result } = await verifyStatelessNewPayload(input, { rules: rollup.rules })
      expect(result.successfulValidation).toBe(true)
      return { ...input, result }
    }

    it('answers changed bytes with the same block or a halt', { timeout }, async () => {
      const bases = await Promise.all(
        valid.map(async (input) => ({ bytes: encodeExecuteInput(input), ...(await withResult(input)) })),
      )
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...bases), arbitraryByteEdits, (base, edit) =>
          assertSameOrHalt(edit(base.bytes), new Map(), base),
        ),
        share(0.7),
      )
    })

    it('and changed bytes in blobs or of the call that refers to them', { timeout }, async () => {
      const bases = await Promise.all(valid.map(async (input) => ({ ...inBlobs(input), ...(await withResult(input)) })))
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...bases),
          fc.option(arbitraryByteEdits),
          fc.option(arbitraryByteEdits),
          async (base, editCall, editBlob) => {
            const bytes = editBlob === null ? base.packed : editBlob(base.packed)
            const blobs = new Map(blobsFromBytes(bytes).map((blob, i) => [keyOf(hashAt(i)), blob]))
            await assertSameOrHalt(editCall === null ? base.bytes : editCall(base.bytes), blobs, base)
          },
        ),
        share(0.2),
      )
    })

    it('accepts no consistent block that a node with the whole state would not accept', { timeout }, async () => {
      const states = new Map(rollup.blocks.map(({ state }) => [keyOf(state.root), state]))
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...valid),
          fc.array(arbitraryInputEdit, { minLength: 1, maxLength: 3 }),
          fc.boolean(),
          async (base, edits, repairs) => {
            const { schemaId, input } = copyOf(base)
            for (const edit of edits) edit(input, rollup.rules)
            const { sealed, refusal } = await verify({ schemaId, input }, repairs)
            if (sealed === undefined) {
              count(refusal.code)
              expect(refusal.code).not.toBe('EXECUTION_FAULT')
              return
            }
            count('consistent')
            const { newPayloadRequest, witness } = input
            const parent = decodeHeader(witness.headers.at(-1)!)
            const stateful = await stateTransition({
              rules: rollup.rules,
              parent,
              parentState: states.get(keyOf(parent.stateRoot))!,
              block: decodeBlock(blockOfPayload(newPayloadRequest), rollup.rules),
              getBlockHash: (number) => {
                const header = witness.headers.at(Number(number - parent.number) - 1)
                return header && keccak256(header)
              },
            })
            expect(sealed.hash).toEqual(stateful.hash)
            expect(sealed.hash).toEqual(newPayloadRequest.executionPayload.blockHash)
            expect(sealed.state.root).toEqual(stateful.state.root)
          },
        ),
        share(0.06),
      )
      expect(counts.consistent).toBeGreaterThan(0)
    })

    it('walks no set of nodes for ever', { timeout }, async () => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...valid), arbitraryNodeSoup, async (base, soup) => {
          const { schemaId, input } = copyOf(base)
          const parent = encodeHeader({ ...decodeHeader(input.witness.headers.at(-1)!), stateRoot: soup.root })
          input.witness.headers = [parent]
          input.witness.state = soup.nodes
          input.newPayloadRequest.executionPayload.parentHash = keccak256(parent)
          const { refusal } = await verify({ schemaId, input }, true)
          count(refusal?.code ?? 'soup')
          expect(refusal?.code).not.toBe('EXECUTION_FAULT')
        }),
        share(0.04),
      )
    })

    /** With the hash that the payload's fields give; and `repairs` puts right what execution says is wrong, as a forger would. */
    async function verify(
      { schemaId, input }: SchemaInput,
      repairs: boolean,
    ): ReturnType<typeof verifyStatelessNewPayload> {
      for (let attempts = repairs ? 8 : 1; ; attempts--) {
        rehash(input)
        const verification = await verifyStatelessNewPayload({ schemaId, input }, { rules: rollup.rules })
        const field = verification.refusal && repairable[verification.refusal.code]
        const right = verification.refusal?.expected
        // A forged parent can ask for a base fee that no payload holds.
        const fits = typeof right !== 'bigint' || right < 2n ** 256n
        if (field === undefined || attempts === 1 || !fits) return verification
        Object.assign(input.newPayloadRequest.executionPayload, { [field]: right })
      }
    }
  },
)

/** The fields whose right value a refusal names. */
const repairable: Record<string, keyof ExecutionPayload> = {
  WRONG_GAS_USED: 'gasUsed',
  WRONG_STATE_ROOT: 'stateRoot',
  WRONG_RECEIPTS_ROOT: 'receiptsRoot',
  WRONG_LOGS_BLOOM: 'logsBloom',
  WRONG_BASE_FEE: 'baseFeePerGas',
}

function rehash({ newPayloadRequest }: StatelessInput): void {
  newPayloadRequest.executionPayload.blockHash = hashHeader(headerOfPayload(newPayloadRequest))
}

const keyOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const hashAt = (index: number) => new Uint8Array(32).fill(index + 1)

function inBlobs(valid: SchemaInput): { bytes: Uint8Array; packed: Uint8Array } {
  const payload = packPayloadBlobBytes(valid.input.newPayloadRequest.executionPayload)
  const witness = encodeExecutionWitness(valid.input.witness)
  const packed = new Uint8Array([...payload, ...witness])
  const hashes = blobsFromBytes(packed).map((_, i) => hashAt(i))
  const reference = {
    transactions: blobSlice(hashes, 0, payload.length),
    witness: blobSlice(hashes, payload.length, witness.length),
  }
  return { bytes: encodeExecuteInput({ ...valid, reference }), packed }
}
