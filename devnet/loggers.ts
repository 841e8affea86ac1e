import { destination, pino } from 'pino'
import type { Logger } from '../chain/index.ts'
import type { DevnetConfig } from '../configs/index.ts'
import { NativerollError } from '../execute/index.ts'

export type Loggers = {
  /** The log of a part: a chain's name, `relayer`, `devnet`. */
  of(part: string): Logger
  /** Takes over a record that a part wrote in its own process. */
  write(part: string, line: string): void
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

  function fileOf(part: string) {
    if (file === undefined) return undefined
    const known = files.get(part) ?? destination({ dest: file(part), append: false, sync: true })
    files.set(part, known)
    return known
  }

  function write(part: string, line: string): void {
    fileOf(part)?.write(line)
    onLine?.(line)
  }

  function create(part: string): Logger {
    // A chain without records has an empty log, not a missing one.
    fileOf(part)
    return pino(
      { level: file || onLine ? level : 'silent', base: null, serializers: { error: errorRecord } },
      { write: (line: string) => write(part, line) },
    )
  }

  return {
    of(part) {
      const known = loggers.get(part) ?? create(part)
      loggers.set(part, known)
      return known
    },
    write,
    close() {
      for (const target of files.values()) {
        target.flushSync()
        target.end()
      }
      files.clear()
    },
  }
}

/** What was foreseen says what to do; anything else is a fault of ours, which is looked for with its stack. */
function errorRecord(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { message, stack } = error
  return error instanceof NativerollError ? { code: error.code, message, hint: error.hint } : { message, stack }
}
