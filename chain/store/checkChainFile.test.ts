import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestNode } from '../testing/createTestNode.ts'
import { checkChainFile } from './checkChainFile.ts'
import { openChainFile } from './openChainFile.ts'

let stateDir: string
let file: string
beforeEach(async () => {
  stateDir = mkdtempSync(join(tmpdir(), 'nativeroll-file-'))
  file = join(stateDir, 'chain.mdb')
})
afterEach(() => rmSync(stateDir, { recursive: true }))

const open = () => createTestNode({ mining: { mode: 'manual' }, stateDir })
const refusal = (message: string) => ({
  code: 'STATE_DIR_CORRUPT',
  message: expect.stringContaining(message),
  hint: expect.stringContaining('--state-dir'),
})

test('error: a file that is cut off, with how much of it is there', async () => {
  const { node } = await open()
  for (let i = 0; i < 5; i++) await node.seal()
  await node.close()
  const { size } = statSync(file)
  for (const left of [size - 3 * 4096, size >> 1, 9000]) {
    truncateSync(file, left)
    await expect(open()).rejects.toMatchObject(refusal(`${file} is cut off: ${left} of `))
  }
  truncateSync(file, 5000)
  await expect(open()).rejects.toMatchObject({ code: 'STATE_DIR_CORRUPT' })
})

test('error: what is not a database', async () => {
  for (const bytes of [Buffer.from('hello'), Buffer.alloc(100_000, 7)]) {
    writeFileSync(file, bytes)
    await expect(open()).rejects.toMatchObject(refusal(`${file} is not a database`))
  }
})

test('behavior: an empty file is begun anew, as a folder is', async () => {
  writeFileSync(file, '')
  const { node } = await open()
  await node.seal()
  await node.close()
  const again = await open()
  expect(again.node.head().block.header.number).toBe(1n)
  await again.node.close()
})

test('behavior: a file whose last page is free may lack it', async () => {
  const database = openChainFile({ directory: stateDir })
  const table = database.openDB({ name: 'a', encoding: 'binary', keyEncoding: 'binary' })
  const value = (size: number) => Buffer.alloc(size, 1)
  const key = (n: number) => Buffer.from([n])
  database.transactionSync(() => table.putSync(key(0), value(100_000)))
  database.transactionSync(() => table.putSync(key(1), value(100_000)))
  database.transactionSync(() => table.removeSync(key(1)))
  await database.close()
  const before = readFileSync(file).length
  truncateSync(file, before - 4096)
  expect(() => checkChainFile(file)).not.toThrow()
})
