/** `Math.min` for bigints. */
export const smaller = (a: bigint, b: bigint): bigint => (a < b ? a : b)

/** `Math.max` for bigints. */
export const larger = (a: bigint, b: bigint): bigint => (a > b ? a : b)
