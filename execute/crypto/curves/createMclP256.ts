import { EVMError } from '@ethereumjs/evm'
import { Mcl, scalarSize } from './Mcl.ts'
import { MclGroup } from './MclGroup.ts'

/** Whether hash ‖ r ‖ s ‖ x ‖ y, 32 bytes each, is a valid signature (EIP-7951). */
export type VerifyP256 = (input: Uint8Array) => boolean

/** curve_type.h */
const nistP256 = 107
const elementLength = 32

const generator = Buffer.from(
  '6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c2964fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5',
  'hex',
)
const groupOrder = Buffer.from('ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551', 'hex')
const zero = new Uint8Array(elementLength)

export async function createMclP256(): Promise<VerifyP256> {
  const mcl = await Mcl.load(nistP256)
  const group = new MclGroup(mcl, 'G1', {
    elementLength,
    order: [0, 1],
    refusal: EVMError.errorMessages.INVALID_INPUTS,
    whole: true,
  })
  const [multiply, invert, isEqual] = [mcl.function('Fr_mul'), mcl.function('Fr_inv'), mcl.function('Fr_isEqual')]
  const [hash, r, s, x] = [0, 1, 2, 3].map(() => mcl.allocate(scalarSize)) as [number, number, number, number]
  const sum = mcl.allocate(group.size)
  const [points, scalars] = [mcl.allocate(2 * group.size), mcl.allocate(2 * scalarSize)]
  const key = points + group.size
  group.read(points, generator, 0)

  return (input) => {
    const part = (index: number) => input.subarray(index * elementLength, (index + 1) * elementLength)
    const inRange = (bytes: Uint8Array) => Buffer.compare(bytes, zero) > 0 && Buffer.compare(bytes, groupOrder) < 0
    if (!inRange(part(1)) || !inRange(part(2))) return false
    if (!group.tryRead(key, input, 3 * elementLength) || group.isInfinity(key)) return false
    mcl.readScalar(hash, part(0))
    mcl.readScalar(r, part(1))
    mcl.readScalar(s, part(2))
    invert(s, s)
    multiply(scalars, hash, s)
    multiply(scalars + scalarSize, r, s)
    group.combine(sum, points, scalars, 2)
    if (group.isInfinity(sum)) return false
    mcl.readScalar(x, group.write(sum).subarray(0, elementLength))
    return isEqual(x, r) === 1
  }
}
