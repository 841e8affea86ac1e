import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeStatelessInput, encodeValidationResult, newPayloadRequestRoot } from '../../execute/index.ts'
import { sealedChain } from '../../execute/precompile/rollup.test-support.ts'
import { readStatelessTests, runStatelessTest, type StatelessTest } from './statelessTests.ts'

const toHex = (bytes: Uint8Array) => `0x${Buffer.from(bytes).toString('hex')}` as const

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'nativeroll-eest-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A test as the releases have them, made of a block of ours. */
async function fixture(fork: 'osaka' | 'amsterdam', network: string): Promise<StatelessTest & Record<string, unknown>> {
  const rollup = await sealedChain({ forks: { [fork]: 0 } })
  const { schemaId, input } = rollup.inputOf(rollup.last)
  const result = (successfulValidation: boolean) =>
    encodeValidationResult({
      newPayloadRequestRoot: newPayloadRequestRoot(input.newPayloadRequest, schemaId),
      successfulValidation,
      chainId: input.chainId,
      schemaId,
    })
  const incomplete = { ...input, witness: { ...input.witness, state: input.witness.state.slice(1) } }
  const encoded = encodeStatelessInput({ schemaId, input })
  const pair = (given: Uint8Array, expected: Uint8Array) => ({
    statelessInputBytes: toHex(given),
    statelessOutputBytes: toHex(expected),
  })
  return {
    _info: { 'fixture-format': 'blockchain_test' },
    network,
    config: {
      network,
      chainid: '0x385',
      blobSchedule: { Amsterdam: { target: '0x0e', max: '0x15', baseFeeUpdateFraction: '0xb24b3f' } },
    },
    blocks: [
      { rlp: '0x', ...pair(encoded, result(true)) },
      {
        rlp: '0x',
        expectException: 'BlockException',
        ...pair(encodeStatelessInput({ schemaId, input: incomplete }), result(false)),
      },
      { rlp: '0x', ...pair(encoded.subarray(0, -1), new Uint8Array(43)) },
      // A block of a fork that the program does not know carries neither.
      { rlp: '0x' },
    ],
  }
}

async function outcomes(): Promise<Record<string, string | undefined>> {
  const found: Record<string, string | undefined> = {}
  for (const [name, each] of readStatelessTests(folder)) found[name] = await runStatelessTest(each)
  return found
}

test('fixtures are found wherever they lie, and each block must be answered byte for byte', async () => {
  const inside = join(folder, 'blockchain_tests', 'for_amsterdam', 'eip8025_optional_proofs')
  mkdirSync(inside, { recursive: true })
  mkdirSync(join(folder, '.meta'))
  const amsterdam = await fixture('amsterdam', 'Amsterdam')
  const [first] = amsterdam.blocks
  const wrong = { ...first, statelessOutputBytes: `${first!.statelessOutputBytes!.slice(0, -1)}0` as const }
  const older = { ...first, statelessOutputBytes: toHex(new Uint8Array(105)) }
  writeFileSync(
    join(inside, 'witness.json'),
    JSON.stringify({
      valid: amsterdam,
      'after the fork': await fixture('amsterdam', 'BPO2ToAmsterdamAtTime15k'),
      'before the fork': await fixture('osaka', 'Osaka'),
      wrong: { ...amsterdam, blocks: [first, wrong] },
      older: { ...amsterdam, blocks: [older] },
      'another fork': { ...amsterdam, network: 'Bogota' },
      stateful: { ...amsterdam, blocks: [{ rlp: '0x' }] },
    }),
  )
  writeFileSync(join(folder, '.meta', 'index.json'), JSON.stringify({ root_hash: '0x', test_cases: [] }))
  writeFileSync(
    join(folder, 'engine.json'),
    JSON.stringify({ engine: { network: 'Amsterdam', engineNewPayloads: [] } }),
  )

  expect(await outcomes()).toEqual({
    valid: undefined,
    'after the fork': undefined,
    'before the fork': undefined,
    wrong: expect.stringMatching(/^block 1: expected 0x[0-9a-f]{86}, got 0x[0-9a-f]{86}$/),
    older: 'not applicable',
    'another fork': 'not applicable',
    stateful: 'not applicable',
  })
})
