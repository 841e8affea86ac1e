import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Backend } from '../Backend.ts'
import { createFilterMethods } from '../filters/filterMethods.ts'
import { createTestNode, testAccounts } from '../testing/createTestNode.ts'
import { createMethods } from './createMethods.ts'
import { RpcError, rpcCodes } from './RpcError.ts'

/** Enough of everything to be built from; nothing of it is run. */
const nothing: unknown = new Proxy(() => nothing, {
  get: (_, name) => (name === Symbol.toPrimitive ? () => 0 : nothing),
})
const names = [
  ...Object.keys(createMethods(nothing as Backend, nothing as Parameters<typeof createMethods>[1])),
  ...Object.keys(createFilterMethods(nothing as Backend)),
]

const { node } = await createTestNode()
afterAll(() => node.close())

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((b) => `0x${Buffer.from(b).toString('hex')}`)
const quantity = fc.bigInt({ min: 0n, max: 2n ** 256n }).map((value) => `0x${value.toString(16)}`)
const scalar = fc.oneof(
  fc.constantFrom(null, true, false, '', '0x', '0x0', '0x1', '0xg', 'latest', 'pending', 'earliest', 'safe', {}, []),
  fc.constantFrom(testAccounts[0]!.address, 'newHeads', '__proto__', 'toString', 'trace', '1ms', 'union'),
  fc.constantFrom('callTracer', 'prestateTracer', 'flatCallTracer', 'muxTracer', '4byteTracer', 'noopTracer'),
  hex(20),
  hex(32),
  fc.uint8Array({ maxLength: 80 }).map((b) => `0x${Buffer.from(b).toString('hex')}`),
  quantity,
  fc.integer({ min: -3, max: 40 }),
  fc.double(),
  fc.string({ maxLength: 8 }),
)
/** Names that parameters really have: random ones alone would be ignored. */
const field = fc.constantFrom(
  ...['from', 'to', 'data', 'input', 'value', 'gas', 'gasPrice', 'maxFeePerGas', 'nonce', 'accessList', 'address'],
  ...['topics', 'fromBlock', 'toBlock', 'blockHash', 'blockNumber', 'tracer', 'tracerConfig', 'storageKeys', 'state'],
  ...['stateDiff', 'balance', 'code', 'blockStateCalls', 'calls', 'blockOverrides', 'stateOverrides', 'number', 'time'],
  ...[
    'authorizationList',
    'blobVersionedHashes',
    'movePrecompileToAddress',
    'blocks',
    'timestamp',
    'limit',
    'timeout',
    'fromAddress',
    'toAddress',
    'after',
    'count',
    'mode',
    'callTracer',
    'prestateTracer',
    '__proto__',
  ],
)
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { arbitrary: scalar, weight: 3 },
    { arbitrary: fc.array(tie('value'), { maxLength: 3 }), weight: 1 },
    { arbitrary: fc.dictionary(field, tie('value'), { maxKeys: 4 }), weight: 2 },
  ),
})).value

// What asks for much work gets much work: how long it takes is not the question here.
const slow = /_(mine|mineDetailed|mine_detailed|setIntervalMining|loadState)$/

test.each(names.filter((name) => !slow.test(name)))(
  '%s takes any parameters without a fault of its own',
  async (method) => {
    await fc.assert(
      fc.asyncProperty(fc.array(json, { maxLength: 4 }), async (params) => {
        const failure = await node.request({ method, params }).then(
          () => undefined,
          (error) => error,
        )
        if (failure === undefined) return
        expect(failure).toBeInstanceOf(RpcError)
        expect(failure.code, failure.cause?.stack ?? failure.message).not.toBe(rpcCodes.internalError)
      }),
      { numRuns: 100 },
    )
  },
  30_000,
)

test('the node still makes blocks after all that', async () => {
  const number = async () => Number(await node.request({ method: 'eth_blockNumber', params: [] }))
  const before = await number()
  await node.request({ method: 'evm_mine', params: [] })
  expect(await number()).toBe(before + 1)
})
