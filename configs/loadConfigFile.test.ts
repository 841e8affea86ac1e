import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findConfigFile, loadConfigFile } from './loadConfigFile.ts'
import { loadPreset, presetNames } from './presets/index.ts'
import { resolveConfig } from './resolveConfig.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nativeroll-config-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

describe('loadConfigFile', () => {
  test.each([
    [
      'nativeroll.config.ts',
      "import { defineConfig } from 'nativeroll/config'\nconst port: number = 1\nexport default defineConfig({ l1: { port } })",
    ],
    ['nativeroll.config.mjs', 'export default { l1: { port: 1 } }'],
    ['nativeroll.config.json', '{ "l1": { "port": 1 } }'],
  ])('behavior: %s', async (name, text) => {
    const path = write(name, text)
    expect(findConfigFile(folder)).toBe(path)
    expect(await loadConfigFile(path)).toEqual({ l1: { port: 1 } })
  })

  test('behavior: a folder without one', () => {
    expect(findConfigFile(folder)).toBeUndefined()
  })

  test('error: no such file', async () => {
    await expect(loadConfigFile(join(folder, 'none.ts'))).rejects.toMatchObject({ code: 'CONFIG_NOT_FOUND' })
  })

  test('error: broken code', async () => {
    const path = write('nativeroll.config.ts', 'export default {')
    await expect(loadConfigFile(path)).rejects.toMatchObject({
      code: 'CONFIG_UNREADABLE',
      message: expect.stringContaining(path),
    })
  })
})

describe('presets', () => {
  test.each([...presetNames])('behavior: %s is valid', async (name) => {
    const config = await loadPreset(name)
    expect(resolveConfig({ preset: { name, config } }).rollups.length).toBeGreaterThan(0)
  })

  test('error: an unknown one names those there are', async () => {
    await expect(loadPreset('six')).rejects.toThrow(/preset \(from --preset\) is "six", expected one of pair, minimal/)
  })
})
