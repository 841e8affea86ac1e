import { expect, test } from 'vitest'
import { committed, digest } from './build.ts'

// Compiling takes 20 s of CPU time: `npm run contracts:check` does, which CI runs beside the tests.
test('behavior: the committed ABIs and bytecode are those of the sources', () => {
  const files = committed()
  expect(files['digest.json'], 'npm run contracts writes them anew').toBe(digest(files))
})

test('error: a generated file that was edited is noticed', () => {
  const files = committed()
  const edited = { ...files, 'Outbox.ts': `${files['Outbox.ts']}\n` }
  expect(files['digest.json']).not.toBe(digest(edited))
})
