import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { decodeExecuteInput, encodeExecuteInput } from '../blobs/executeInput.ts'
import { keccak256 } from '../crypto/keccak256.ts'
import { ExceptionalHalt } from '../errors.ts'
import { decodeBlock } from '../rlp/block.ts'
import { decodeHeader, encodeHeader, hashHeader } from '../rlp/header.ts'
import { arbitraryMutation } from '../ssz/arbitraries.test-support.ts'
import { blockOfPayload } from '../ssz/blockOfPayload.ts'
import { headerOfPayload } from '../ssz/headerOfPayload.ts'
import type { SchemaInput } from '../ssz/statelessInput.ts'
import type { StatelessInput } from '../ssz/types.ts'
import { verifyStatelessNewPayload } from '../stateless.ts'
import { stateTransition } from '../transition/stateTransition.ts'
import { createExecutePrecompile } from './createExecutePrecompile.ts'
import { GENESIS_TIME, sealedChain } from './rollup.test-support.ts'

/** NATIVEROLL_FUZZ_RUNS=20000 looks further. */
const RUNS = Number(process.env.NATIVEROLL_FUZZ_RUNS ?? 1500)
const LONGEST_MS = 5_000

describe.each([{ fork: 'osaka' }, { fork: 'amsterdam' }] as const)(
  'EXECUTE under mutated inputs of $fork',
  ({ fork }) => {
    let rollup: Awaited<ReturnType<typeof sealedChain>>
    let valid: SchemaInput
    beforeAll(async () => {
      rollup = await sealedChain({ forks: { [fork]: 0 } })
      valid = rollup.inputOf(rollup.last)
    })

    it('answers changed bytes with the same block or a halt', async () => {
      const context = {
        blockNumber: 1n,
        timestamp: GENESIS_TIME + 100n,
        blobVersionedHashes: [],
        earlierBlobVersionedHashes: [],
      }
      const precompile = createExecutePrecompile({ schedule: { [fork]: 0 }, readBlob: () => undefined })
      const bytes = encodeExecuteInput(valid)
      const { output } = await precompile.run({ data: bytes, gasLimit: 2n ** 24n, context })
      await fc.assert(
        fc.asyncProperty(arbitraryMutation(bytes), async (data) => {
          const start = performance.now()
          const answer = await Promise.resolve(precompile.run({ data, gasLimit: 2n ** 24n, context })).catch(
            (error: unknown) => error,
          )
          expect(performance.now() - start).toBeLessThan(LONGEST_MS)
          if (answer instanceof ExceptionalHalt) return
          // What may differ is what the result does not speak of: nodes, codes and headers beyond those needed.
          expect(answer).toMatchObject({ output })
          expect(decodeExecuteInput(data, () => undefined).input.newPayloadRequest).toEqual(
            valid.input.newPayloadRequest,
          )
        }),
        { numRuns: RUNS },
      )
    })

    it('accepts no consistent block that a node with the whole state would not accept', async () => {
      const parent = rollup.blocks.at(-2)!
      let refused = 0
      await fc.assert(
        fc.asyncProperty(fc.array(arbitraryEdit, { minLength: 1, maxLength: 2 }), async (edits) => {
          const { schemaId, input } = structuredClone(valid)
          for (const edit of edits) edit(input)
          const { newPayloadRequest } = input
          newPayloadRequest.executionPayload.blockHash = hashHeader(headerOfPayload(newPayloadRequest))
          const { sealed, refusal } = await verifyStatelessNewPayload({ schemaId, input }, { rules: rollup.rules })
          if (sealed === undefined) {
            expect(refusal.code).not.toBe('EXECUTION_FAULT')
            refused++
            return
          }
          const stateful = await stateTransition({
            rules: rollup.rules,
            parent: parent.block.header,
            parentState: parent.state,
            block: decodeBlock(blockOfPayload(newPayloadRequest), rollup.rules),
            getBlockHash: (number) => rollup.blocks[Number(number)]?.hash,
          })
          expect(sealed.hash).toEqual(stateful.hash)
          expect(sealed.hash).toEqual(newPayloadRequest.executionPayload.blockHash)
          expect(sealed.state.root).toEqual(stateful.state.root)
        }),
        { numRuns: Math.ceil(RUNS / 4) },
      )
      expect(refused).toBeGreaterThan(0)
    })
  },
)

type Edit = (input: StatelessInput) => void

