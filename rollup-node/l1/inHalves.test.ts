import { expect, test } from 'vitest'
import { inHalves } from './inHalves.ts'

/** A server that gives at most `most` blocks at a time. */
function server(most: bigint) {
  const asked: [bigint, bigint][] = []
  const read = async (from: bigint, to: bigint) => {
    asked.push([from, to])
    if (to - from >= most) throw Object.assign(new Error('refused'), { cause: { code: -32005 } })
    return Array.from({ length: Number(to - from) + 1 }, (_, i) => from + BigInt(i))
  }
  return { asked, read }
}

test('what one question may have is asked for by one', async () => {
  const { asked, read } = server(10n)
  expect(await inHalves(1n, 10n, read)).toHaveLength(10)
  expect(asked).toEqual([[1n, 10n]])
})

test('what is too much comes in parts, complete and in order', async () => {
  const { read } = server(3n)
  expect(await inHalves(5n, 25n, read)).toEqual(Array.from({ length: 21 }, (_, i) => BigInt(i + 5)))
})

test('other errors, and one block that is too much, are errors', async () => {
  await expect(inHalves(1n, 4n, server(0n).read)).rejects.toThrow('refused')
  await expect(inHalves(1n, 4n, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
})
