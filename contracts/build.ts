// Compiles contracts/src and writes contracts/generated/<Name>.ts: typed ABI, bytecode and storage layout of each contract;
// and Strangers.json, which holds those of testing/Strangers.sol for tests.
//   npm run contracts          writes what differs
//   npm run contracts:check    writes nothing, exits 1 when a committed file differs from its source
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Abi } from 'viem'

const require = createRequire(import.meta.url)
const here = dirname(fileURLToPath(import.meta.url))
const folder = join(here, 'generated')

type SolcContract = {
  abi: Abi
  evm: {
    bytecode: { object: string }
    deployedBytecode: { object: string; immutableReferences?: Record<string, unknown> }
  }
  storageLayout: {
    storage: { label: string; slot: string; offset: number; type: string }[]
    types: Record<string, { label: string }>
  }
}
type SolcOutput = {
  errors?: { severity: string; errorCode: string; formattedMessage: string }[]
  contracts: Record<string, Record<string, SolcContract>>
}
type Solc = { compile(input: string, callbacks: { import(path: string): { contents: string } }): string }

/** Compiler settings of every contract: no metadata and no immutables, so that runtime code can sit in a genesis block. */
const settings = {
  evmVersion: 'osaka',
  viaIR: true,
  optimizer: { enabled: true, runs: 10_000 },
  metadata: { appendCBOR: false, bytecodeHash: 'none' },
  outputSelection: {
    '*': {
      '*': [
        'abi',
        'evm.bytecode.object',
        'evm.deployedBytecode.object',
        'evm.deployedBytecode.immutableReferences',
        'storageLayout',
      ],
    },
  },
}

/** Compiles Solidity files; keys of the result are their paths, then contract names. Throws solc's own message on any error or warning. */
function compile(files: string[]): SolcOutput['contracts'] {
  const solc = require('solc') as Solc
  const read = (file: string) => readFileSync(file, 'utf8')
  const sources = Object.fromEntries(files.map((file) => [relative(here, file), { content: read(file) }]))
  const input = JSON.stringify({ language: 'Solidity', sources, settings })
  const output = JSON.parse(
    solc.compile(input, {
      import: (path) => ({ contents: read(path.startsWith('src/') ? join(here, path) : require.resolve(path)) }),
    }),
  ) as SolcOutput
  // 2394: a reminder that transient storage outlives a call; ours is cleared at the end of each.
  const problems = (output.errors ?? []).filter(
    ({ severity, errorCode }) => severity !== 'info' && errorCode !== '2394',
  )
  if (problems.length > 0) throw new SyntaxError(problems.map((problem) => problem.formattedMessage).join('\n'))
  return output.contracts
}

function solidityFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.sol'))
    .map((path) => join(root, path))
    .sort()
}

const allFiles = () => [...solidityFiles(join(here, 'src')), join(here, strangers)]

/** Contracts that only tests deploy. */
const strangers = 'testing/Strangers.sol'

function generatedModule(source: string, name: string, contract: SolcContract): string {
  const { bytecode, deployedBytecode } = contract.evm
  if (Object.keys(deployedBytecode.immutableReferences ?? {}).length > 0) {
    throw new TypeError(`${source}: ${name} has immutables, which genesis code cannot have; use a storage slot`)
  }
  const lower = name.replace(/^[A-Z]+(?=[A-Z][a-z]|\d|$)|^[A-Z]/, (head) => head.toLowerCase())
  const layout = Object.fromEntries(
    contract.storageLayout.storage.map(({ label, slot, offset, type }) => [
      label,
      { slot: Number(slot), offset, type: contract.storageLayout.types[type]!.label },
    ]),
  )
  return `${[
    `// Generated from ${source} by contracts/build.ts; do not edit.`,
    `export const ${lower}Abi = ${JSON.stringify(contract.abi, null, 2)} as const`,
    `export const ${lower}Bytecode = {\n  creation: '0x${bytecode.object}',\n  runtime: '0x${deployedBytecode.object}',\n} as const`,
    `export const ${lower}Storage = ${JSON.stringify(layout, null, 2)} as const`,
  ].join('\n\n')}\n`
}

/** File of `generated` that tells without compiling whether the others are up to date. */
const digestFile = 'digest.json'

/** SHA-256 of all that the generated modules depend on, and of the modules. */
export function digest(modules: Record<string, string>): string {
  const versions = ['solc', '@openzeppelin/contracts'].map((name) => require(`${name}/package.json`).version as string)
  const inputs = [fileURLToPath(import.meta.url), ...allFiles()]
  const sources = Object.fromEntries(inputs.map((file) => [relative(here, file), readFileSync(file, 'utf8')]))
  const hash = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex')
  const generated = Object.entries(modules).filter(([file]) => file !== digestFile)
  return `${JSON.stringify({ sources: hash([versions, sources]), generated: hash(generated.sort()) }, null, 2)}\n`
}

/** The generated files, by name, as the sources say they should be. */
export function generate(): Record<string, string> {
  const contracts = compile(allFiles())
  const modules: Record<string, string> = {}
  for (const [source, byName] of Object.entries(contracts)) {
    const name = basename(source, '.sol')
    const contract = byName[name]
    if (contract && /^src\/(l1|l2|messaging)\//.test(source) && contract.evm.bytecode.object !== '') {
      modules[`${name}.ts`] = generatedModule(source, name, contract)
    }
  }
  const forTests = Object.entries(contracts[strangers]!).map(([name, { abi, evm }]) => [
    name,
    { abi, bytecode: `0x${evm.bytecode.object}`, runtime: `0x${evm.deployedBytecode.object}` },
  ])
  modules['Strangers.json'] = `${JSON.stringify(Object.fromEntries(forTests), null, 1)}\n`
  return { ...modules, [digestFile]: digest(modules) }
}

/** The generated files on disk, by name. */
export function committed(): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]))
}

function main(check: boolean): void {
  mkdirSync(folder, { recursive: true })
  const [modules, present] = [generate(), committed()]
  const files = [...new Set([...Object.keys(modules), ...Object.keys(present)])]
  for (const file of files.filter((name) => modules[name] !== present[name])) {
    if (check) {
      console.error(`contracts/generated/${file} differs from its source; npm run contracts writes it anew`)
      process.exitCode = 1
      continue
    }
    const content = modules[file]
    if (content === undefined) rmSync(join(folder, file))
    else writeFileSync(join(folder, file), content)
    console.log(`contracts/generated/${file}`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.includes('--check'))
