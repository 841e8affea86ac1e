import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import fc from 'fast-check'
import { createPublicClient, http, webSocket } from 'viem'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { JsonBytes } from './encoding/JsonBytes.ts'
import { RpcError } from './RpcError.ts'
import { createRouter, type RpcConnection } from './router.ts'
import { createRpcServer, type Listening } from './server.ts'

const connections: RpcConnection[] = []
const router = createRouter({
  async eth_chainId() {
    return '0x384'
  },
  async echo(params) {
    return params
  },
  async fail() {
    throw new RpcError(3, 'execution reverted', { data: '0x08c379a0' })
  },
  async big() {
    return 'x'.repeat(60_000)
  },
  written: async () => ({ toJSON: () => [1], writeJson: (to: JsonBytes) => to.text('[1]') }),
  async unencodable() {
    return { value: 1n }
  },
  async open(_params, { connection, afterAnswer }) {
    if (connection === undefined) throw new RpcError(-32000, 'no connection')
    connections.push(connection)
    afterAnswer?.(() => connection.notify('opened', { at: 1 }))
    return 'id'
  },
})

const server = createRpcServer({
  name: 'l1',
  routers: { '/': router, '/r1': createRouter({ eth_chainId: async () => '0x385' }) },
  routes: {
    '/files': (_request, response, { path, query }) => void response.end(`${path}?${query}`),
    '/files/deep': (_request, response) => void response.end('deep'),
  },
  limits: { bodyBytes: 100_000, batchSize: 10, batchResponseBytes: 150_000, backlogBytes: 1_000_000 },
})
let at: Listening
beforeAll(async () => {
  at = await server.listen({ port: 0, allowedOrigins: ['https://app.example'], allowedHosts: ['devnet.test'] })
})
afterAll(() => server.close())

/** Sends bytes as they are and gives back all that comes, until the server closes or has sent `enough`. */
async function raw(bytes: string, enough: RegExp = /$^/): Promise<string> {
  const socket = connect(at.port, '127.0.0.1')
  socket.write(bytes)
  let got = ''
  for await (const chunk of socket) {
    got += chunk
    if (enough.test(got)) break
  }
  socket.destroy()
  return got
}

