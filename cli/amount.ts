import { formatEther, parseUnits } from 'viem'
import { UsageError } from './UsageError.ts'

const decimals: Record<string, number> = { '': 18, eth: 18, ether: 18, gwei: 9, wei: 0 }

/** `1`, `0.5`, `0.5eth` (ether), `3gwei`, `7wei` -> wei. Errors: ARGUMENT_INVALID. */
export function parseAmount(text: string): bigint {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?) ?(eth|ether|gwei|wei)?$/.exec(text) ?? []
  const places = decimals[unit] ?? 0
  if (number === undefined || (number.split('.')[1]?.length ?? 0) > places)
    throw new UsageError(`${JSON.stringify(text)} is no amount`, {
      value: text,
      expected: 'an amount of ether such as 1 or 0.5, or one with its unit: 3gwei, 7wei',
    })
  return parseUnits(number, places)
}

/** Wei as ether: `0.5 ETH`. */
export function showAmount(wei: bigint): string {
  return `${formatEther(wei)} ETH`
}
