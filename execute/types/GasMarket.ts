/** Gas that a precompile sells apart from the block's own: so much in each block, at a price that moves with use (as EIP-4844's). */
export type GasMarket = {
  /** Most gas of all calls in a block together. */
  limit: bigint
  /** Use at which the price stays as it is; less than `limit`. */
  target: bigint
  /** Block gas that 1,000 gas cost at the least. */
  minPrice: bigint
  /** The price grows by the factor e with each such excess. */
  updateFraction: bigint
}

/** What a call sees of the market in its block. */
export type GasMeter = {
  /** Block gas that 1,000 gas cost in this block. */
  readonly price: bigint
  /** Gas that may still be taken in this block. */
  left(): bigint
  /**
   * Takes gas for work that begins now. It stays taken when the call fails or is reverted: the work is done all the same.
   * @returns false, and takes nothing, if less is left
   */
  take(gas: bigint): boolean
  /** Gives back what was taken and not used. */
  giveBack(gas: bigint): void
}
