import { describe, expect, test } from 'vitest'
import { ConfigError } from './ConfigError.ts'
import { resolveConfig } from './resolveConfig.ts'

const errorOf = (run: () => unknown): ConfigError => {
  try {
    run()
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  throw new Error('it did not fail')
}

describe('resolveConfig', () => {
  test('behavior: an L1 and two rollups by default', () => {
    expect(resolveConfig()).toMatchObject({
      session: 'default',
      host: '127.0.0.1',
      l1: { chainId: 900, port: 8545, slot: 1 },
      rollups: [
        { name: 'r1', chainId: 901, port: 9545, settle: 'auto', blockTime: 0 },
        { name: 'r2', chainId: 902, port: 9546, settle: 'auto', blockTime: 0 },
      ],
      control: { port: 8420 },
    })
  })

  test('behavior: flags over environment over file over preset', () => {
    const preset = { name: 'p', config: { l1: { slot: 4, port: 1 }, session: 'preset', timeout: 5 } }
    const file = { name: 'f', config: { l1: { port: 2 }, session: 'file' } }
    const env = { NATIVEROLL_L1_PORT: '3', NATIVEROLL_SESSION: 'env' }
    const config = resolveConfig({ preset, file, env, flags: { 'l1.port': '4' } })
    expect(config).toMatchObject({ l1: { slot: 4, port: 4 }, session: 'env', timeout: 5 })
  })

  test('behavior: rollups share `rollup` and differ where they say so', () => {
    const { rollups } = resolveConfig({
      file: {
        name: 'f',
        config: { rollup: { port: 7000, settle: 'manual' }, rollups: [{}, { name: 'fast', blockTime: 0.5, port: 0 }] },
      },
    })
    expect(rollups).toMatchObject([
      { name: 'r1', port: 7000, settle: 'manual', blockTime: 0, chainId: 901 },
      { name: 'fast', port: 0, settle: 'manual', blockTime: 0.5, chainId: 902 },
    ])
  })

  test('behavior: a market of EXECUTE gas by name, or with its numbers', () => {
    const executeGas = (value: unknown) =>
      resolveConfig({ file: { name: 'f', config: { l1: { executeGas: value } } } }).l1.executeGas
    expect(resolveConfig({ flags: { 'l1.execute-gas': 'market' } }).l1.executeGas).toBe('market')
    expect(executeGas({ market: { target: 5_000_000 } })).toEqual({
      market: { limit: 30_000_000, target: 5_000_000, minPrice: 100 },
    })
    const error = errorOf(() => executeGas({ market: { limit: 20_000_000, target: 20_000_000 } }))
    expect(error.issues).toMatchObject([
      { path: 'l1.executeGas.market.target', expected: expect.stringContaining('less than the limit') },
    ])
  })

  test('behavior: --settle takes a mode or seconds; port 0 stays any port', () => {
    const { rollups } = resolveConfig({ flags: { settle: '10', 'rollup.port': '0' } })
    expect(rollups.map(({ settle, port }) => ({ settle, port }))).toEqual([
      { settle: { interval: 10 }, port: 0 },
      { settle: { interval: 10 }, port: 0 },
    ])
    expect(resolveConfig({ flags: { settle: 'manual' } }).rollups[0]?.settle).toBe('manual')
  })

  test('behavior: nothing of it can be changed', () => {
    const config = resolveConfig()
    expect(() => Object.assign(config.l1, { port: 1 })).toThrow(TypeError)
    expect(() => Object.assign(config.rollups[0]!, { port: 1 })).toThrow(TypeError)
  })

  test('error: names path, value, expectation and source', () => {
    const error = errorOf(() => resolveConfig({ flags: { 'l1.port': 'abc' } }))
    expect(error.issues).toEqual([{ path: 'l1.port', value: 'abc', expected: 'a number', source: '--l1.port' }])
    expect(error.message).toBe('l1.port (from --l1.port) is "abc", expected a number')
  })

  test('error: every issue at once, unknown keys by their name', () => {
    const config = { l1: { prt: 1, slot: -1 }, rollups: [{ name: 'R 1' }], colour: 'red' }
    const { issues } = errorOf(() => resolveConfig({ file: { name: 'nativeroll.config.ts', config } }))
    expect(issues.map(({ path, expected }) => `${path}: ${expected}`).sort()).toMatchInlineSnapshot(`
      [
        "colour: no such field",
        "l1.prt: no such field",
        "l1.slot: more than 0",
        "rollups.0.name: text like /^[a-z][a-z0-9-]{0,31}$/",
      ]
    `)
    expect(new Set(issues.map(({ source }) => source))).toEqual(new Set(['nativeroll.config.ts']))
  })

  test('error: environment variables are named', () => {
    const error = errorOf(() => resolveConfig({ env: { NATIVEROLL_SETTLE: 'never' } }))
    expect(error.issues[0]).toMatchObject({ path: 'rollup.settle', value: 'never', source: 'NATIVEROLL_SETTLE' })
    expect(error.issues[0]?.expected).toContain('"auto", "manual"')
  })

  test.each([
    ['a port twice', { l1: { port: 9546 } }, 'rollups.1.port'],
    ['a name twice', { rollups: [{ name: 'a' }, { name: 'a' }] }, 'rollups.1.name'],
    ['the name of L1', { rollups: [{ name: 'l1' }] }, 'rollups.0.name'],
    ['a chain id twice', { rollups: [{ chainId: 900 }] }, 'rollups.0.chainId'],
    ['a port beyond the last', { rollup: { port: 65_535 } }, 'rollups.1.port'],
  ])('error: %s', (_, config, path) => {
    expect(errorOf(() => resolveConfig({ file: { name: 'f', config } })).issues).toMatchObject([{ path }])
  })
})
