import { beforeEach, describe, expect, test } from 'vitest'
import { createLogChain, type LogChain } from '../filters/chain.test-support.ts'
import { defaultRpcLimits } from './limits.ts'
import { type LogFilter, logFilter } from './logFilter.ts'
import { queryLogs } from './queryLogs.ts'

let chain: LogChain
beforeEach(() => {
  chain = createLogChain()
})

const log = { address: new Uint8Array(20), topics: [], data: new Uint8Array() }
const everything: LogFilter = { addresses: [], topics: [], fromBlock: 'earliest', toBlock: 'latest' }
const grow = (blocks: number, logs = 1) => {
  for (let count = 0; count < blocks; count++) chain.extend({ logs: Array(logs).fill(log) })
}
const query = (limits: object = {}, filter = everything) => queryLogs(chain, filter, { ...defaultRpcLimits, ...limits })

describe('one query', () => {
  test('has the whole chain, in order, unless told otherwise', async () => {
    grow(1_100)
    const found = await query()
    expect(found.map(({ block }) => Number(block.block.header.number))).toEqual(
      Array.from({ length: 1_100 }, (_, i) => i + 1),
    )
  })

  test('has no more logs than allowed, and names a range that fits', async () => {
    grow(10, 3)
    const failure = await query({ logResults: 10 }).catch((error) => error)
    expect(failure).toMatchObject({
      code: -32005,
      message: expect.stringMatching(/^query returned more than 10 results/),
    })
    expect(failure.message).toContain('Try with this block range [0x0, 0x3].')
    expect(await query({ logResults: 10 }, { ...everything, toBlock: 3n })).toHaveLength(9)
  })

  test('of a single block that holds too many asks for less', async () => {
    grow(1, 5)
    const filter: LogFilter = { ...everything, fromBlock: 1n }
    await expect(query({ logResults: 4 }, filter)).rejects.toMatchObject({ code: -32005, message: /fewer addresses/ })
  })

  test('has no more blocks than allowed', async () => {
    grow(10)
    await expect(query({ logBlocks: 5 })).rejects.toMatchObject({
      code: -32005,
      message: 'block range is too wide: at most 5 blocks. Try with this block range [0x0, 0x4].',
    })
    expect(await query({ logBlocks: 5 }, { ...everything, fromBlock: 6n })).toHaveLength(5)
  })

  test('never mixes two chains', async () => {
    grow(600)
    const fork = chain.store.blockByNumber(3n)!
    const answer = queryLogs(chain, everything, defaultRpcLimits, 0)
    let head = chain.extend({ parent: fork, salt: 1, logs: [log] })
    for (let number = 5; number <= 600; number++) head = chain.extend({ parent: head, salt: 1, logs: [log] })
    const found = await answer
    expect(found).toHaveLength(600)
    for (const { block } of found) expect(chain.store.isCanonical(block)).toBe(true)
  })
})

test('any topic fits a null, alone or among alternatives', () => {
  const topic = `0x${'22'.repeat(32)}`
  expect(logFilter({ topics: [[topic, null], null, [], topic] }).topics).toEqual([null, null, [], [topic]])
})

test('a filter has at most 1000 values for each position', () => {
  const address = `0x${'11'.repeat(20)}`
  expect(logFilter({ address: Array(1_000).fill(address) }).addresses).toHaveLength(1_000)
  expect(() => logFilter({ address: Array(1_001).fill(address) })).toThrow('at most 1000 values')
  expect(() => logFilter({ topics: [Array(1_001).fill(`0x${'22'.repeat(32)}`)] })).toThrow('at most 1000 values')
})
