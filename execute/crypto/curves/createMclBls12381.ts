import { EVMError } from '@ethereumjs/evm'
import { createMclVerifyKzgProof } from './createMclVerifyKzgProof.ts'
import type { Bls12381 } from './curves.ts'
import { fieldSize, Mcl, type Place } from './Mcl.ts'
import { MclGroup } from './MclGroup.ts'
import { MclPairing } from './MclPairing.ts'

/** curve_type.h */
const bls12381 = 5

/** EIP-2537: 64 bytes for an element, 16 zeros before it. */
const elementLength = 64

/** What the precompiles of EIP-2537, and KZG's, compute. EthereumJS has checked lengths and leading zeros. */
export async function createMclBls12381(): Promise<Bls12381> {
  const mcl = await Mcl.load(bls12381)
  const refusal = EVMError.errorMessages.BLS_12_381_POINT_NOT_ON_CURVE
  const g1 = new MclGroup(mcl, 'G1', { elementLength, order: [0, 1], refusal })
  const g2 = new MclGroup(mcl, 'G2', { elementLength, order: [0, 1, 2, 3], refusal })
  const pairing = new MclPairing(mcl, g1, g2)
  const argument = mcl.allocate(2 * fieldSize)
  const result = mcl.allocate(g2.size)

  function readElement(to: Place, input: Uint8Array, index: number): void {
    if (!mcl.readField(to, input, (index + 1) * elementLength))
      throw new EVMError(EVMError.errorMessages.BLS_12_381_FP_NOT_IN_FIELD)
  }

  return {
    // Addition is that of the whole curve: no need to be a member of the subgroup.
    addG1: (input) => g1.add(input),
    addG2: (input) => g2.add(input),
    msmG1: (input) => g1.multiply(input),
    msmG2: (input) => g2.multiply(input),
    mapFPtoG1(input) {
      readElement(argument, input, 0)
      mcl.function('Fp_mapToG1')(result, argument)
      return g1.write(result)
    },
    mapFP2toG2(input) {
      readElement(argument, input, 0)
      readElement(argument + fieldSize, input, 1)
      mcl.function('Fp2_mapToG2')(result, argument)
      return g2.write(result)
    },
    pairingCheck: (input) => word(pairing.isOne(input)),
    verifyKzgProof: createMclVerifyKzgProof(mcl, g1, g2),
  }
}

function word(truth: boolean): Uint8Array {
  const bytes = new Uint8Array(32)
  bytes[31] = truth ? 1 : 0
  return bytes
}
