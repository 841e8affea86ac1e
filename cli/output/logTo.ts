import type { DevnetConfig } from '../../configs/index.ts'
import { logLine } from './logLine.ts'
import { paint } from './paint.ts'

/** Writes JSON log records to a stream: as they are, or as lines for people. */
export function logTo(stream: NodeJS.WriteStream, format: DevnetConfig['log']['format']): (line: string) => void {
  const colours = paint(stream)
  return (line) => {
    const record = line.trimEnd()
    stream.write(`${format === 'json' ? record : logLine(record, colours)}\n`)
  }
}
