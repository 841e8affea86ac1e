import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hex } from 'viem'
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
async function fixture(fork: 'osaka' | 'amsterdam', network: string) {
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
      { ...pair(encoded, result(true)) },
      { ...pair(encodeStatelessInput({ schemaId, input: incomplete }), result(false)) },
      { ...pair(encoded.subarray(0, -1), new Uint8Array(43)) },
      // A block of a fork that the program does not know carries neither.
      {},
    ],
  } satisfies StatelessTest & Record<string, unknown>
}

/** The layout of the releases from v21 on: no `public_keys`, so the fixed part has 16 bytes. */
function withoutPublicKeys(input: Hex): Hex {
  const bytes = Buffer.from(input.slice(2), 'hex')
  const [request, witness, keys] = [2, 6, 18].map((at) => bytes.readUInt32LE(at))
  const fixed = Buffer.from(bytes.subarray(0, 18))
  fixed.writeUInt32LE(request! - 4, 2)
  fixed.writeUInt32LE(witness! - 4, 6)
  return toHex(Buffer.concat([fixed, bytes.subarray(22, 2 + keys!)]))
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
  const [first, incomplete] = amsterdam.blocks as { statelessInputBytes: Hex; statelessOutputBytes: Hex }[]
  const wrong = { ...first, statelessOutputBytes: `${first!.statelessOutputBytes.slice(0, -1)}0` }
  const keyless = [first!, incomplete!].map((block) => ({
    ...block,
    statelessInputBytes: withoutPublicKeys(block.statelessInputBytes),
  }))
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
      'without public keys': { ...amsterdam, blocks: keyless },
      stateful: { ...amsterdam, blocks: [{}] },
    }),
  )
  writeFileSync(join(folder, '.meta', 'index.json'), JSON.stringify({ root_hash: '0x', test_cases: [] }))
  writeFileSync(
    join(folder, 'engine.json'),
    JSON.stringify({
      engine: { network: 'Amsterdam', engineNewPayloads: [first] },
      'wrong in the engine': { network: 'Amsterdam', engineNewPayloads: [wrong] },
    }),
  )

  expect(await outcomes()).toEqual({
    valid: undefined,
    'after the fork': undefined,
    'before the fork': undefined,
    wrong: expect.stringMatching(/^block 1: expected 0x[0-9a-f]{86}, got 0x[0-9a-f]{86}$/),
    older: 'not applicable',
    'another fork': 'not applicable',
    'without public keys': undefined,
    engine: undefined,
    'wrong in the engine': expect.stringMatching(/^block 0: expected/),
    stateful: 'not applicable',
  })
})
