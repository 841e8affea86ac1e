import { destination, pino } from 'pino'
import type { Logger } from '../chain/index.ts'
import type { DevnetConfig } from '../configs/index.ts'

export type Loggers = {
  /** The log of a part: a chain's name, `relayer`, `devnet`. */
  of(part: string): Logger
  /** Writes what is buffered and closes the files. */
  close(): void
}

export type LoggersOptions = {
  level: DevnetConfig['log']['level']
  /** File of a part; none: the records go to `onLine` only. */
  file?: (part: string) => string
  /** Sees every record of every part, one JSON object. */
  onLine?: (line: string) => void
}

/** One JSON object per line: `level`, `time` (unix ms), `chain`, `msg` (the event), and what the event carries. */
export function createLoggers({ level, file, onLine }: LoggersOptions): Loggers {
  const files = new Map<string, ReturnType<typeof destination>>()
  const loggers = new Map<string, Logger>()

  function create(part: string): Logger {
    const target = file && destination({ dest: file(part), append: false, sync: false, minLength: 0 })
    if (target) files.set(part, target)
    const stream = {
      write(line: string) {
        target?.write(line)
        onLine?.(line)
      },
    }
    return pino({ level: target || onLine ? level : 'silent', base: null }, stream)
  }

  return {
    of(part) {
      const known = loggers.get(part) ?? create(part)
      loggers.set(part, known)
      return known
    },
    close() {
      for (const target of files.values()) {
        target.flushSync()
        target.end()
      }
      files.clear()
    },
  }
}
