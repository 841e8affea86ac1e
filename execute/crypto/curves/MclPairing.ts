import { fieldSize, type Mcl, type Place } from './Mcl.ts'
import type { MclGroup } from './MclGroup.ts'

/** How many Miller loops run as one. */
const batch = 16

/** Decides whether pairings multiply to one. */
export class MclPairing {
  private readonly mcl: Mcl
  private readonly g1: MclGroup
  private readonly g2: MclGroup
  private readonly left: Place
  private readonly right: Place
  private readonly product: Place
  private readonly factor: Place

  constructor(mcl: Mcl, g1: MclGroup, g2: MclGroup) {
    this.mcl = mcl
    this.g1 = g1
    this.g2 = g2
    this.left = mcl.allocate(batch * g1.size)
    this.right = mcl.allocate(batch * g2.size)
    this.product = mcl.allocate(12 * fieldSize)
    this.factor = mcl.allocate(12 * fieldSize)
  }

  /** `input` holds points of G1 and G2 by turns. All must be members, also those beside a point at infinity. */
  isOne(input: Uint8Array): boolean {
    const pair = this.g1.length + this.g2.length
    this.mcl.function('GT_setInt32')(this.product, 1)
    let count = 0
    for (let at = 0; at < input.length; at += pair) {
      const left = this.left + count * this.g1.size
      const right = this.right + count * this.g2.size
      this.g1.readMember(left, input, at)
      this.g2.readMember(right, input, at + this.g1.length)
      if (this.g1.isInfinity(left) || this.g2.isInfinity(right)) continue
      if (++count === batch) count = this.multiply(count)
    }
    this.multiply(count)
    this.mcl.function('_finalExp')(this.product, this.product)
    return this.mcl.function('GT_isOne')(this.product) === 1
  }

  private multiply(count: number): 0 {
    if (count > 0) {
      this.mcl.function('_millerLoopVec')(this.factor, this.left, this.right, count)
      this.mcl.function('GT_mul')(this.product, this.product, this.factor)
    }
    return 0
  }
}
