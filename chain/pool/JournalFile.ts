import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Records one after the other in a file, each behind its length. What a dying process had not finished is not there. */
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

  function write(to: number, records: Uint8Array[]): number {
    const bytes = Buffer.concat(records.flatMap((record) => [lengthBytes(record.length), record]))
    return bytes.length === 0 ? 0 : writeSync(to, bytes)
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
      size += write(file, [record])
    },
    size: () => size,
    replace(records) {
      if (records.length === 0) {
        ftruncateSync(file)
        size = 0
        return
      }
      const next = openSync(`${path}.new`, 'w')
      size = write(next, records)
      closeSync(next)
      renameSync(`${path}.new`, path)
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
