import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Records one after the other in a file, each behind its length. What a dying process had not finished is not there, and what
 * could not be written leaves the file as it was.
 */
export type JournalFile = {
  read(): Uint8Array[]
  append(record: Uint8Array): void
  /** Bytes. */
  size(): number
  /** Holds these from now on, and nothing else. */
  replace(records: Uint8Array[]): void
  close(): void
}

export function openJournalFile(path: string): JournalFile {
  mkdirSync(dirname(path), { recursive: true })
  let file = openSync(path, 'a+')
  let size = readFileSync(path).length

  /** @returns how many bytes. A disk that is almost full takes a part of them: that is an error too. */
  function write(to: number, records: Uint8Array[]): number {
    const bytes = Buffer.concat(records.flatMap((record) => [lengthBytes(record.length), record]))
    for (let written = 0; written < bytes.length; ) written += writeSync(to, bytes, written)
    return bytes.length
  }

  return {
    read() {
      const bytes = readFileSync(path)
      const records: Uint8Array[] = []
      for (let at = 0; at + 4 <= bytes.length; ) {
        const end = at + 4 + bytes.readUInt32BE(at)
        if (end > bytes.length) break
        records.push(bytes.subarray(at + 4, end))
        at = end
      }
      return records
    },
    append(record) {
      try {
        size += write(file, [record])
      } catch (error) {
        ftruncateSync(file, size)
        throw error
      }
    },
    size: () => size,
    replace(records) {
      if (records.length === 0) {
        ftruncateSync(file)
        size = 0
        return
      }
      const next = openSync(`${path}.new`, 'w')
      let written: number
      try {
        written = write(next, records)
      } finally {
        closeSync(next)
      }
      renameSync(`${path}.new`, path)
      size = written
      closeSync(file)
      file = openSync(path, 'a+')
    },
    close: () => closeSync(file),
  }
}

function lengthBytes(length: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(length)
  return bytes
}
