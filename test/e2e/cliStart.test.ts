import { writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { processTree } from '../../bench/processTree.ts'
import { anyPorts, emptyFolder, isRunning, json, run, start } from './command.ts'

let folder: ReturnType<typeof emptyFolder>
beforeAll(() => {
  folder = emptyFolder()
})
afterAll(() => folder.remove())

describe('up', () => {
  test('banner: all that a user copies, then the ready line, last and once', async () => {
    const up = start(folder.path, ['up', ...anyPorts])
    await up.says(/^Ready in \d+\.\d\ds$/m)
    const lines = up.stdout().split('\n')
    expect(up.stdout()).toContain('0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80')
    expect(up.stdout()).toContain('WARNING')
    expect(up.stdout()).toMatch(
      /^l1 +id 900 +http:\/\/127\.0\.0\.1:\d+ +ws:\/\/127\.0\.0\.1:\d+ .*logs \.nativeroll\/default\/l1\.log$/m,
    )
    expect(up.stdout()).toMatch(/^cast send 0x/m)
    expect(up.stdout()).toMatch(/^rollups +gateway +0x8079/m)
    expect(up.stdout()).not.toContain('\u001b')
    expect(lines.filter((line) => line.startsWith('Ready in'))).toHaveLength(1)
    expect(lines.at(-2)).toMatch(/^Ready in/)
    up.child.kill('SIGINT')
    await up.finished
  })

  test.each(['SIGINT', 'SIGTERM'] as const)('%s: ends cleanly in under a second, with 0', async (signal) => {
    const up = start(folder.path, ['up', '--quiet', ...anyPorts])
    await up.says(/^Ready in/m)
    const tree = processTree(up.child.pid!)
    const sent = performance.now()
    up.child.kill(signal)
    const { code, signal: killedBy } = await up.finished
    expect({ code, killedBy }).toEqual({ code: 0, killedBy: null })
    expect(performance.now() - sent).toBeLessThan(1_000)
    expect(tree.filter(isRunning)).toEqual([])
    expect(await json(folder.path, ['ls'])).toEqual([])
  })

  test.each(['inline', 'process'])(
    'kill -9, provider %s: leaves no process, and the next start says what it found',
    async (provider) => {
      const up = start(folder.path, ['up', '--quiet', '--provider', provider, ...anyPorts])
      await up.says(/^Ready in/m)
      // A blob, so that whatever computes KZG proofs runs as well.
      await json(folder.path, ['deposit', 'r1', '1'])
      const tree = processTree(up.child.pid!)
      up.child.kill('SIGKILL')
      await up.finished
      await expect.poll(() => tree.filter(isRunning), { timeout: 1_000 }).toEqual([])
      expect(await json(folder.path, ['ls'])).toMatchObject([{ state: 'stale', pid: up.child.pid }])

      const next = start(folder.path, ['up', ...anyPorts])
      await next.says(/^Ready in/m)
      expect(next.stdout()).toContain(`process ${up.child.pid}`)
      next.child.kill('SIGINT')
      expect((await next.finished).code).toBe(0)
    },
  )

  test('a taken port: names it, its owner and the flag, exit 3, and leaves nothing', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    try {
      for (const [flag, name] of [
        ['--l1.port', 'l1'],
        ['--rollup.port', 'r1'],
        ['--control.port', 'control'],
      ] as const) {
        const { code, stderr, stdout } = await run(folder.path, ['up', ...anyPorts, flag, String(port)])
        expect({ flag, code, stdout }).toEqual({ flag, code: 3, stdout: '' })
        expect(stderr).toContain(`port ${port}`)
        expect(stderr).toContain(name)
        expect(stderr).toContain(`pid ${process.pid}`)
        expect(stderr).toContain(flag)
        expect(await json(folder.path, ['ls'])).toEqual([])
      }
      const detached = await run(folder.path, ['up', '-d', ...anyPorts, '--l1.port', String(port), '--json'])
      expect(detached.code).toBe(3)
      expect(JSON.parse(detached.stderr)).toMatchObject({ error: { code: 'PORT_TAKEN', exitCode: 3 } })
    } finally {
      server.close()
    }
  })

  test('a configuration that is wrong: names path, value and expectation, exit 2', async () => {
    const config = join(folder.path, 'wrong.config.ts')
    writeFileSync(
      config,
      "import { defineConfig } from 'nativeroll/config'\nexport default defineConfig({ l1: { slot: 'fast', prt: 1 } } as never)\n",
    )
    for (const command of ['up', 'validate']) {
      const { code, stderr, stdout } = await run(folder.path, [command, '--config', config])
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain(`l1.slot (from ${config}) is "fast", expected a number`)
      expect(stderr).toContain('l1.prt')
      expect(stderr).toContain('no such field')
    }
    const flag = await run(folder.path, ['up', '--l1.port', '70000', '--json'])
    expect(flag.code).toBe(2)
    expect(JSON.parse(flag.stderr)).toMatchObject({
      error: { code: 'CONFIG_INVALID', value: 70000, expected: 'at most 65535' },
    })
  })

  test('a configuration file, the environment and flags, in this order', async () => {
    writeFileSync(
      join(folder.path, 'nativeroll.config.ts'),
      "import { defineConfig } from 'nativeroll/config'\nexport default defineConfig({ rollups: [{ name: 'alpha' }], session: 'file', log: { level: 'warn' } })\n",
    )
    const { code, stdout } = await run(folder.path, ['validate', '--json', '--l1.port', '1'], {
      env: { NATIVEROLL_SESSION: 'env', NATIVEROLL_L1_PORT: '2' },
    })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      session: 'env',
      l1: { port: 1 },
      rollups: [{ name: 'alpha', chainId: 901 }],
      log: { level: 'warn' },
    })
  })
})
