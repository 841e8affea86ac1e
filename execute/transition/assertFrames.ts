import { knownVersion } from '../evm/ethereumJs.ts'
import { proveFrames } from './proveFrames.ts'

// Part of the build: what is built runs frames of its own, not stock EthereumJS in their place.
const proofs = [await proveFrames('osaka'), await proveFrames('amsterdam')]
if (proofs.includes(undefined)) {
  console.error(`Our frames do not do what EthereumJS does, or it is not @ethereumjs/evm ${knownVersion}`)
  process.exitCode = 1
}
