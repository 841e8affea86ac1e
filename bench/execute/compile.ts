import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Hex } from 'viem'

type Solc = { compile(input: string, callbacks: { import(path: string): { contents: string } }): string }
type Output = {
  errors?: { severity: string; formattedMessage: string }[]
  contracts: Record<string, Record<string, { evm: { deployedBytecode: { object: string } } }>>
}

/** Runtime code of bench/contracts/<name>.sol, as solc with its optimizer makes it. */
export function compile<Name extends string>(root: string, names: readonly Name[]): Record<Name, Hex> {
  const require = createRequire(join(root, 'package.json'))
  const solc = require('solc') as Solc
  const read = (file: string) => ({ contents: readFileSync(file, 'utf8') })
  const sources = Object.fromEntries(
    names.map((name) => [`${name}.sol`, { content: read(join(root, 'bench/contracts', `${name}.sol`)).contents }]),
  )
  const settings = {
    evmVersion: 'osaka',
    optimizer: { enabled: true, runs: 200 },
    outputSelection: { '*': { '*': ['evm.deployedBytecode.object'] } },
  }
  const input = JSON.stringify({ language: 'Solidity', sources, settings })
  const output = JSON.parse(solc.compile(input, { import: (path) => read(require.resolve(path)) })) as Output
  const failed = (output.errors ?? []).filter(({ severity }) => severity === 'error')
  if (failed.length > 0) throw new SyntaxError(failed.map(({ formattedMessage }) => formattedMessage).join('\n'))
  return Object.fromEntries(
    names.map((name) => [name, `0x${output.contracts[`${name}.sol`]![name]!.evm.deployedBytecode.object}`]),
  ) as Record<Name, Hex>
}
