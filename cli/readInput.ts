import { readFileSync } from 'node:fs'
import { parseHex } from './parse.ts'
import { UsageError } from './UsageError.ts'

/** Bytes that a command was given: 0x… hex, a file's name, or `-` for stdin. Errors: ARGUMENT_INVALID. */
export function readInput(source: string): Uint8Array {
  if (source.startsWith('0x')) return fromHex(source)
  const bytes = readBytes(source)
  // No input of EXECUTE is text: it begins with a schema id, whose second byte is 1.
  const isText = bytes.length > 0 && bytes.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d))
  const text = isText ? bytes.toString('latin1').trim() : ''
  if (text.startsWith('0x')) return fromHex(text)
  return /^([0-9a-fA-F]{2})+$/.test(text) ? fromHex(`0x${text}`) : bytes
}

function readBytes(source: string): Buffer {
  try {
    return readFileSync(source === '-' ? 0 : source)
  } catch (cause) {
    throw new UsageError(`${source} cannot be read: ${(cause as NodeJS.ErrnoException).code}`, {
      value: source,
      expected: 'a file, 0x… hex, or - for stdin',
    })
  }
}

function fromHex(text: string): Uint8Array {
  return Buffer.from(parseHex(text, 'input').slice(2), 'hex')
}
