import { describe, expect, test } from 'vitest'
import { differences, shapeDifferences } from './differences.ts'

const ok = (result: unknown) => ({ jsonrpc: '2.0', id: 1, result })
const failed = (code: number, message: string, data?: string) => ({
  jsonrpc: '2.0',
  id: 1,
  error: { code, message, data },
})

describe('differences', () => {
  test('values, missing and additional members, and lengths of lists count', () => {
    expect(differences(ok({ a: '0x1', b: [1] }), ok({ a: '0x1', b: [1] }))).toEqual([])
    expect(differences(ok({ a: '0x1' }), ok({ a: '0x2' }))).toEqual(['.result.a: expected "0x1", got "0x2"'])
    expect(differences(ok({ a: null }), ok({}))).toHaveLength(1)
    expect(differences(ok({}), ok({ a: null }))).toHaveLength(1)
    expect(differences(ok([1, 2]), ok([1]))).toHaveLength(1)
  })

  test('of an error its code and data count, not its words', () => {
    expect(differences(failed(3, 'reverted', '0x01'), failed(3, 'execution reverted', '0x01'))).toEqual([])
    expect(differences(failed(3, 'reverted', '0x01'), failed(3, 'reverted', '0x02'))).toHaveLength(1)
    expect(differences(failed(3, 'reverted'), failed(-32000, 'reverted'))).toHaveLength(1)
    expect(differences(failed(3, 'reverted'), ok('0x')).length).toBeGreaterThan(0)
    expect(differences(ok({ message: 'a' }), ok({ message: 'b' }))).toHaveLength(1)
  })
})

describe('shapeDifferences', () => {
  test('other values pass, other members and kinds do not', () => {
    expect(shapeDifferences(ok({ a: '0x1', b: 2 }), ok({ a: '0x33', b: 5 }))).toEqual([])
    expect(shapeDifferences(ok({ a: '0x1' }), ok({ a: 1 }))).toHaveLength(1)
    expect(shapeDifferences(ok({ a: '0x1' }), ok({ a: 'one' }))).toHaveLength(1)
    expect(shapeDifferences(ok({ a: '0x1' }), ok({}))).toHaveLength(1)
    expect(shapeDifferences(ok({}), ok({ a: '0x1' }))).toHaveLength(1)
    expect(shapeDifferences(ok('0x1'), failed(-32000, 'no')).length).toBeGreaterThan(0)
  })

  test('addresses, nonces and slots as keys are values', () => {
    expect(shapeDifferences(ok({ '0xaa': { 0: '0x1' } }), ok({ '0xbb': { 7: '0x2' } }))).toEqual([])
    expect(shapeDifferences(ok({ '0xaa': '0x1' }), ok({ '0xaa': 1 }))).toHaveLength(1)
    expect(shapeDifferences(ok({ '0xaa': '0x1' }), ok({ ['0'.repeat(64)]: '0x1' })).length).toBeGreaterThan(0)
  })
})
