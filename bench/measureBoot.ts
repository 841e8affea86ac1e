import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processTree, residentBytes } from './processTree.ts'
import type { Sample } from './statistics.ts'

/** Something that boots. */
export type Subject = {
  name: string
  /** Started at the same moment. */
  commands: string[][]
  env?: NodeJS.ProcessEnv
  /** What each command prints when it is ready. */
  ready: RegExp
  /** Every RPC that must answer. */
  urls: string[]
}

/** ms after which a boot has failed. */
const limit = 60_000
/** ms of quiet before memory is read. */
const settling = 1_500

/** Boots once, in an empty folder, and ends it again. */
export async function measureBoot({ name, commands, env, ready, urls }: Subject): Promise<Sample> {
  const folder = mkdtempSync(join(tmpdir(), 'nativeroll-bench-'))
  const start = performance.now()
  const elapsed = () => performance.now() - start
  const children = commands.map(([file, ...args]) =>
    spawn(file!, args, { cwd: folder, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] }),
  )
  try {
    const [readyAt, answeringAt] = await Promise.all([
      Promise.all(children.map((child) => says(child, ready, name))).then(elapsed),
      Promise.all(urls.map((url) => answers(url, name))).then(elapsed),
    ])
    await sleep(settling)
    const tree = children.flatMap(({ pid }) => processTree(pid!))
    const memory = tree.reduce((sum, pid) => sum + residentBytes(pid), 0) / 2 ** 20
    const stopping = performance.now()
    const exits = children.map((child) => once(child, 'exit'))
    for (const child of children) child.kill('SIGINT')
    await Promise.all(exits)
    return {
      ready: readyAt,
      answering: answeringAt,
      memory,
      processes: tree.length,
      exit: performance.now() - stopping,
    }
  } finally {
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

function says(child: ChildProcess, pattern: RegExp, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = ''
    const timer = setTimeout(() => reject(new Error(`${name} is not ready after ${limit} ms:\n${output}`)), limit)
    const read = (chunk: Buffer) => {
      output += chunk
      if (pattern.test(output)) finish(resolve)
    }
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      settle()
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => finish(() => reject(new Error(`${name} ended with ${code}:\n${output}`))))
  })
}

async function answers(url: string, name: string): Promise<void> {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_chainId', params: [] })
  const deadline = performance.now() + limit
  while (performance.now() < deadline) {
    const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body }).catch(
      () => undefined,
    )
    if (response?.ok) return
    await sleep(5)
  }
  throw new Error(`${name}: ${url} does not answer after ${limit} ms`)
}
