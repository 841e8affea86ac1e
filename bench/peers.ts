import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

/** Both carry their binaries in their npm packages; their install scripts would look elsewhere and are not run. */
const packages = { '@foundry-rs/anvil-linux-amd64': '1.7.1', supersim: '0.1.0-alpha.58' }

export type Peers = { anvil: string; supersim: string /** PATH on which supersim finds anvil. */; path: string }

/** Installs the peers once, outside the repository. */
export async function installPeers(say: (text: string) => void): Promise<Peers> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      `the peers' npm packages hold binaries for linux-x64 only, this is ${process.platform}-${process.arch}`,
    )
  const folder = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'nativeroll-bench')
  const anvil = join(folder, 'node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil')
  const supersim = join(folder, 'node_modules/supersim/bin/supersim')
  if (!existsSync(anvil) || !existsSync(supersim)) {
    say(`installing ${Object.keys(packages).join(' and ')} into ${folder}`)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: packages }))
    await promisify(execFile)('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder })
  }
  return { anvil, supersim, path: `${dirname(anvil)}:${process.env.PATH}` }
}
