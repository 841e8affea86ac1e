const blockSize = 512

/** The files of a tar archive (POSIX ustar). */
export function* readTar(archive: Uint8Array): Generator<{ name: string; content: Uint8Array }> {
  for (let at = 0; at + blockSize <= archive.length && archive[at] !== 0; ) {
    const field = (offset: number, length: number) =>
      Buffer.from(archive.subarray(at + offset, at + offset + length))
        .toString()
        .replace(/\0.*$/s, '')
    const size = Number.parseInt(field(124, 12), 8)
    const start = at + blockSize
    if (field(156, 1) === '0') yield { name: field(0, 100), content: archive.subarray(start, start + size) }
    at = start + Math.ceil(size / blockSize) * blockSize
  }
}
