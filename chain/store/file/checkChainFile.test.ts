import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestNode } from '../../testing/createTestNode.ts'
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
  const { database, close } = openChainFile({ directory: stateDir })
  const table = database.openDB({ name: 'a', encoding: 'binary', keyEncoding: 'binary' })
  const value = (size: number) => Buffer.alloc(size, 1)
  const key = (n: number) => Buffer.from([n])
  database.transactionSync(() => table.putSync(key(0), value(100_000)))
  database.transactionSync(() => table.putSync(key(1), value(100_000)))
  database.transactionSync(() => table.removeSync(key(1)))
  for (let n = 2; n < 6; n++) database.transactionSync(() => table.putSync(key(n), value(1)))
  await close()
  const before = readFileSync(file).length
  truncateSync(file, before - 4096)
  expect(() => checkChainFile(file)).not.toThrow()
})

describe('a file that was overwritten', () => {
  const binary = { encoding: 'binary', keyEncoding: 'binary' } as const
  const key = (n: number) => Buffer.from(`key ${n % 3000}`)

  /** Two tables of three levels, values on pages of their own, and free pages. */
  async function write(): Promise<void> {
    const { database, close } = openChainFile({ directory: stateDir })
    const tables = ['a', 'b'].map((name) => database.openDB({ name, ...binary }))
    for (let round = 0; round < 6; round++) {
      database.transactionSync(() => {
        for (let i = 0; i < 600; i++) {
          const n = round * 500 + i
          for (const table of tables) table.putSync(key(n), Buffer.alloc(n % 50 === 0 ? 9000 : n % 90, n))
          if (round > 0) tables[0]!.removeSync(key(n - 480))
        }
      })
    }
    await close()
  }

  /** As a process that dies on it would: whatever can be read is read, and written to. */
  async function use(): Promise<void> {
    const { database, close } = openChainFile({ directory: stateDir })
    const tables = ['a', 'b'].map((name) => database.openDB({ name, ...binary }))
    for (const table of tables) for (const _ of table.getRange());
    database.transactionSync(() => {
      for (let n = 0; n < 3000; n += 7) {
        for (const table of tables) {
          if (n % 2 === 0) table.removeSync(key(n))
          else table.putSync(key(n), Buffer.alloc(n % 300))
        }
      }
    })
    await close()
  }

  test('behavior: is refused, or can be read and written; LMDB never meets a page that it would crash on', async () => {
    await write()
    const whole = readFileSync(file)
    const anyDamage = fc.record({
      page: fc.integer({ min: 0, max: whole.length / 4096 - 1 }),
      at: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 4095 })),
      bytes: fc.oneof(
        fc.uint8Array({ minLength: 1, maxLength: 16 }),
        fc.integer({ min: 1, max: 5000 }).map((length) => new Uint8Array(length).fill(255)),
        fc.integer({ min: 1, max: 5000 }).map((length) => new Uint8Array(length)),
      ),
    })
    let refused = 0
    await fc.assert(
      fc.asyncProperty(fc.array(anyDamage, { minLength: 1, maxLength: 4 }), async (damages) => {
        const damaged = Buffer.from(whole)
        for (const { page, at, bytes } of damages)
          damaged.set(bytes.subarray(0, whole.length - page * 4096 - at), page * 4096 + at)
        writeFileSync(file, damaged)
        try {
          await use()
        } catch (error) {
          expect(error).toMatchObject({ code: 'STATE_DIR_CORRUPT', message: expect.stringContaining(file) })
          refused++
        }
      }),
      { numRuns: 40 },
    )
    expect(refused).toBeGreaterThan(10)
  })

  test('behavior: what a run closed is not read again, until somebody writes to it', async () => {
    await write()
    const { mtime } = statSync(file)
    const damaged = readFileSync(file).fill(255, 3 * 4096, 4 * 4096)
    writeFileSync(file, damaged)
    expect(() => checkChainFile(file)).toThrow('was overwritten: page 3')
    utimesSync(file, mtime, mtime)
    writeFileSync(`${file}-closed`, `${damaged.length} ${statSync(file, { bigint: true }).mtimeNs}\n`)
    expect(() => checkChainFile(file)).not.toThrow()
  })
})
