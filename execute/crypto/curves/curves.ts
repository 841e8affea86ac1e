import { type EVMBLSInterface, type EVMBN254Interface, NobleBLS, NobleBN254 } from '@ethereumjs/evm'
import { Curve } from './Curve.ts'
import { nobleVerifyKzgProof, type VerifyKzgProof } from './nobleVerifyKzgProof.ts'
import { nobleVerifyP256 } from './nobleVerifyP256.ts'

export type Bls12381 = EVMBLSInterface & { verifyKzgProof: VerifyKzgProof }

/** EIP-2537, and KZG. */
export const bls12381 = new Curve<Bls12381>(
  Object.assign(new NobleBLS(), { verifyKzgProof: nobleVerifyKzgProof }),
  async () => (await import('./createMclBls12381.ts')).createMclBls12381(),
)

/** EIP-196 and EIP-197. */
export const bn254 = new Curve<EVMBN254Interface>(new NobleBN254(), async () =>
  (await import('./createMclBn254.ts')).createMclBn254(),
)

/** EIP-7951. */
export const p256 = new Curve(nobleVerifyP256, async () => (await import('./createMclP256.ts')).createMclP256())

/** As EthereumJS' EVM takes them, which is made before they are loaded. */
export const evmCurves: { bls: EVMBLSInterface; bn254: EVMBN254Interface } = {
  bls: {
    addG1: (input) => bls12381.operations.addG1(input),
    addG2: (input) => bls12381.operations.addG2(input),
    msmG1: (input) => bls12381.operations.msmG1(input),
    msmG2: (input) => bls12381.operations.msmG2(input),
    mapFPtoG1: (input) => bls12381.operations.mapFPtoG1(input),
    mapFP2toG2: (input) => bls12381.operations.mapFP2toG2(input),
    pairingCheck: (input) => bls12381.operations.pairingCheck(input),
  },
  bn254: {
    add: (input) => bn254.operations.add(input),
    mul: (input) => bn254.operations.mul(input),
    pairing: (input) => bn254.operations.pairing(input),
  },
}
