import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as executor from '../../execute/index.ts'
import { sourcesIn } from '../architecture/sources.ts'
import { runSamples } from './runSamples.ts'

const page = readFileSync(new URL('../../docs/executor.md', import.meta.url), 'utf8')

/** What the samples import, from the sources at hand. */
const modules: Record<string, () => Promise<object>> = {
  'nativeroll/execute': async () => executor,
  viem: () => import('viem'),
  'viem/accounts': () => import('viem/accounts'),
}

test('behavior: the samples of docs/executor.md print what stands behind them', async () => {
  const { printed, promised } = await runSamples(page, (name) => modules[name]!())
  expect(promised.length).toBeGreaterThan(5)
  expect(printed).toEqual(promised)
})

test('behavior: functions and codes that docs/executor.md names exist', () => {
  const named = [...page.matchAll(/`([a-zA-Z_]+)`/g)].map(([, name = '']) => name)
  const sources = sourcesIn(['execute'])
    .filter(({ path }) => !/\.test(-support)?\.ts$/.test(path))
    .map(({ text }) => text)
    .join('\n')
  const codes = named.filter((name) => /^[A-Z]+(_[A-Z]+)+$/.test(name))
  expect(codes.length).toBeGreaterThan(50)
  expect(codes.filter((code) => !sources.includes(`'${code}'`))).toEqual([])
  const [, table = ''] = /^## What there is\n(.*?)^## /ms.exec(page) ?? []
  const functions = [...table.matchAll(/`([a-z][a-zA-Z]+)`/g)].map(([, name = '']) => name)
  const members = ['precompiles', 'getAccount', 'getStorage', 'prove']
  expect(functions.filter((name) => !(name in executor) && !members.includes(name))).toEqual([])
})
