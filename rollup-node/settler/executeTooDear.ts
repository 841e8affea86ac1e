import { RollupError } from '../errors.ts'
import { TRANSACTION_GAS_CAP } from './advanceGas.ts'

/** The block that is next to be settled, the gas that a transaction would need for it, and EXECUTE's price (for 1,000 gas). */
export type TooDear = { number: bigint; gasLimit: bigint; neededGas: bigint; price: bigint }

/** Gas limits are named in steps of this size, rounded down, and none that no configuration takes. */
const STEP = 100_000n
const LEAST = 1_000_000n

/** Why blocks that are sealed wait, and what helps. Their gas limit cannot: it is in their headers, and L1's contract asks for it. */
export function executeTooDear({ number, gasLimit, neededGas, price }: TooDear): RollupError {
  const excess = neededGas - TRANSACTION_GAS_CAP
  // EIP-150: a call gets 63 of 64 parts.
  const settleable = gasLimit - (excess * 63n * 1_000n) / (64n * price) - 1n
  const affordable = settleable - (settleable % STEP)
  const instead = affordable < LEAST ? '' : `; a rollup configured with gasLimit ${affordable} settles at this price`
  const perGas = (Number(price) / 1_000).toFixed(3)
  return new RollupError(
    'EXECUTE_TOO_DEAR',
    `block ${number} cannot be settled at EXECUTE's price of ${perGas} L1 gas per gas: its gas limit of ${gasLimit} takes a transaction of ${neededGas} gas`,
    {
      value: neededGas,
      expected: `at most ${TRANSACTION_GAS_CAP} (EIP-7825)`,
      hint: `each L1 block that uses less of EXECUTE than the target makes it cheaper (evm_mine makes one)${instead}`,
    },
  )
}
