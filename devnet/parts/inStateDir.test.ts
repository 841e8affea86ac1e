import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createClock } from '../../chain/index.ts'
import { resolveConfig } from '../../configs/index.ts'
import { createLoggers } from '../loggers.ts'
import { startL1 } from './startL1.ts'

const stateDir = mkdtempSync(join(tmpdir(), 'nativeroll-dir-'))
afterAll(() => rmSync(stateDir, { recursive: true }))

const start = (directory: string) =>
  startL1(resolveConfig({ file: { name: 'test', config: { rollups: 1, stateDir: directory } } }), {
    clock: createClock(),
    loggers: createLoggers({ level: 'silent' }),
  })

test('error: a chain that was overwritten, with what is left to do', async () => {
  await (await start(stateDir)).stop()
  const file = join(stateDir, 'l1', 'chain.mdb')
  const whole = readFileSync(file)
  writeFileSync(file, Buffer.from(whole).fill(255, 4 * 4096, 9 * 4096))
  await expect(start(stateDir)).rejects.toMatchObject({
    code: 'STATE_DIR_CORRUPT',
    message: expect.stringContaining(`${file} was overwritten`),
    hint: expect.stringContaining(`delete ${stateDir} to begin anew`),
  })
  writeFileSync(file, whole)
  await (await start(stateDir)).stop()
})

test('error: a folder that cannot be made', async () => {
  const file = join(stateDir, 'file')
  writeFileSync(file, '')
  await expect(start(file)).rejects.toMatchObject({
    code: 'STATE_DIR_UNWRITABLE',
    message: expect.stringContaining(`${join(file, 'l1')} cannot be written to`),
  })
})
