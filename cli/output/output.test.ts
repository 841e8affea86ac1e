import { describe, expect, test } from 'vitest'
import { logLine } from './logLine.ts'
import { paint } from './paint.ts'
import { table } from './table.ts'

const plain = paint({ isTTY: false }, {})

describe('table', () => {
  test('behavior: aligned by what a terminal shows, no trailing spaces', () => {
    const { bold } = paint({ isTTY: true }, {})
    const text = table(
      [
        [bold('a'), '1', ''],
        ['bbb', '22', 'c'],
      ],
      [false, true],
    )
    expect(text).toBe(`${bold('a')}     1\nbbb  22  c`)
  })
})

describe('paint', () => {
  test.each([
    ['a terminal', true, {}, true],
    ['a pipe', false, {}, false],
    ['NO_COLOR on a terminal', true, { NO_COLOR: '1' }, false],
    ['FORCE_COLOR in a pipe', false, { FORCE_COLOR: '1' }, true],
    ['both', true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['a dumb terminal', true, { TERM: 'dumb' }, false],
  ])('behavior: %s', (_, isTTY, env, coloured) => {
    expect(paint({ isTTY }, env).red('x') !== 'x').toBe(coloured)
  })
})

describe('logLine', () => {
  test('behavior: a record becomes one readable line', () => {
    const record = { level: 30, time: 1_700_000_000_000, chain: 'r1', msg: 'sealed', number: 5, list: [1] }
    expect(logLine(JSON.stringify(record), plain)).toBe('22:13:20.000 info  r1  sealed number=5 list=[1]')
  })

  test('behavior: text stays', () => {
    expect(logLine('{ not json', plain)).toBe('{ not json')
  })
})
