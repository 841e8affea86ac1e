import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SealedBlock } from '../../../execute/index.ts'
import { type Adversary, createAdversary } from '../../testing/createAdversary.ts'
import { createTestNetwork, type TestNetwork } from '../../testing/createTestNetwork.ts'
import { advanceCalldata, forge } from '../../testing/forge.ts'
import { transfer } from '../../testing/transfer.ts'

let network: TestNetwork
let adversary: Adversary
let sealed: SealedBlock
let anchorNumber: bigint

beforeAll(async () => {
  network = await createTestNetwork({ settle: 'manual' })
  await network.l1.seal()
  anchorNumber = network.l1.head().block.header.number
  await transfer(network.rollups[0]!.node, '0x00000000000000000000000000000000000b0b00', 1n)
  sealed = network.rollups[0]!.node.head()
  adversary = await createAdversary(network)
})

afterAll(async () => {
  adversary.stop()
  await network.stop()
})

const refused = (input: Uint8Array) => adversary.refused(advanceCalldata({ anchorNumber, input }))

test('refuses inputs that are cut short', async () => {
  const input = forge(sealed)
  for (const length of [0, 1, 2, 13, 100, 581, input.length - 1]) {
    expect(await refused(input.slice(0, length)), `${length} bytes`).toMatch(/^(MalformedInput|ExecuteFailed)/)
  }
})

test('refuses bytes behind the input', async () => {
  expect(await refused(Uint8Array.of(...forge(sealed), 0))).toMatch(/^ExecuteFailed/)
})

test('refuses other schema ids', async () => {
  for (const id of [0x0000, 0x1200, 0x1202, 0x1501, 0x9201, 0xffff]) {
    const input = forge(sealed)
    input[0] = id >> 8
    input[1] = id & 0xff
    expect(await refused(input), id.toString(16)).not.toBe('accepted')
  }
})

test('refuses any input in which a bit is flipped', async () => {
  const input = forge(sealed)
  await fc.assert(
    fc.asyncProperty(fc.nat(input.length - 1), fc.nat(7), async (at, bit) => {
      const spoiled = input.slice()
      spoiled[at]! ^= 1 << bit
      expect(await refused(spoiled), `bit ${bit} of byte ${at}`).not.toMatch(/accepted|L1 changed/)
    }),
    { numRuns: 60 },
  )
})

test('calldata that is no call of the contract changes nothing', async () => {
  for (const calldata of ['0x', '0x12345678', advanceCalldata().slice(0, 10) as `0x${string}`] as const) {
    expect(await adversary.refused(calldata)).not.toMatch(/accepted|L1 changed/)
  }
})

test('the block is settled by the unspoiled input, sent by the adversary', async () => {
  const { status } = await adversary.send(advanceCalldata({ anchorNumber, input: forge(sealed) }))
  expect(status).toBe('success')
  await network.rollups[0]!.settled(1n)
})
