import fc from 'fast-check'
import { hexToBytes } from 'viem'
import { systemContracts } from '../../contracts/genesis/systemContracts.ts'
import { createChainRules, type GenesisAlloc } from '../../execute/index.ts'
import { alloc, chainId, targets } from './accounts.ts'
import { amsterdamStep } from './arbitraryAmsterdamStep.ts'
import { initCode } from './arbitraryProgram.ts'
import { scenarioOf } from './arbitraryScenario.ts'
import type { AmsterdamScenario } from './runAmsterdamScenario.ts'

const contracts: GenesisAlloc = Object.fromEntries(
  Object.entries(systemContracts).map(([address, code]) => [address, { code, nonce: 1n }]),
)

export const start = {
  rules: createChainRules({ chainId, forks: { amsterdam: 0 } }),
  gasLimit: 300_000_000n,
  alloc: { ...alloc, ...contracts },
}

const withdrawal = fc.record({
  address: fc.constantFrom(...targets).map((address) => hexToBytes(address)),
  amount: fc.bigInt({ min: 0n, max: 3n }),
})

/** Near what a transaction or an account costs at least; with more than 2^24 there is a reservoir for state (EIP-8037). */
const gasLimit = fc.oneof(
  { weight: 3, arbitrary: fc.bigInt({ min: 300_000n, max: 3_000_000n }) },
  { weight: 2, arbitrary: fc.bigInt({ min: 12_000n, max: 60_000n }) },
  { weight: 2, arbitrary: fc.bigInt({ min: 190_000n, max: 300_000n }) },
  { weight: 2, arbitrary: fc.bigInt({ min: 2n ** 24n - 100n, max: 2n ** 24n + 400_000n }) },
  { weight: 2, arbitrary: fc.constantFrom(5_000_000n, 16_000_000n, 40_000_000n, 180_000_000n) },
)

export const scenarios: fc.Arbitrary<AmsterdamScenario> = fc
  .tuple(scenarioOf(initCode(2, amsterdamStep), gasLimit), fc.array(withdrawal, { maxLength: 2 }))
  .map(([scenario, withdrawals]) => ({
    ...scenario,
    withdrawals: withdrawals.map((each, index) => ({ ...each, index: BigInt(index), validatorIndex: 1n })),
  }))
