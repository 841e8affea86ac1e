import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** One HTTP/1.1 connection that stays open and carries one request at a time: as little client as there can be. */
export type Connection = {
  /** POSTs a body; the answer's body as text. */
  post(body: string): Promise<string>
  /** Servers close a connection that was idle for some seconds: a new one takes its place. */
  reopen(): Promise<void>
  close(): void
}

type Waiting = { resolve(text: string): void; reject(error: Error): void }

export async function openConnection(port: number): Promise<Connection> {
  let socket: Socket
  const head = `POST / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: `
  let waiting: Waiting | undefined
  let chunks: Buffer[] = []
  let received = 0
  /** Bytes of the whole answer, once its head is read; undefined also while a chunked answer goes on. */
  let expected: number | undefined
  let bodyAt = -1
  let chunked = false

  function readHead(): void {
    const text = Buffer.concat(chunks).toString('latin1')
    const end = text.indexOf('\r\n\r\n')
    if (end < 0) return
    bodyAt = end + 4
    const length = /^content-length: *(\d+)/im.exec(text.slice(0, bodyAt))?.[1]
    chunked = length === undefined
    if (length !== undefined) expected = bodyAt + Number(length)
  }

  function finish(): void {
    const body = Buffer.concat(chunks).subarray(bodyAt)
    const { resolve } = waiting!
    waiting = undefined
    resolve(chunked ? dechunk(body) : body.toString('utf8'))
  }

  function read(chunk: Buffer): void {
    chunks.push(chunk)
    received += chunk.length
    if (bodyAt < 0) readHead()
    if (bodyAt < 0 || waiting === undefined) return
    const last = () => Buffer.concat(chunks.slice(-2)).toString('latin1').endsWith('0\r\n\r\n')
    if (chunked ? last() : received >= expected!) finish()
  }

  async function open(): Promise<void> {
    const opened = connect({ host: '127.0.0.1', port, noDelay: true })
    await once(opened, 'connect')
    const fail = (error?: Error) => {
      if (opened === socket) waiting?.reject(error ?? new Error(`127.0.0.1:${port} closed the connection`))
    }
    opened
      .on('data', read)
      .on('error', fail)
      .on('close', () => fail())
    socket = opened
  }

  await open()
  return {
    post(body) {
      chunks = []
      received = 0
      expected = undefined
      bodyAt = -1
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(`${head}${Buffer.byteLength(body)}\r\n\r\n${body}`)
      })
    },
    async reopen() {
      socket.destroy()
      await open()
    },
    close: () => socket.destroy(),
  }
}

function dechunk(body: Buffer): string {
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const line = body.indexOf('\r\n', at)
    const size = Number.parseInt(body.toString('latin1', at, line), 16)
    if (!size) return Buffer.concat(parts).toString('utf8')
    parts.push(body.subarray(line + 2, line + 2 + size))
    at = line + 2 + size + 2
  }
}
