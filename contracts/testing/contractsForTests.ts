import { fileURLToPath } from 'node:url'
import type { Abi, Hex } from 'viem'
import { compile } from '../build.ts'

/** The contracts of testing/Strangers.sol, compiled now. */
export function contractsForTests(): Record<string, { abi: Abi; bytecode: Hex; runtime: Hex }> {
  const file = fileURLToPath(new URL('Strangers.sol', import.meta.url))
  const contracts = compile([file])['testing/Strangers.sol']!
  return Object.fromEntries(
    Object.entries(contracts).map(([name, { abi, evm }]) => [
      name,
      { abi, bytecode: `0x${evm.bytecode.object}`, runtime: `0x${evm.deployedBytecode.object}` },
    ]),
  )
}
