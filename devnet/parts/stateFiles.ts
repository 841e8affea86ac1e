import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Hex } from 'viem'
import type { DevnetConfig } from '../../configs/index.ts'
import type { ChainProvider } from '../Devnet.ts'
import { DevnetError } from '../errors.ts'
import { replaceFile } from './replaceFile.ts'

type Files = Pick<DevnetConfig['l1'], 'state' | 'loadState' | 'dumpState'>

/**
 * Gives a new L1 the accounts of a dump, ours or anvil's; one that goes on from its folder has them. Errors: STATE_FILE_UNUSABLE.
 */
export async function loadStateFile({ state, loadState }: Files, l1: ChainProvider): Promise<void> {
  const path = loadState ?? (state !== undefined && existsSync(state) ? state : undefined)
  if (path === undefined || (await l1.request({ method: 'eth_blockNumber' })) !== '0x0') return
  try {
    const dump: Hex = `0x${readFileSync(resolve(path)).toString('hex')}`
    await l1.request({ method: 'anvil_loadState', params: [dump] })
  } catch (cause) {
    throw new DevnetError('STATE_FILE_UNUSABLE', `${path} cannot be loaded: ${(cause as Error).message}`, {
      value: path,
      expected: 'what --dump-state or anvil has written',
      hint: 'name another file, or leave --load-state and --state out',
      cause,
    })
  }
}

/** Writes L1's state where the configuration says, as the JSON that anvil reads too. */
export async function dumpStateFile({ state, dumpState }: Files, l1: ChainProvider): Promise<void> {
  const path = dumpState ?? state
  if (path === undefined) return
  const dump = (await l1.request({ method: 'anvil_dumpState' })) as Hex
  mkdirSync(dirname(resolve(path)), { recursive: true })
  const target = existsSync(path) ? realpathSync(path) : resolve(path)
  replaceFile(target, gunzipSync(Buffer.from(dump.slice(2), 'hex')))
}
