import { describe, expect, test } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { importsOf, packageOf, resolveImport, type SourceFile, sourcesIn } from './sources.ts'

/** What each room may import of the others: the table of ARCHITECTURE.md. */
const arrows: Record<string, readonly string[]> = {
  execute: [],
  chain: ['execute'],
  contracts: [],
  configs: [],
  'rollup-node': ['chain', 'execute', 'contracts'],
  devnet: ['rollup-node', 'chain', 'execute', 'configs', 'contracts'],
  cli: ['devnet', 'configs', 'execute'],
}

/** A room is entered through these files alone. */
const doors = ['index.ts']

/** The places that own each dependency: a library that everybody imports can never be replaced. */
const owners: Record<string, readonly string[]> = {
  '@crate-crypto/node-eth-kzg': ['chain/'],
  '@ethereumjs/common': ['execute/', 'chain/'],
  '@ethereumjs/evm': ['execute/', 'chain/'],
  '@ethereumjs/rlp': ['execute/', 'chain/', 'rollup-node/'],
  '@ethereumjs/tx': ['execute/', 'chain/', 'rollup-node/'],
  '@ethereumjs/util': ['execute/', 'chain/', 'rollup-node/'],
  '@ethereumjs/vm': ['execute/'],
  '@noble/curves': ['execute/'],
  commander: ['cli/'],
  dockerode: ['devnet/'],
  execa: ['devnet/', 'cli/'],
  jiti: ['configs/'],
  lmdb: ['chain/'],
  'mcl-wasm': ['execute/'],
  pino: ['devnet/', 'chain/logger.ts', 'cli/'],
  'prom-client': ['devnet/'],
  secp256k1: ['execute/'],
  viem: ['chain/', 'rollup-node/', 'contracts/', 'devnet/', 'cli/'],
  vitest: ['devnet/vitest/'],
  ws: ['chain/', 'devnet/'],
  zod: ['configs/', 'devnet/', 'chain/'],
}

const rooms = Object.keys(arrows)
const files = sourcesIn(rooms)
const isTest = (file: SourceFile) =>
  /\.test(-support)?\.ts$/.test(file.path) || /(^|\/)(testing|fixtures)\//.test(file.path)
/** Makes generated code from sources; no part of what runs. */
const isBuild = (file: SourceFile) => /^contracts\/(build|compile)[A-Za-z]*\.ts$/.test(file.path)
const shipped = files.filter((file) => !isTest(file) && !isBuild(file))
const roomOf = (path: string) => path.split('/')[0]!

describe('rooms', () => {
  test('there is code to read', () => {
    for (const room of rooms) expect(files.filter((file) => roomOf(file.path) === room).length, room).toBeGreaterThan(0)
  })

  test('imports point along the arrows only', () => {
    expect(crossings().filter(({ from, to }) => !arrows[roomOf(from)]?.includes(roomOf(to)))).toEqual([])
  })

  test('a room is entered through its door', () => {
    const deep = crossings().filter(({ to }) => !doors.includes(to.split('/').slice(1).join('/')))
    expect(deep).toEqual([])
  })
})

describe('packages', () => {
  const used = shipped.flatMap((file) =>
    importsOf(file.text)
      .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
      .map((specifier) => ({ file: file.path, package: packageOf(specifier) })),
  )

  const installed = { ...manifest.dependencies, ...manifest.peerDependencies }

  test('what runs imports dependencies only, none of the development ones', () => {
    expect(used.filter((use) => !(use.package in installed))).toEqual([])
  })

  test('each dependency has its owners', () => {
    expect(Object.keys(owners).filter((name) => !(name in installed))).toEqual([])
    const strays = used.filter((use) => !owners[use.package]?.some((owner) => use.file.startsWith(owner)))
    expect(strays).toEqual([])
  })

  test('builtins are imported with their prefix', () => {
    const bare = used.filter((use) => ['fs', 'path', 'http', 'crypto', 'url', 'os', 'events'].includes(use.package))
    expect(bare).toEqual([])
  })
})

describe('the reader of imports', () => {
  test('sees every form, and nothing in comments', () => {
    const text = [
      "import a from './a.ts'",
      "import type { B } from './b.ts'",
      "import './c.ts'",
      "export { d } from './d.ts'",
      'import {',
      '  e,',
      "} from './e.ts'",
      "const f = await import('./f.ts')",
      "new Worker(new URL('./g.ts', import.meta.url))",
      "// import h from './h.ts'",
      "/* import i from './i.ts' */",
    ].join('\n')
    expect(importsOf(text).sort()).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts', './e.ts', './f.ts', './g.ts'])
  })
})

function crossings(): { from: string; to: string }[] {
  return files
    .filter((file) => !isTest(file))
    .flatMap((file) =>
      importsOf(file.text)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => ({ from: file.path, to: resolveImport(file.path, specifier) }))
        .filter(({ from, to }) => roomOf(from) !== roomOf(to) && to !== 'package.json'),
    )
}
