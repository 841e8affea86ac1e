import { EVMError } from '@ethereumjs/evm'
import { fieldSize, type Mcl, type Place, scalarSize } from './Mcl.ts'

/** How a precompile writes a point down. */
export type Encoding = {
  /** Bytes for each element of the base field. */
  elementLength: number
  /** Where mcl's elements (x.c0, x.c1, y.c0, y.c1; in G1 x and y) stand. */
  order: readonly number[]
  /** The error of bytes that are no point. */
  refusal: EVMError['error']
  /** Every point of the curve is in the group, so that nothing need be checked. */
  whole?: boolean
}

/** How many points are multiplied at once: bounds the memory, and is enough for mcl's ways with many. */
const batch = 128

/** The points of one group of a curve: three coordinates in mcl's memory, of one element of the base field each or of two. */
export class MclGroup {
  /** Bytes in memory. */
  readonly size: number
  /** Bytes where it is written down. */
  readonly length: number
  private readonly mcl: Mcl
  private readonly encoding: Encoding
  private readonly one: Place
  private readonly points: Place
  private readonly scalars: Place
  private readonly sum: Place
  private readonly product: Place
  private readonly functions: ReturnType<typeof functionsOf>

  constructor(mcl: Mcl, name: 'G1' | 'G2', encoding: Encoding) {
    const elements = encoding.order.length
    this.mcl = mcl
    this.encoding = encoding
    this.functions = functionsOf(mcl, name)
    this.size = (3 * fieldSize * elements) / 2
    this.length = encoding.elementLength * elements
    this.one = mcl.allocate(this.size / 3)
    mcl.memory.fill(0, this.one, this.one + this.size / 3)
    mcl.function('Fp_setInt32')(this.one, 1)
    this.points = mcl.allocate(batch * this.size)
    this.scalars = mcl.allocate(batch * scalarSize)
    this.sum = mcl.allocate(this.size)
    this.product = mcl.allocate(this.size)
  }

  /** Reads a point of the curve, in the subgroup or not; all bytes zero are the point at infinity. False if it is none. */
  tryRead(to: Place, input: Uint8Array, at: number): boolean {
    const { elementLength, order } = this.encoding
    if (isZero(input, at, at + this.length)) {
      this.functions.clear(to)
      return true
    }
    for (let i = 0; i < order.length; i++)
      if (!this.mcl.readField(to + i * fieldSize, input, at + (order[i]! + 1) * elementLength)) return false
    this.makeAffine(to)
    return this.functions.isOnCurve(to) === 1
  }

  /** The same. @throws EVMError if it is none. */
  read(to: Place, input: Uint8Array, at: number): void {
    if (!this.tryRead(to, input, at)) throw new EVMError(this.encoding.refusal)
  }

  /** Reads a point of the subgroup. */
  readMember(to: Place, input: Uint8Array, at: number): void {
    this.read(to, input, at)
    if (!this.encoding.whole && this.functions.isMember(to) === 0) throw new EVMError(this.encoding.refusal)
  }

  /** Writes a point down, which becomes affine. */
  write(point: Place): Uint8Array {
    const output = new Uint8Array(this.length)
    if (this.isInfinity(point)) return output
    this.functions.normalize(point, point)
    const { elementLength, order } = this.encoding
    for (let i = 0; i < order.length; i++)
      this.mcl.writeField(output, (order[i]! + 1) * elementLength, point + i * fieldSize)
    return output
  }

  /** Whether two coordinates that are known to satisfy the curve's equation make a point of the subgroup. */
  completeMember(point: Place): boolean {
    this.makeAffine(point)
    return this.functions.isMember(point) === 1
  }

  /** Makes it the point at infinity. */
  clear(point: Place): void {
    this.functions.clear(point)
  }

  isInfinity(point: Place): boolean {
    return this.functions.isInfinity(point) === 1
  }

  /** The sum of the two points in `input`. */
  add(input: Uint8Array): Uint8Array {
    this.read(this.sum, input, 0)
    this.read(this.product, input, this.length)
    this.functions.add(this.sum, this.sum, this.product)
    return this.write(this.sum)
  }

  /** The sum of products of `input`, which holds members and scalars by turns. */
  multiply(input: Uint8Array): Uint8Array {
    const pair = this.length + scalarSize
    this.functions.clear(this.sum)
    let count = 0
    for (let at = 0; at < input.length; at += pair) {
      const point = this.points + count * this.size
      this.readMember(point, input, at)
      if (this.isInfinity(point)) continue
      this.mcl.readScalar(this.scalars + count * scalarSize, input.subarray(at + this.length, at + pair))
      if (++count === batch) count = this.addProducts(count)
    }
    this.addProducts(count)
    return this.write(this.sum)
  }

  /** `to` = the first of `count` affine points times the first of as many scalars, and so on. */
  combine(to: Place, points: Place, scalars: Place, count: number): void {
    if (count === 1) this.functions.multiply(to, points, scalars)
    else this.functions.multiplyMany(to, points, scalars, count)
  }

  /** The third coordinate of an affine point. */
  private makeAffine(point: Place): void {
    this.mcl.memory.copyWithin(point + (this.size * 2) / 3, this.one, this.one + this.size / 3)
  }

  private addProducts(count: number): 0 {
    if (count === 0) return 0
    this.combine(this.product, this.points, this.scalars, count)
    this.functions.add(this.sum, this.sum, this.product)
    return 0
  }
}

function functionsOf(mcl: Mcl, name: 'G1' | 'G2') {
  return {
    clear: mcl.function(`${name}_clear`),
    isOnCurve: mcl.function(`${name}_isValid`),
    isMember: mcl.function(`${name}_isValidOrder`),
    isInfinity: mcl.function(`${name}_isZero`),
    normalize: mcl.function(`${name}_normalize`),
    add: mcl.function(`${name}_add`),
    multiply: mcl.function(`${name}_mul`),
    multiplyMany: mcl.function(`${name}_mulVec`),
  }
}

function isZero(bytes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (bytes[i] !== 0) return false
  return true
}
