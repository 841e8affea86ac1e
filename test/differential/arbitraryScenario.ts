import fc from 'fast-check'
import type { Hex } from 'viem'
import { deployed, deployments, senders, targets } from './accounts.ts'
import { initCode } from './arbitraryProgram.ts'

export type ScenarioAuthorization = {
  authority: number
  to: Hex
  chainId: number
  /** Added to the nonce that would be right. */
  nonceError: number
}

/** A transaction but for its nonce, which follows from the chain. */
export type ScenarioTransaction = {
  type: 0 | 1 | 2 | 4
  sender: number
  to?: Hex
  data: Hex
  value: bigint
  gasLimit: bigint
  priorityFee: bigint
  accessList: { address: Hex; storageKeys: Hex[] }[]
  authorizations: ScenarioAuthorization[]
}

/** Contracts to deploy in the first block, and the transactions of those after it. */
export type Scenario = { contracts: Hex[]; blocks: ScenarioTransaction[][] }

const hexOf = (bytes: Uint8Array): Hex => `0x${Buffer.from(bytes).toString('hex')}`
const storageKey = fc.nat({ max: 12 }).map((key): Hex => `0x${key.toString(16).padStart(64, '0')}`)
const target = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...deployed) },
  { weight: 1, arbitrary: fc.constantFrom(...targets) },
)

const authorization: fc.Arbitrary<ScenarioAuthorization> = fc.record({
  authority: fc.nat({ max: senders.length - 1 }),
  to: fc.oneof({ weight: 5, arbitrary: target }, { weight: 1, arbitrary: fc.constant<Hex>(`0x${'00'.repeat(20)}`) }),
  chainId: fc.constantFrom(900, 900, 0, 1),
  nonceError: fc.constantFrom(0, 0, 0, 0, 1),
})

const transactionOf = (init: fc.Arbitrary<Uint8Array>, gasLimit: fc.Arbitrary<bigint>) =>
  fc
    .record({
      type: fc.constantFrom(0 as const, 1 as const, 2 as const, 2 as const, 4 as const),
      sender: fc.nat({ max: senders.length - 1 }),
      call: fc.option(fc.record({ to: target, data: fc.uint8Array({ maxLength: 80 }).map(hexOf) }), { freq: 4 }),
      init: init.map(hexOf),
      value: fc.oneof(fc.constant(0n), fc.bigInt({ min: 0n, max: 10n ** 19n })),
      gasLimit,
      priorityFee: fc.bigInt({ min: 0n, max: 10n ** 9n }),
      accessList: fc.array(fc.record({ address: target, storageKeys: fc.array(storageKey, { maxLength: 3 }) }), {
        maxLength: 3,
      }),
      authorizations: fc.array(authorization, { minLength: 1, maxLength: 3 }),
    })
    .map(
      ({ call, init, ...rest }): ScenarioTransaction =>
        call === null && rest.type !== 4
          ? { ...rest, data: init }
          : { ...rest, to: call?.to ?? senders[rest.sender]!, data: call?.data ?? '0x' },
    )

const gasLimit = fc.oneof(
  { weight: 4, arbitrary: fc.bigInt({ min: 300_000n, max: 3_000_000n }) },
  { weight: 2, arbitrary: fc.bigInt({ min: 21_000n, max: 300_000n }) },
  { weight: 1, arbitrary: fc.constant(9_000_000n) },
)

/** @param init the codes that its contracts are made with */
export function scenarioOf(init: fc.Arbitrary<Uint8Array>, gas = gasLimit): fc.Arbitrary<Scenario> {
  return fc.record({
    contracts: fc.array(init.map(hexOf), { minLength: deployments, maxLength: deployments }),
    blocks: fc.array(fc.array(transactionOf(init, gas), { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 4,
    }),
  })
}

export const arbitraryScenario: fc.Arbitrary<Scenario> = scenarioOf(initCode())
