import type { EVM } from '@ethereumjs/evm'
import { Address } from '@ethereumjs/util'
import { NativerollError } from '../errors.ts'
import type { BlockEnvironment } from '../transition/BlockEnvironment.ts'
import type { StateOverrides } from '../types/Simulation.ts'
import { applyStateOverrides } from './applyStateOverrides.ts'

/**
 * Lets a block begin with accounts that are other than they are. A precompile that is overridden stops being one, and may
 * go on at another address (execution-apis `movePrecompileToAddress`).
 * @throws NativerollError INVALID_OVERRIDE
 */
export async function applyOverrides(
  { evm, state }: Pick<BlockEnvironment, 'evm' | 'state'>,
  overrides: StateOverrides,
): Promise<void> {
  if (overrides.length === 0) return
  const precompiles = ownPrecompiles(evm)
  const overridden = new Set(overrides.map(({ address }) => keyOf(address)))
  for (const { address, account } of overrides) {
    const precompile = precompiles.get(keyOf(address))
    const destination = account.movePrecompileTo
    if (destination !== undefined) {
      if (precompile === undefined) throw invalid(`account ${new Address(address)} is not a precompile`, address)
      if (overridden.has(keyOf(destination)))
        throw invalid(`account ${new Address(destination)} is already overridden`, destination)
      precompiles.set(keyOf(destination), precompile)
    }
    precompiles.delete(keyOf(address))
  }
  await applyStateOverrides(state, overrides)
  // EIP-2200: what was overridden is what the transactions find.
  state.originalStorageCache.clear()
}

/** The EVM's precompiles, from here on of this block alone: other blocks share them. */
function ownPrecompiles(evm: EVM): EVM['precompiles'] {
  const own = new Map(evm.precompiles)
  Object.assign(evm, { _precompiles: own })
  return own
}

/** EthereumJS' key of a precompile. */
function keyOf(address: Uint8Array): string {
  return Buffer.from(address).toString('hex')
}

function invalid(message: string, value: Uint8Array): NativerollError {
  return new NativerollError('INVALID_OVERRIDE', message, { value })
}
