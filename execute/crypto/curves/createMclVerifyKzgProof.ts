import { generatorG1, groupOrder, negativeG2, tauG2 } from './kzgPoints.ts'
import { fieldSize, type Mcl, type Place, scalarSize } from './Mcl.ts'
import type { MclGroup } from './MclGroup.ts'
import type { VerifyKzgProof } from './nobleVerifyKzgProof.ts'

const order = Buffer.from(groupOrder.toString(16), 'hex')

/** As `nobleVerifyKzgProof`, with the Miller loops over the two fixed points prepared. */
export function createMclVerifyKzgProof(mcl: Mcl, g1: MclGroup, g2: MclGroup): VerifyKzgProof {
  const [square, multiplyField, addField] = [mcl.function('Fp_sqr'), mcl.function('Fp_mul'), mcl.function('Fp_add')]
  const [squareRoot, negateField] = [mcl.function('Fp_squareRoot'), mcl.function('Fp_neg')]
  const [isLarger, negateScalar] = [mcl.function('Fp_isNegative'), mcl.function('Fr_neg')]
  const [add, millerLoops] = [mcl.function('G1_add'), mcl.function('_precomputedMillerLoop2')]
  const [finish, isOne] = [mcl.function('_finalExp'), mcl.function('GT_isOne')]

  const coordinate = new Uint8Array(mcl.fieldLength)
  const four = mcl.allocate(fieldSize)
  mcl.function('Fp_setInt32')(four, 4)
  // The generator and the proof, which are multiplied by -y and z.
  const points = mcl.allocate(2 * g1.size)
  const proof = points + g1.size
  g1.read(points, generatorG1, 0)
  const scalars = mcl.allocate(2 * scalarSize)
  const [commitment, left] = [mcl.allocate(g1.size), mcl.allocate(g1.size)]
  const [preparedNegativeG2, preparedTauG2] = [prepare(negativeG2), prepare(tauG2)]
  const product = mcl.allocate(12 * fieldSize)

  return (commitmentBytes, z, y, proofBytes) => {
    if (!isScalar(z) || !isScalar(y)) return false
    if (!decompress(commitment, commitmentBytes) || !decompress(proof, proofBytes)) return false
    mcl.readScalar(scalars, y)
    negateScalar(scalars, scalars)
    mcl.readScalar(scalars + scalarSize, z)
    g1.combine(left, points, scalars, 2)
    add(left, left, commitment)
    // A pairing is one only with the point at infinity.
    if (g1.isInfinity(left) || g1.isInfinity(proof)) return g1.isInfinity(left) && g1.isInfinity(proof)
    millerLoops(product, left, preparedNegativeG2, proof, preparedTauG2)
    finish(product, product)
    return isOne(product) === 1
  }

  function prepare(point: Uint8Array): Place {
    const place = mcl.allocate(g2.size)
    g2.read(place, point, 0)
    const prepared = mcl.allocate(8 * mcl.function('_getUint64NumToPrecompute')())
    mcl.function('_precomputeG2')(prepared, place)
    return prepared
  }

  /** The 48-byte form of a point of the subgroup: ZCash's, as in EIP-4844. False if it is none. */
  function decompress(to: Place, compressed: Uint8Array): boolean {
    const flags = compressed[0] ?? 0
    if (compressed.length !== mcl.fieldLength || (flags & 0x80) === 0) return false
    coordinate.set(compressed)
    coordinate[0] = flags & 0x1f
    if (flags & 0x40) {
      g1.clear(to)
      return (flags & 0x20) === 0 && coordinate.every((byte) => byte === 0)
    }
    const y = to + fieldSize
    if (!mcl.readField(to, coordinate, mcl.fieldLength)) return false
    square(y, to)
    multiplyField(y, y, to)
    addField(y, y, four)
    if (squareRoot(y, y) !== 0) return false
    if ((isLarger(y) === 1) !== ((flags & 0x20) !== 0)) negateField(y, y)
    return g1.completeMember(to)
  }
}

function isScalar(bytes: Uint8Array): boolean {
  return bytes.length === scalarSize && Buffer.compare(bytes, order) < 0
}
