import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anyPorts, emptyFolder, run, start } from './command.ts'

let folder: ReturnType<typeof emptyFolder>
beforeAll(() => {
  folder = emptyFolder()
})
afterAll(() => folder.remove())

const env = () => ({ XDG_CACHE_HOME: join(folder.path, 'caches') })
const kept = () => {
  const directory = join(folder.path, 'caches/nativeroll')
  return readdirSync(directory).map((name) => join(directory, name))
}

// Newer Nodes keep it by themselves.
test.skipIf('enableCompileCache' in module)(
  'compiled code is kept for the next start, which survives when it is damaged',
  async () => {
    await boot(() => expect.poll(() => file().length, { timeout: 20_000 }).toBeGreaterThan(1_000_000))
    const written = file()
    // Nothing new was compiled, so nothing is written; commands use it as well.
    await boot(async () => expect((await run(folder.path, ['status'], { env: env() })).code).toBe(0))

    const damaged = Buffer.from(written)
    damaged.fill(0x5a, 200_000, 210_000)
    writeFileSync(kept()[0]!, damaged)
    await boot(() => expect.poll(() => file().equals(damaged), { timeout: 20_000 }).toBe(false))
    expect(kept()).toHaveLength(1)

    for (const broken of [written.subarray(0, 100_000), Buffer.alloc(0), Buffer.alloc(3)]) {
      writeFileSync(kept()[0]!, broken)
      expect((await run(folder.path, ['ls'], { env: env() })).code).toBe(0)
    }
  },
)

test('a start needs no folder to keep anything in', async () => {
  writeFileSync(join(folder.path, 'file'), '')
  const up = start(folder.path, ['up', ...anyPorts], { env: { XDG_CACHE_HOME: join(folder.path, 'file/caches') } })
  await up.says(/^Ready in/m)
  up.child.kill('SIGINT')
  expect((await up.finished).code).toBe(0)
})

function file(): Buffer {
  try {
    return readFileSync(kept()[0]!)
  } catch {
    return Buffer.alloc(0)
  }
}

async function boot(meanwhile: () => Promise<unknown>): Promise<void> {
  const up = start(folder.path, ['up', ...anyPorts], { env: env() })
  try {
    await up.says(/^Ready in/m)
    await meanwhile()
  } finally {
    up.child.kill('SIGINT')
    expect((await up.finished).code).toBe(0)
  }
}
