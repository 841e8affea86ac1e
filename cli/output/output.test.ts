import { describe, expect, test } from 'vitest'
import { banner } from './banner.ts'
import { logLine } from './logLine.ts'
import { paint } from './paint.ts'
import { statusTable } from './statusTable.ts'
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

describe('statusTable', () => {
  const chain = {
    name: 'l1',
    chainId: 900,
    kind: 'l1',
    latest: '0x5',
    safe: '0x4',
    finalized: '0x4',
    timestamp: '0x6553f100',
    lag: '0x0',
  } as const

  test('behavior: where EXECUTE gas has a market, its price and use have a line', () => {
    const market = { limit: '0x1c9c380', target: '0xe4e1c0', minPrice: '0x64', excess: '0x5', used: '0x5208' } as const
    const executeGas = { ...market, price: '0x64', nextPrice: '0x70' } as const
    const text = statusTable({ chains: [{ ...chain, executeGas }], pending: [], delivered: 0 }, plain)
    expect(text.split('\n')[2]).toBe(
      'execute   0.112 L1 gas per gas; used 21000 of 30000000, target 15000000, excess 5',
    )
    expect(statusTable({ chains: [chain], pending: [], delivered: 0 }, plain)).not.toContain('execute')
  })

  test('behavior: a rollup that cannot settle has a line which says why, and what to do', () => {
    const obstacle = { code: 'EXECUTE_TOO_DEAR', message: 'block 3 cannot be settled', hint: 'wait' }
    const r1 = { ...chain, name: 'r1', kind: 'rollup', obstacle } as const
    const lines = statusTable({ chains: [chain, r1], pending: [], delivered: 0 }, plain).split('\n')
    expect(lines[3]).toBe('waits     r1: block 3 cannot be settled (wait)')
  })
})

describe('banner', () => {
  const address = `0x${'1'.repeat(40)}` as const
  const privateKey = `0x${'2'.repeat(64)}` as const
  const chain = { id: 900, http: 'http://127.0.0.1:8545', ws: 'ws://127.0.0.1:8545', log: '/tmp/l1.log', contracts: {} }
  const account = { address, privateKey }
  const session = { v: 1 as const, session: 's', pid: 1, startedAt: '', accounts: [account, account] }
  const text = (columns?: number) =>
    banner(
      { ...session, chains: { l1: chain, r1: { ...chain, id: 901 } } },
      {
        version: '0',
        command: 'npx nativeroll',
        notes: [],
        settlement: { r1: 'settles auto' },
        ...(columns && { columns }),
      },
      plain,
    )

  test('behavior: keys stand beside addresses, and below them where lines would break', () => {
    expect(text()).toContain(`(0)  ${address}  ${privateKey}\n`)
    expect(text(80)).toContain(`(1)  ${address}\n\n(0)  ${privateKey}\n`)
    const [accounts] = text(80).split('\nContracts')
    for (const line of accounts!.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  test('behavior: what to try next is written as the user runs it', () => {
    expect(text()).toContain('\nnpx nativeroll deposit r1 1 --session s\n')
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
