import { execFile } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { anyPorts, emptyFolder, run, start } from './command.ts'

const execute = promisify(execFile)
const repository = fileURLToPath(new URL('../..', import.meta.url))
const folder = emptyFolder()
afterAll(() => folder.remove(), 120_000)

describe('the tarball', () => {
  test('installs into an empty folder, and both the command and the library work there', {
    timeout: 240_000,
  }, async () => {
    const packed = await execute('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder.path], {
      cwd: repository,
      maxBuffer: 2 ** 26,
    })
    const [{ filename, files }] = JSON.parse(packed.stdout.slice(packed.stdout.indexOf('[\n'))) as [
      { filename: string; files: { path: string }[] },
    ]
    expect(files.filter(({ path }) => /\.test\.|\.sol$|node_modules/.test(path))).toEqual([])
    writeFileSync(join(folder.path, 'package.json'), '{ "private": true, "type": "module" }')
    await execute('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', `./${filename}`], {
      cwd: folder.path,
    })
    expect(existsSync(join(folder.path, 'node_modules/typescript'))).toBe(false)

    const installed = { first: [join(folder.path, 'node_modules/.bin/nativeroll')] }
    expect((await run(folder.path, ['--version'], installed)).code).toBe(0)
    const up = start(folder.path, ['up', ...anyPorts], installed)
    await up.says(/^Ready in/m)
    expect(await run(folder.path, ['test'], installed)).toMatchObject({ code: 0 })
    up.child.kill('SIGINT')
    expect((await up.finished).code).toBe(0)

    writeFileSync(
      join(folder.path, 'library.js'),
      `import { createDevnet } from 'nativeroll'
import { defineConfig } from 'nativeroll/config'
const devnet = await createDevnet(defineConfig({ rollups: 1 }))
console.log(await devnet.rollups.r1.client.getChainId())
await devnet.stop()
`,
    )
    const library = await execute(process.execPath, ['library.js'], { cwd: folder.path })
    expect(library.stdout).toBe('901\n')
  })
})