async function post(body: string, headers: Record<string, string> = {}, path = ''): Promise<Response> {
  return fetch(`${at.http}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

/** fetch forbids these headers; node:http does not. */
function statusWith(headers: Record<string, string>, method = 'POST'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(at.http, { method, headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    request.on('error', reject)
    request.end(method === 'POST' ? '{"jsonrpc":"2.0","id":1,"method":"eth_chainId"}' : undefined)
  })
}

const call = (method: string, params: unknown = [], id: unknown = 1) => ({ jsonrpc: '2.0', id, method, params })
const codeOf = async (body: string) => ((await (await post(body)).json()) as { error: { code: number } }).error.code

describe('JSON-RPC over HTTP', () => {
  test('viem reads from it, single and in batches', async () => {
    const client = createPublicClient({ transport: http(at.http, { batch: true }) })
    expect(await Promise.all([client.getChainId(), client.getChainId()])).toEqual([900, 900])
  })

  test('a batch is answered in order, without its notifications', async () => {
    const batch = [call('echo', [1], 'a'), { jsonrpc: '2.0', method: 'echo' }, call('nothing', [], 2), 7]
    expect(await (await post(JSON.stringify(batch))).json()).toMatchObject([
      { id: 'a', result: [1] },
      { id: 2, error: { code: -32601 } },
      { id: null, error: { code: -32600 } },
    ])
  })

  test('a result that writes itself reaches everyone', async () => {
    const id = 'é"\u{1f600}\0'
    const response = { jsonrpc: '2.0', id, result: [1] }
    expect(await (await post(JSON.stringify(call('written', [], id)))).json()).toEqual(response)
    expect(await (await post(JSON.stringify([call('written', [], id)]))).json()).toEqual([response])
    const socket = new WebSocket(at.ws)
    await once(socket, 'open')
    socket.send(JSON.stringify(call('written', [], id)))
    const [data, isBinary] = await once(socket, 'message')
    expect([JSON.parse(String(data)), isBinary]).toEqual([response, false])
    socket.terminate()
    expect(await router.dispatch('written')).toEqual([1])
  })

  test('notifications alone get 204 and no body', async () => {
    const response = await post('{"jsonrpc":"2.0","method":"echo"}')
    expect([response.status, await response.text()]).toEqual([204, ''])
  })

  test('errors have the codes of JSON-RPC 2.0', async () => {
    expect(await codeOf('{"jsonrpc":')).toBe(-32700)
    expect(await codeOf('')).toBe(-32700)
    expect(await codeOf('[]')).toBe(-32600)
    expect(await codeOf('null')).toBe(-32600)
    expect(await codeOf(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 5 }))).toBe(-32600)
    expect(await codeOf(JSON.stringify(call('nothing')))).toBe(-32601)
    expect(await codeOf(JSON.stringify(call('__proto__')))).toBe(-32601)
    expect(await codeOf(JSON.stringify(call('echo', { a: 1 })))).toBe(-32602)
    expect(await codeOf(JSON.stringify(call('unencodable')))).toBe(-32603)
    expect(await codeOf(JSON.stringify(Array.from({ length: 11 }, () => call('echo'))))).toBe(-32600)
  })

  test('a refused request is named by its id', async () => {
    const refused = [{ id: 7 }, { id: 'x', method: 5 }, { id: {}, method: 'echo' }, 5]
    const answers = (await (await post(JSON.stringify(refused))).json()) as { id: unknown }[]
    expect(answers.map(({ id }) => id)).toEqual([7, 'x', null, null])
  })

  test('revert data reaches the caller', async () => {
    const answer = await (await post(JSON.stringify(call('fail')))).json()
    expect(answer).toEqual({
      jsonrpc: '2.0',
      id: 1,
      error: { code: 3, message: 'execution reverted', data: '0x08c379a0' },
    })
  })

  test('a batch whose answers grow too large gets errors for the rest', async () => {
    const batch = Array.from({ length: 4 }, (_, id) => call('big', [], id))
    const answers = (await (await post(JSON.stringify(batch))).json()) as { error?: { message: string } }[]
    expect(answers.map(({ error }) => error?.message)).toEqual([
      undefined,
      undefined,
      'response too large',
      'response too large',
    ])
  })

  test('each path has its own router', async () => {
    expect(await (await post(JSON.stringify(call('eth_chainId')), {}, '/r1/')).json()).toMatchObject({
      result: '0x385',
    })
    expect((await post('{}', {}, '/r2')).status).toBe(404)
    expect((await post('{}', {}, '/constructor')).status).toBe(404)
  })

  test('routes are served beside it, the longest prefix first', async () => {
    expect(await (await fetch(`${at.http}/files/a?b=1`)).text()).toBe('/a?b=1')
    expect(await (await fetch(`${at.http}/files/deep/a`)).text()).toBe('deep')
    expect((await fetch(`${at.http}/filesystem`)).status).toBe(404)
  })

  test('other HTTP methods', async () => {
    expect(await (await fetch(at.http)).text()).toContain('l1: JSON-RPC')
    expect((await fetch(at.http, { method: 'PUT', body: '{}' })).status).toBe(405)
  })
})

describe('limits', () => {
  test('a body that says it is too large gets 413 before it is read', async () => {
    const answer = await raw('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100001\r\n\r\n', /exceeds/)
    expect(answer).toMatch(/^HTTP\/1.1 413 [\s\S]*exceeds 100000 bytes/)
  })

  test('a client that sends all of a body that is too large still gets the 413', async () => {
    expect((await post('x'.repeat(2_000_000))).status).toBe(413)
  })

  test('a body of undeclared length is cut off', async () => {
    const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`
    const answer = await raw(
      `POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n${chunk.repeat(4)}`,
      /exceeds/,
    )
    expect(answer).toMatch(/^HTTP\/1.1 413 /)
  })

  test('what is not HTTP is refused', async () => {
    expect(await raw('{"jsonrpc":"2.0"}\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
    expect(await raw('GET http://[ HTTP/1.1\r\nhost: localhost\r\n\r\n', /\n\n?$/)).toMatch(/^HTTP\/1.1 4\d\d /)
  })
})

