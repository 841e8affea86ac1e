import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readInput } from './readInput.ts'

const folder = mkdtempSync(join(tmpdir(), 'nativeroll-input-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const file = (content: string | Uint8Array) => {
  const path = join(folder, 'input')
  writeFileSync(path, content)
  return path
}

test.each([
  ['hex', () => '0x1201ff'],
  ['a file of bytes', () => file(Uint8Array.of(0x12, 0x01, 0xff))],
  ['a file of hex', () => file('0x1201ff\n')],
  ['a file of hex without 0x', () => file('1201FF\n')],
])('behavior: %s', (_, source) => expect([...readInput(source())]).toEqual([0x12, 0x01, 0xff]))

test('behavior: an empty file has no bytes', () => expect(readInput(file('')).length).toBe(0))

test.each([
  ['hex with half a byte', () => '0x120'],
  ['a file whose hex is broken', () => file('0x12zz')],
  ['no such file', () => join(folder, 'none')],
  ['a folder', () => folder],
])('error: %s', (_, source) =>
  expect(() => readInput(source())).toThrowError(expect.objectContaining({ code: 'ARGUMENT_INVALID' })),
)
