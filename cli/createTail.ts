import { open } from 'node:fs/promises'

export type Tail = {
  /** Whole lines that were written since the last call; the first call gives all there are. */
  read(): Promise<string[]>
  close(): Promise<void>
}

/** Reads a text file that grows. One that was started anew is read from its beginning. */
export async function createTail(path: string): Promise<Tail> {
  const file = await open(path, 'r')
  let position = 0
  let rest = ''
  return {
    async read() {
      const { size } = await file.stat()
      if (size < position) position = 0
      const { bytesRead, buffer } = await file.read(Buffer.alloc(size - position), 0, size - position, position)
      position += bytesRead
      const parts = (rest + buffer.toString('utf8', 0, bytesRead)).split('\n')
      rest = parts.pop() ?? ''
      return parts
    },
    close: () => file.close(),
  }
}