describe('Host and Origin', () => {
  test('names that DNS could rebind are refused', async () => {
    for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:8545', 'a b']) {
      expect(await statusWith({ host }), host).toBe(403)
    }
    for (const host of ['localhost:1', 'r1.localhost', '10.1.2.3:8545', '[::1]:8545', 'DEVNET.test', 'localhost.']) {
      expect(await statusWith({ host }), host).toBe(200)
    }
  })

  test('pages of other sites are refused', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      'http://localhost.evil.example',
      'file://',
      'https://8.8.8.8',
    ]) {
      expect(await statusWith({ origin }), origin).toBe(403)
      expect(await statusWith({ origin }, 'OPTIONS'), origin).toBe(403)
    }
    const allowed = ['http://localhost:5173', 'https://app.example', 'http://[::1]:3000', 'chrome-extension://abcdefgh']
    for (const origin of allowed) expect(await statusWith({ origin }), origin).toBe(200)
  })

  test('an allowed page gets CORS headers for itself alone', async () => {
    const headers = { origin: 'https://app.example', 'access-control-request-headers': 'content-type,x-id' }
    const preflight = await fetch(at.http, { method: 'OPTIONS', headers })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('https://app.example')
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type,x-id')
    expect((await post('[]')).headers.get('access-control-allow-origin')).toBeNull()
  })

  test('WebSocket upgrades are checked the same way', async () => {
    const refused = (options: object, path = '') =>
      new Promise<string>((resolve) =>
        new WebSocket(`${at.ws}${path}`, options).on('error', ({ message }) => resolve(message)),
      )
    expect(await refused({ headers: { host: 'evil.example' } })).toContain('403')
    expect(await refused({ origin: 'https://evil.example' })).toContain('403')
    expect(await refused({}, '/r2')).toContain('404')
  })
})

describe('WebSocket', () => {
  async function open(): Promise<WebSocket> {
    const socket = new WebSocket(at.ws)
    await once(socket, 'open')
    return socket
  }
  const next = async (socket: WebSocket) => JSON.parse(String((await once(socket, 'message'))[0]))

  test('viem reads from it', async () => {
    const transport = webSocket(at.ws, { reconnect: false, keepAlive: false })
    const client = createPublicClient({ transport })
    expect(await client.getChainId()).toBe(900)
    const { getSocket } = client.transport as unknown as { getSocket(): Promise<WebSocket> }
    ;(await getSocket()).close()
  })

  test('an answer goes before the pushes that it announces', async () => {
    const socket = await open()
    const messages: unknown[] = []
    const both = new Promise<void>((resolve) =>
      socket.on('message', (data) => messages.push(JSON.parse(String(data))) === 2 && resolve()),
    )
    socket.send(JSON.stringify(call('open')))
    await both
    expect(messages).toMatchObject([
      { id: 1, result: 'id' },
      { method: 'opened', params: { at: 1 } },
    ])
    const gone = new Promise<void>((resolve) => connections.at(-1)?.onClose(resolve))
    socket.terminate()
    await gone
  })

  test('answers more requests than it runs at one time', async () => {
    const socket = await open()
    const ids = new Set<number>()
    const all = new Promise<void>((resolve) =>
      socket.on('message', (data) => ids.add(JSON.parse(String(data)).id).size === 500 && resolve()),
    )
    for (let id = 0; id < 500; id++) socket.send(JSON.stringify(call('echo', [], id)))
    await all
    socket.terminate()
  })

  test('no more connections than allowed', async () => {
    const small = createRpcServer({ name: 'l1', routers: { '/': router }, limits: { connections: 2 } })
    const { ws } = await small.listen({ port: 0 })
    const sockets = [new WebSocket(ws), new WebSocket(ws)]
    await Promise.all(sockets.map((socket) => once(socket, 'open')))
    const [refused] = (await once(new WebSocket(ws), 'error')) as [Error]
    expect(refused.message).toContain('503')
    sockets[0]!.close()
    await once(sockets[0]!, 'close')
    await once(new WebSocket(ws), 'open')
    await small.close()
  })

  test('a peer that answers no ping is dropped, one that does stays', async () => {
    const pinging = createRpcServer({ name: 'l1', routers: { '/': router }, limits: { pingInterval: 20 } })
    const { ws } = await pinging.listen({ port: 0 })
    const silent = new WebSocket(ws, { autoPong: false })
    const alive = new WebSocket(ws)
    await Promise.all([once(silent, 'open'), once(alive, 'open')])
    await once(silent, 'close')
    expect(alive.readyState).toBe(WebSocket.OPEN)
    await pinging.close()
  })

  test('malformed messages get an error, and the connection stays', async () => {
    const socket = await open()
    socket.send('{')
    expect(await next(socket)).toMatchObject({ id: null, error: { code: -32700 } })
    socket.send(JSON.stringify([call('echo', [2])]))
    expect(await next(socket)).toMatchObject([{ result: [2] }])
    socket.terminate()
  })

  test('a message above the limit ends the connection with 1009', async () => {
    const socket = await open()
    socket.send('x'.repeat(100_001))
    expect((await once(socket, 'close'))[0]).toBe(1009)
  })

  test('a reader that is too slow is dropped', async () => {
    const socket = await open()
    socket.send(JSON.stringify(call('open')))
    await next(socket)
    socket.pause()
    const connection = connections.at(-1) as RpcConnection
    let gone = false
    connection.onClose(() => {
      gone = true
    })
    for (let sent = 0; sent < 200 && !gone; sent++) {
      connection.notify('flood', 'x'.repeat(100_000))
      await new Promise(setImmediate)
    }
    expect(gone).toBe(true)
    socket.terminate()
  })
})

