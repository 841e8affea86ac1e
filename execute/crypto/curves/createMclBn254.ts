import { type EVMBN254Interface, EVMError } from '@ethereumjs/evm'
import { Mcl } from './Mcl.ts'
import { MclGroup } from './MclGroup.ts'
import { MclPairing } from './MclPairing.ts'

/** curve_type.h: alt_bn128. */
const bnSnark1 = 4
const elementLength = 32

/** What the precompiles of EIP-196 and EIP-197 compute. EthereumJS has brought inputs to their lengths. */
export async function createMclBn254(): Promise<EVMBN254Interface> {
  const mcl = await Mcl.load(bnSnark1)
  const refusal = EVMError.errorMessages.BN254_FP_NOT_IN_FIELD
  const g1 = new MclGroup(mcl, 'G1', { elementLength, order: [0, 1], refusal, whole: true })
  // EIP-197 writes the imaginary part first.
  const g2 = new MclGroup(mcl, 'G2', { elementLength, order: [1, 0, 3, 2], refusal })
  const pairing = new MclPairing(mcl, g1, g2)
  return {
    add: (input) => g1.add(input),
    // EthereumJS gives more than the point and the scalar.
    mul: (input) => g1.multiply(input.subarray(0, 3 * elementLength)),
    pairing(input) {
      const output = new Uint8Array(32)
      output[31] = pairing.isOne(input) ? 1 : 0
      return output
    },
  }
}
