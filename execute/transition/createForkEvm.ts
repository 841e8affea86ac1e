import { EVM } from '@ethereumjs/evm'
import { evmCurves } from '../crypto/curves/curves.ts'
import { hastenPrecompiles } from '../evm/hastenPrecompiles.ts'
import { ForkEvm, type ForkEvmOptions } from './ForkEvm.ts'
import { proveFrames } from './proveFrames.ts'

/** The EVM of a block: with frames of our own if they are proven beside the EthereumJS that is there, else stock. */
export async function createForkEvm(options: ForkEvmOptions): Promise<EVM> {
  const interpreterClass = await proveFrames()
  if (interpreterClass !== undefined) return new ForkEvm(options, interpreterClass)
  const stock = new EVM({ ...evmCurves, ...options })
  hastenPrecompiles(stock.precompiles)
  return stock
}