describe('listen and close', () => {
  test('names the process that has the port', async () => {
    const taken = createRpcServer({ name: 'l1', routers: {} }).listen({ port: at.port })
    await expect(taken).rejects.toMatchObject({
      code: 'PORT_TAKEN',
      port: at.port,
      ...(process.platform === 'linux' && { ownerPid: process.pid }),
    })
  })

  test('says what is wrong with an address', async () => {
    const wrong = createRpcServer({ name: 'l1', routers: {} }).listen({ host: '203.0.113.1', port: 0 })
    await expect(wrong).rejects.toMatchObject({ code: 'LISTEN_FAILED', value: '203.0.113.1:0' })
  })

  test('close ends open connections and requests at once, and frees the port', async () => {
    const slow = createRpcServer({ name: 'l1', routers: { '/': createRouter({ never: () => new Promise(() => {}) }) } })
    const first = await slow.listen({ port: 0 })
    const socket = new WebSocket(first.ws)
    await once(socket, 'open')
    const pending = fetch(first.http, { method: 'POST', body: JSON.stringify(call('never')) })
    await fetch(first.http)
    const started = Date.now()
    await Promise.all([slow.close(), once(socket, 'close'), expect(pending).rejects.toThrow()])
    // Node itself would wait five seconds for a connection that is kept alive.
    expect(Date.now() - started).toBeLessThan(4_000)
    await (await slow.listen({ port: first.port })).close()
  })
})

test('no message makes it stop answering', async () => {
  const member = fc.oneof(fc.constantFrom('jsonrpc', 'id', 'method', 'params'), fc.string())
  const request = fc.dictionary(member, fc.oneof(fc.jsonValue(), fc.constantFrom('2.0', 'echo', 'fail')))
  const message = fc.oneof(
    fc.string(),
    fc.json(),
    request.map((value) => JSON.stringify(value)),
    fc.array(request).map((value) => JSON.stringify(value)),
  )
  await fc.assert(
    fc.asyncProperty(message, async (body) => {
      const response = await post(body)
      expect([200, 204]).toContain(response.status)
      const text = await response.text()
      if (response.status === 200) expect(JSON.parse(text)).toBeTruthy()
    }),
    { numRuns: 200 },
  )
  expect(await (await post(JSON.stringify(call('eth_chainId')))).json()).toMatchObject({ result: '0x384' })
})
