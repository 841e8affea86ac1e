import { describe, expect, test } from 'vitest'
import { parseAmount, showAmount } from './amount.ts'
import { parseAccount, parseDuration, parseHex, parseWhole } from './parse.ts'

describe('parseAmount', () => {
  test.each([
    ['1', 10n ** 18n],
    ['0.5', 5n * 10n ** 17n],
    ['0.000000000000000001', 1n],
    ['2eth', 2n * 10n ** 18n],
    ['3gwei', 3n * 10n ** 9n],
    ['7wei', 7n],
  ])('behavior: %s', (text, wei) => expect(parseAmount(text)).toBe(wei))

  test.each(['', '-1', '1e18', '.5', '0x1', '1.5wei', '0.0000000000000000001', '1btc', 'Infinity'])(
    'error: %j',
    (text) =>
      expect(() => parseAmount(text)).toThrowError(expect.objectContaining({ code: 'ARGUMENT_INVALID', value: text })),
  )

  test('behavior: shown as ether', () => expect(showAmount(5n * 10n ** 17n)).toBe('0.5 ETH'))
})

describe('other arguments', () => {
  test.each([
    ['90', 90],
    ['90s', 90],
    ['+1h', 3600],
    ['2d', 172_800],
    ['250ms', 0.25],
  ])('behavior: duration %s', (text, seconds) => expect(parseDuration(text)).toBe(seconds))

  test.each([
    () => parseDuration('soon'),
    () => parseWhole('1.5'),
    () => parseWhole('0', 1),
    () => parseWhole(''),
    () => parseHex('0x1', 'call data'),
    () => parseHex('0x12', 'address', 20),
    () => parseAccount('10'),
    () => parseAccount('0x12'),
  ])('error: %s', (run) => expect(run).toThrowError(expect.objectContaining({ code: 'ARGUMENT_INVALID' })))
})
