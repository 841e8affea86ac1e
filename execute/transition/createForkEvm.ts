import type { Common } from '@ethereumjs/common'
import type { EVM } from '@ethereumjs/evm'
import { evmCurves } from '../crypto/curves/curves.ts'
import { hastenPrecompiles } from '../evm/hastenPrecompiles.ts'
import { isAmsterdam } from '../evm/prices.ts'
import { CorrectedEvm } from './CorrectedEvm.ts'
import { leaveBlock } from './customPrecompiles.ts'
import { createAccessList, ForkEvm, type ForkEvmOptions } from './ForkEvm.ts'
import { proveFrames } from './proveFrames.ts'

/** Of one fork; more are in use only while several blocks and calls are executed at a time. */
const mostIdle = 4
const idle = new WeakMap<Common, ForkEvm[]>()

/** The EVM of a block: with frames of our own if they are proven beside the EthereumJS that is there, else stock. */
export async function createForkEvm(options: ForkEvmOptions): Promise<EVM> {
  const interpreterClass = await proveFrames(isAmsterdam(options.common) ? 'amsterdam' : 'osaka')
  if (interpreterClass === undefined) {
    const customPrecompiles = [...(options.customPrecompiles ?? [])]
    const stock = new CorrectedEvm({
      ...evmCurves,
      blockLevelAccessList: createAccessList(),
      ...options,
      customPrecompiles,
    })
    hastenPrecompiles(stock.precompiles)
    return stock
  }
  const used = idle.get(options.common)?.pop()
  if (used === undefined) return new ForkEvm(options, interpreterClass)
  used.begin(options)
  return used
}

/** Gives back an EVM that `createForkEvm` made. To be called once at the most, when nothing refers to it any more. */
export function releaseForkEvm(evm: EVM): void {
  leaveBlock(evm)
  if (!(evm instanceof ForkEvm) || !evm.end()) return
  const others = idle.get(evm.common)
  if (others === undefined) idle.set(evm.common, [evm])
  else if (others.length < mostIdle) others.push(evm)
}
