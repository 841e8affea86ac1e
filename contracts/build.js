// Compiles contracts/src and writes contracts/generated/<Name>.ts: typed ABI, bytecode and storage layout of each contract.
//   node contracts/build.js            writes what differs
//   node contracts/build.js --check    writes nothing, exits 1 when a committed file differs from its source
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const here = dirname(fileURLToPath(import.meta.url))

/** Compiler settings of every contract: no metadata and no immutables, so that runtime code can sit in a genesis block. */
export const settings = {
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

/** Compiles Solidity files to solc's standard JSON output; throws with solc's own message on any error or warning. */
export function compile(files) {
  const solc = require('solc')
  const sources = Object.fromEntries(
    files.map((file) => [relative(here, file), { content: readFileSync(file, 'utf8') }]),
  )
  const readImport = (path) => ({ contents: readFileSync(require.resolve(path), 'utf8') })
  const input = { language: 'Solidity', sources, settings }
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: readImport }))
  // 2394: a reminder that transient storage outlives a call; ours is cleared at the end of each.
  const problems = (output.errors ?? []).filter(
    ({ severity, errorCode }) => severity !== 'info' && errorCode !== '2394',
  )
  if (problems.length > 0) throw new SyntaxError(problems.map((problem) => problem.formattedMessage).join('\n'))
  return output.contracts
}

function solidityFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((path) => path.endsWith('.sol'))
    .map((path) => join(folder, path))
    .sort()
}

function generatedModule(source, name, contract) {
  const { bytecode, deployedBytecode } = contract.evm
  if (Object.keys(deployedBytecode.immutableReferences ?? {}).length > 0) {
    throw new TypeError(`${source}: ${name} has immutables, which genesis code cannot have; use a storage slot`)
  }
  const lower = name.replace(/^[A-Z]+(?=[A-Z][a-z]|\d|$)|^[A-Z]/, (head) => head.toLowerCase())
  const layout = Object.fromEntries(
    contract.storageLayout.storage.map(({ label, slot, offset, type }) => [
      label,
      { slot: Number(slot), offset, type: contract.storageLayout.types[type].label },
    ]),
  )
  return `${[
    `// Generated from ${source} by contracts/build.js; do not edit.`,
    `export const ${lower}Abi = ${JSON.stringify(contract.abi, null, 2)} as const`,
    `export const ${lower}Bytecode = {\n  creation: '0x${bytecode.object}',\n  runtime: '0x${deployedBytecode.object}',\n} as const`,
    `export const ${lower}Storage = ${JSON.stringify(layout, null, 2)} as const`,
  ].join('\n\n')}\n`
}

/** The generated modules, by file name, as the sources say they should be. */
export function generate() {
  const contracts = compile(solidityFiles(join(here, 'src')))
  const modules = {}
  for (const [source, byName] of Object.entries(contracts)) {
    const name = basename(source, '.sol')
    const contract = byName[name]
    if (/^src\/(l1|l2|messaging)\//.test(source) && contract.evm.bytecode.object !== '') {
      modules[`${name}.ts`] = generatedModule(source, name, contract)
    }
  }
  return modules
}

function main() {
  const folder = join(here, 'generated')
  const check = process.argv.includes('--check')
  const modules = generate()
  mkdirSync(folder, { recursive: true })
  const present = Object.fromEntries(
    readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]),
  )
  const stale = [...new Set([...Object.keys(modules), ...Object.keys(present)])].filter(
    (file) => modules[file] !== present[file],
  )
  if (check) {
    for (const file of stale)
      console.error(`contracts/generated/${file} differs from its source: run node contracts/build.js`)
    process.exit(stale.length > 0 ? 1 : 0)
  }
  for (const file of stale) {
    if (modules[file] === undefined) rmSync(join(folder, file))
    else writeFileSync(join(folder, file), modules[file])
    console.log(`contracts/generated/${file}`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
