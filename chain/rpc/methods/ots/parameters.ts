import { type BlockIdentifier, blockIdentifier } from '../../blockIdentifier.ts'
import { looseQuantity, Mismatch, type Parser } from '../../parameters.ts'

/** Otterscan sends numbers as they are in JavaScript. */
export const looseBlock: Parser<BlockIdentifier> = (value) =>
  typeof value === 'number' ? looseQuantity(value) : blockIdentifier(value)

/** Most transactions on one page. */
const mostOnPage = 1000n

export const pageSize: Parser<number> = (value) => {
  const size = looseQuantity(value)
  if (size > mostOnPage) throw new Mismatch(`at most ${mostOnPage}`, value)
  return Number(size)
}
