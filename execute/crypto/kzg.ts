import type { KZG } from '@ethereumjs/util'
import { NativerollError } from '../errors.ts'
import { bls12381 } from './curves/curves.ts'

/**
 * What execution needs of KZG: the check behind the point evaluation precompile (EIP-4844). It takes one point of the
 * trusted setup and pure JavaScript, about 30 ms, so that chains without blobs never load the setup. Commitments and
 * proofs over whole blobs are not execution's affair.
 */
export const kzg: KZG = {
  verifyProof(commitment, z, y, proof) {
    return verifyKzgProof(toBytes(commitment), BigInt(z), BigInt(y), toBytes(proof))
  },
  blobToKzgCommitment: refuse,
  computeBlobProof: refuse,
  verifyBlobProofBatch: refuse,
  computeCells: refuse,
  computeCellsAndProofs: refuse,
  recoverCellsAndProofs: refuse,
  verifyCellKzgProofBatch: refuse,
}

/**
 * consensus-specs `verify_kzg_proof`: p(z) = y. The paper's e(C - [y], G2) = e(proof, [tau - z]) is brought to
 * e(C - [y] + z * proof, -G2) * e(proof, [tau]) = 1, so that all arithmetic is in G1. False as well for scalars above
 * the modulus and for bytes that are no point of the subgroup.
 */
function verifyKzgProof(commitment: Uint8Array, z: bigint, y: bigint, proof: Uint8Array): boolean {
  if (z >= scalarModulus || y >= scalarModulus) return false
  const bls = bls12381.operations
  const [c, pi] = [decompressG1(commitment), decompressG1(proof)]
  if (c === undefined || pi === undefined) return false
  try {
    const terms = [c, scalar(1n), g1, scalar((scalarModulus - y) % scalarModulus), pi, scalar(z)]
    const left = bls.msmG1(Buffer.concat(terms))
    return bls.pairingCheck(Buffer.concat([left, negativeG2, pi, tauG2]))[31] === 1
  } catch {
    return false
  }
}

/** The 48-byte form of a point (ZCash's, as in EIP-4844) to EIP-2537's 128 bytes, not yet checked for the subgroup. */
function decompressG1(compressed: Uint8Array): Uint8Array | undefined {
  const flags = compressed[0] ?? 0
  if (compressed.length !== 48 || (flags & 0x80) === 0) return undefined
  const x = toBigInt(Uint8Array.of(flags & 0x1f, ...compressed.subarray(1)))
  if (flags & 0x40) return x === 0n && (flags & 0x20) === 0 ? new Uint8Array(128) : undefined
  if (x >= fieldModulus) return undefined
  const ySquared = (x * x * x + 4n) % fieldModulus
  // The modulus is 3 mod 4.
  const root = power(ySquared, (fieldModulus + 1n) / 4n)
  if ((root * root) % fieldModulus !== ySquared) return undefined
  const isLarger = root > (fieldModulus - 1n) / 2n
  const y = isLarger === ((flags & 0x20) !== 0) ? root : fieldModulus - root
  return Buffer.from(fieldHex(x) + fieldHex(y), 'hex')
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (const bit of exponent.toString(2)) {
    result = (result * result) % fieldModulus
    if (bit === '1') result = (result * base) % fieldModulus
  }
  return result
}

function toBytes(hex: string): Uint8Array {
  return Buffer.from(hex.slice(2), 'hex')
}

function toBigInt(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
}

function scalar(value: bigint): Uint8Array {
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex')
}

/** EIP-2537: a field element in 64 bytes. */
function fieldHex(value: bigint): string {
  return value.toString(16).padStart(128, '0')
}

function refuse(): never {
  throw new NativerollError('KZG_NOT_HERE', 'Commitments and proofs of whole blobs are not computed in execution', {
    hint: 'Use createKzg() of the execution node.',
  })
}

const scalarModulus = 0x73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001n
const fieldModulus = 0x1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaabn

/** Coordinates of EIP-2537 from 48-byte ones. */
function point(...coordinates: string[]): Uint8Array {
  return Buffer.from(coordinates.map((hex) => hex.padStart(128, '0')).join(''), 'hex')
}

const g1 = point(
  '17f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb',
  '08b3f481e3aaa0f1a09e30ed741d8ae4fcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1',
)

const negativeG2 = point(
  '024aa2b2f08f0a91260805272dc51051c6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb8',
  '13e02b6052719f607dacd3a088274f65596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e',
  '0d1b3cc2c7027888be51d9ef691d77bcb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa',
  '13fa4d4a0ad8b1ce186ed5061789213d993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed',
)

/** [tau]G2 of mainnet's trusted setup: `g2_monomial[1]`. */
const tauG2 = point(
  '185cbfee53492714734429b7b38608e23926c911cceceac9a36851477ba4c60b087041de621000edc98edada20c1def2',
  '15bfd7dd8cdeb128843bc287230af38926187075cbfbefa81009a2ce615ac53d2914e5870cb452d2afaaab24f3499f72',
  '014353bdb96b626dd7d5ee8599d1fca2131569490e28de18e82451a496a9c9794ce26d105941f383ee689bfbbb832a99',
  '1666c54b0a32529503432fcae0181b4bef79de09fc63671fda5ed1ba9bfa07899495346f3d7ac9cd23048ef30d0a154f',
)
