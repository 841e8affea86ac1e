import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createClock } from '../../chain/index.ts'
import { resolveConfig, type UserConfig } from '../../configs/index.ts'
import { createLoggers } from '../loggers.ts'
import { startL1 } from './startL1.ts'

const folder = mkdtempSync(join(tmpdir(), 'nativeroll-dump-'))
afterAll(() => rmSync(folder, { recursive: true }))
const receiver = '0x00000000000000000000000000000000000000ee'

function start(l1: UserConfig['l1']) {
  const config = resolveConfig({ file: { name: 'test', config: { rollups: 1, l1 } } })
  return startL1(config, { clock: createClock(), loggers: createLoggers({ level: 'silent' }) })
}

describe('state files', () => {
  test('one run writes L1 down, the next one has it from the start', async () => {
    const state = join(folder, 'new', 'state.json')
    const first = await start({ state })
    await first.request({ method: 'anvil_setBalance', params: [receiver, '0x2a'] })
    await first.stop()
    expect(JSON.parse(readFileSync(state, 'utf8')).accounts[receiver]).toMatchObject({ balance: '0x2a' })

    const second = await start({ loadState: state })
    await second.request({ method: 'evm_mine' })
    expect(await second.request({ method: 'eth_getBalance', params: [receiver, 'latest'] })).toBe('0x2a')
    await second.stop()
  })

  test('a dump that cannot be finished leaves the old file as it was', async () => {
    const dumpState = join(folder, 'kept.json')
    writeFileSync(dumpState, 'old')
    // Stands for a disk that is full: what is written beside the old file cannot be.
    mkdirSync(`${dumpState}.new`)
    await (await start({ dumpState })).stop()
    expect(readFileSync(dumpState, 'utf8')).toBe('old')
  })

  test('error: a file that is no dump', async () => {
    const loadState = join(folder, 'other.json')
    writeFileSync(loadState, '[]')
    await expect(start({ loadState })).rejects.toMatchObject({
      code: 'STATE_FILE_UNUSABLE',
      message: expect.stringContaining(`${loadState} cannot be loaded`),
    })
    await expect(start({ loadState: join(folder, 'none') })).rejects.toMatchObject({ code: 'STATE_FILE_UNUSABLE' })
  })
})
