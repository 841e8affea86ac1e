import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestNode } from '../../testing/createTestNode.ts'

let stateDir: string
beforeEach(() => {
  stateDir = mkdtempSync(join(tmpdir(), 'nativeroll-full-'))
})
afterEach(() => rmSync(stateDir, { recursive: true }))

test('error: a folder that cannot be written to', async () => {
  const file = join(stateDir, 'file')
  writeFileSync(file, '')
  await expect(createTestNode({ stateDir: file })).rejects.toMatchObject({
    code: 'STATE_DIR_UNWRITABLE',
    message: expect.stringContaining(`${file} cannot be written to`),
  })
})

test('behavior: a file that cannot grow ends at a whole block; transactions wait, and the chain goes on once it can', async () => {
  // A limit of the process on the size of files stands for the end of the disk.
  const module = (name: string) => JSON.stringify(join(import.meta.dirname, name))
  const program = `
    import { createJiti } from 'jiti'
    const { createTestNode } = await createJiti(import.meta.url).import(${module('../../testing/createTestNode.ts')})
    const { node, wallet } = await createTestNode({ mining: { mode: 'manual' }, stateDir: ${JSON.stringify(stateDir)} })
    const send = () => wallet.sendTransaction({ to: '0x00000000000000000000000000000000000000ee', value: 1n, gas: 21000n })
    let error
    for (let i = 0; i < 500 && !error; i++) {
      await send()
      await node.seal().catch((caught) => (error = caught))
    }
    const again = await node.seal().catch(({ code }) => code)
    await node.close().catch(() => undefined)
    console.log(JSON.stringify({ code: error.code, message: error.message, again, head: Number(node.head().block.header.number) }))`
  const printed = execFileSync(
    'sh',
    ['-c', 'ulimit -f 800; exec "$@"', 'sh', process.execPath, '--input-type=module', '-e', program],
    {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  )
  const { head, ...refusal } = JSON.parse(printed)
  expect(refusal).toEqual({
    code: 'STATE_DIR_UNWRITABLE',
    message: expect.stringContaining(`${stateDir} cannot be written to`),
    again: 'STATE_DIR_UNWRITABLE',
  })
  expect(head).toBeGreaterThan(5)

  const { node, client } = await createTestNode({ mining: { mode: 'manual' }, stateDir })
  expect(await client.getBlockNumber()).toBe(BigInt(head))
  await node.seal()
  expect(await client.getTransactionCount({ address: '0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266' })).toBe(head + 1)
  await node.close()
})
