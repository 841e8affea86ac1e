import { expect, test } from 'vitest'
import { committed, generate } from './build.ts'

test('behavior: the committed ABIs and bytecode are those of the sources', () => {
  const [sources, files] = [generate(), committed()]
  expect(Object.keys(files).sort()).toEqual(Object.keys(sources).sort())
  const stale = Object.keys(sources).filter((file) => files[file] !== sources[file])
  expect(stale, 'npm run contracts writes them anew').toEqual([])
}, 120_000)
