import type { Hex } from 'viem'

/** Runtime code small enough to read, for tests of a room that knows no Solidity. */
export const testContracts = {
  /** slot 0 += 1; LOG1 with the first word of the call data as topic and as data; returns slot 0. */
  counter: '0x60005460010160005560003560005260003560206000a160005460005260206000f3',
  /** Reverts with the call data. */
  reverter: '0x365f5f37365ffd',
  /** Reverts unless the call has at least 1,000,000 gas left, of which it uses next to nothing. */
  gasHolder: '0x620f42405a10600a57005b5f5ffd',
  /** INVALID. */
  invalid: '0xfe',
  /** As EIP-7002's contract does for a request: LOG0 with the call data. */
  requester: '0x365f5f37365fa0',
} as const satisfies Record<string, Hex>

/** Init code that deploys this runtime code (up to 255 bytes). */
export function initCode(runtime: Hex): Hex {
  const length = ((runtime.length - 2) / 2).toString(16).padStart(2, '0')
  // PUSH1 length, DUP1, PUSH1 9, PUSH0, CODECOPY, PUSH0, RETURN
  return `0x60${length}8060095f395ff3${runtime.slice(2)}`
}