const flipIn = (select: (input: StatelessInput) => Uint8Array | undefined): fc.Arbitrary<Edit> =>
  fc.tuple(fc.nat({ max: 5000 }), fc.nat({ max: 7 })).map(([at, bit]) => (input) => {
    const bytes = select(input)
    if (bytes !== undefined && bytes.length > 0) bytes[at % bytes.length]! ^= 1 << bit
  })

const flipInOneOf = (select: (input: StatelessInput) => Uint8Array[]): fc.Arbitrary<Edit> =>
  fc.tuple(fc.nat({ max: 100 }), fc.nat({ max: 5000 }), fc.nat({ max: 7 })).map(([index, at, bit]) => (input) => {
    const list = select(input)
    const bytes = list[index % Math.max(1, list.length)]
    if (bytes !== undefined && bytes.length > 0) bytes[at % bytes.length]! ^= 1 << bit
  })

const reorder = (select: (input: StatelessInput) => Uint8Array[]): fc.Arbitrary<Edit> =>
  fc.tuple(fc.nat({ max: 100 }), fc.constantFrom('drop', 'double', 'last')).map(([at, how]) => (input) => {
    const list = select(input)
    if (list.length === 0) return
    const [item] = list.splice(at % list.length, 1)
    if (how === 'double') list.push(item!, item!)
    if (how === 'last') list.push(item!)
  })

type NumberField =
  | 'gasLimit'
  | 'gasUsed'
  | 'timestamp'
  | 'blockNumber'
  | 'baseFeePerGas'
  | 'blobGasUsed'
  | 'excessBlobGas'

const bump: fc.Arbitrary<Edit> = fc
  .tuple(
    fc.constantFrom<NumberField>(
      'gasLimit',
      'gasUsed',
      'timestamp',
      'blockNumber',
      'baseFeePerGas',
      'blobGasUsed',
      'excessBlobGas',
    ),
    fc.constantFrom(1n, -1n, 1000n, 2n ** 40n),
  )
  .map(([field, by]) => ({ newPayloadRequest: { executionPayload } }) => {
    const value = executionPayload[field] + by
    executionPayload[field] = value < 0n ? 0n : value
  })

type HeaderNumber = 'gasLimit' | 'gasUsed' | 'timestamp' | 'number' | 'baseFeePerGas' | 'blobGasUsed' | 'excessBlobGas'

/** Another parent, with the block made to be its child. */
const forgeParent: fc.Arbitrary<Edit> = fc
  .tuple(
    fc.constantFrom<HeaderNumber>(
      'gasLimit',
      'gasUsed',
      'timestamp',
      'number',
      'baseFeePerGas',
      'blobGasUsed',
      'excessBlobGas',
    ),
    fc.constantFrom(0n, 1n, 5000n, 2n ** 40n, 2n ** 63n, 2n ** 256n),
  )
  .map(([field, value]) => ({ witness, newPayloadRequest }) => {
    const header = attempt(() => decodeHeader(witness.headers.at(-1)!))
    if (header === undefined) return
    witness.headers = [encodeHeader({ ...header, [field]: value })]
    newPayloadRequest.executionPayload.parentHash = keccak256(witness.headers[0]!)
  })

function attempt<T>(action: () => T): T | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}

const payloadOf = ({ newPayloadRequest }: StatelessInput) => newPayloadRequest.executionPayload

const arbitraryEdit: fc.Arbitrary<Edit> = fc.oneof(
  bump,
  forgeParent,
  flipIn((input) => payloadOf(input).stateRoot),
  flipIn((input) => payloadOf(input).receiptsRoot),
  flipIn((input) => payloadOf(input).logsBloom),
  flipIn((input) => payloadOf(input).prevRandao),
  flipIn((input) => payloadOf(input).feeRecipient),
  flipIn((input) => payloadOf(input).extraData),
  flipIn((input) => payloadOf(input).blockAccessList),
  flipIn((input) => input.newPayloadRequest.parentBeaconBlockRoot),
  flipInOneOf((input) => payloadOf(input).transactions),
  flipInOneOf((input) => input.witness.state),
  flipInOneOf((input) => input.witness.codes),
  flipInOneOf((input) => input.witness.headers),
  flipInOneOf((input) => input.publicKeys),
  reorder((input) => payloadOf(input).transactions),
  reorder((input) => input.witness.state),
  reorder((input) => input.witness.codes),
  reorder((input) => input.witness.headers),
  reorder((input) => input.publicKeys),
)
