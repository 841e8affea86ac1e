import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import Docker from 'dockerode'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anyPorts, emptyFolder, json, run, start } from './command.ts'

/** Name of an image that is built from these sources; .ci/docker makes one. Without it only what needs no engine is tried. */
const image = process.env.NATIVEROLL_TEST_IMAGE

let folder: ReturnType<typeof emptyFolder>
beforeAll(() => {
  folder = emptyFolder()
})
afterAll(() => folder.remove())

const up = ['up', '--provider', 'docker', '--timeout', '120', ...anyPorts]

test('no engine: names its socket, exit 3, and leaves nothing', async () => {
  const env = { DOCKER_HOST: 'unix:///nowhere/docker.sock' }
  const { code, stdout, stderr } = await run(folder.path, up, { env })
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
  expect(stderr).toContain('/nowhere/docker.sock')
  expect(await json(folder.path, ['ls'])).toEqual([])
})

describe.skipIf(image === undefined)('with an engine', { timeout: 240_000 }, () => {
  const session = `e2e-${process.pid}`
  const args = [...up, '--session', session, '--docker.image', image!]
  const filters = { label: [`nativeroll.session=${session}`] }
  const engine = new Docker()
  const containers = () => engine.listContainers({ all: true, filters })
  const left = async () => [...(await containers()), ...(await engine.listNetworks({ filters }))]

  test('every part has a container, ports on this machine alone, and a log; Ctrl-C removes all of it', async () => {
    const devnet = start(folder.path, args)
    await devnet.says(/^Ready in/m)
    const running = await containers()
    expect(running.map(({ Labels }) => Labels['nativeroll.part']).sort()).toEqual(['l1', 'r1', 'r2', 'relayer'])
    expect(new Set(running.flatMap(({ Ports }) => Ports.map(({ IP }) => IP)).filter(Boolean))).toEqual(
      new Set(['127.0.0.1']),
    )
    expect(await json(folder.path, ['deposit', 'r1', '1', '--session', session])).toMatchObject({ status: 'delivered' })
    expect(readFileSync(join(folder.path, '.nativeroll', session, 'r1.log'), 'utf8')).toContain('block.settled')

    devnet.child.kill('SIGINT')
    expect((await devnet.finished).code).toBe(0)
    expect(await left()).toEqual([])
  })

  test('kill -9: its containers end by themselves, and the next start says what was left', async () => {
    const devnet = start(folder.path, [...args, '--quiet', '--rollups', '1'])
    await devnet.says(/^Ready in/m)
    devnet.child.kill('SIGKILL')
    await devnet.finished
    await expect.poll(containers, { timeout: 20_000 }).toEqual([])

    const next = start(folder.path, [...args, '--rollups', '1'])
    await next.says(/^Ready in/m)
    expect(next.stdout()).toContain(`found 1 network that process ${devnet.child.pid} left in the Docker engine`)
    expect(await engine.listNetworks({ filters })).toHaveLength(1)
    await json(folder.path, ['down', '--session', session])
    expect((await next.finished).code).toBe(0)
    expect(await left()).toEqual([])
  })

  test('a container that dies ends the devnet with 5, and takes the others along', async () => {
    const devnet = start(folder.path, [...args, '--quiet', '--rollups', '1'])
    await devnet.says(/^Ready in/m)
    const rollup = (await containers()).find(({ Labels }) => Labels['nativeroll.part'] === 'r1')!
    await engine.getContainer(rollup.Id).kill()
    const { code, stderr } = await devnet.finished
    expect(code).toBe(5)
    expect(stderr).toContain('the container of r1 ended by itself (exit code 137)')
    expect(await left()).toEqual([])
  })

  test('an image that is not there is not pulled: exit 3, and how to build it', async () => {
    const { code, stderr } = await run(folder.path, [...args, '--docker.image', 'nativeroll:never-built'])
    expect(code).toBe(3)
    expect(stderr).toContain('docker build -t nativeroll:never-built .')
    expect(await left()).toEqual([])
  })

  test('a start that fails halfway leaves nothing', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    try {
      const { code, stderr } = await run(folder.path, [...args, '--rollup.port', String(port)])
      expect(code).toBe(3)
      expect(stderr).toContain(`port ${port} of r1 is in use by pid ${process.pid}`)
      expect(await left()).toEqual([])
    } finally {
      server.close()
    }
  })
})
