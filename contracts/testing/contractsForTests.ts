import { readFileSync } from 'node:fs'
import type { Abi, Hex } from 'viem'

type TestContract = { abi: Abi; bytecode: Hex; runtime: Hex }

/** The contracts of Strangers.sol, as `npm run contracts` has compiled them. */
export function contractsForTests(): Record<string, TestContract> {
  return JSON.parse(readFileSync(new URL('../generated/Strangers.json', import.meta.url), 'utf8'))
}
