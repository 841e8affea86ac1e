import { open } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds between looks at a growing file. */
const pollingInterval = 100

export type FollowFileOptions = {
  /** How many of the lines that are there already. */
  lines: number
  onLine: (line: string) => void
  /** Goes on with what is appended until it aborts. Absent: ends at the end. */
  until?: AbortSignal
}

/** Reads the last lines of a text file and, if asked, those that are appended later. */
export async function followFile(path: string, { lines, onLine, until }: FollowFileOptions): Promise<void> {
  const file = await open(path, 'r')
  try {
    let position = 0
    let rest = ''
    const read = async (): Promise<string[]> => {
      const { size } = await file.stat()
      // Somebody started it anew.
      if (size < position) position = 0
      const { bytesRead, buffer } = await file.read(Buffer.alloc(size - position), 0, size - position, position)
      position += bytesRead
      const parts = (rest + buffer.toString('utf8', 0, bytesRead)).split('\n')
      rest = parts.pop() ?? ''
      return parts
    }
    const existing = await read()
    for (const line of lines === 0 ? [] : existing.slice(-lines)) onLine(line)
    while (until && !until.aborted) {
      for (const line of await read()) onLine(line)
      await sleep(pollingInterval, undefined, { signal: until }).catch(() => {})
    }
  } finally {
    await file.close()
  }
}
