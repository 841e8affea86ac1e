import { describe, expect, test } from 'vitest'
import { sourcesIn } from './sources.ts'

/** Lines. Beyond it a file has more than one job, or stands here with its reason. */
const limit = 300
const reasons: Record<string, string> = {
  'execute/evm/interpret.ts':
    'one loop over the instructions, whose place, gas and stack are locals so that it is fast',
}

describe('files', () => {
  const files = sourcesIn([
    'execute',
    'chain',
    'rollup-node',
    'contracts',
    'devnet',
    'configs',
    'cli',
    'bench',
    'test',
  ]).filter((file) => !file.path.endsWith('.test.ts'))

  test(`behavior: none is longer than ${limit} lines without a reason`, () => {
    const long = files.filter((file) => file.lines > limit && !(file.path in reasons))
    expect(long.map((file) => `${file.path}: ${file.lines} lines`)).toEqual([])
  })

  test('behavior: no reason outlives its file', () => {
    const needed = files.filter((file) => file.lines > limit).map((file) => file.path)
    expect(Object.keys(reasons).filter((path) => !needed.includes(path))).toEqual([])
  })
})
