import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'

/**
 * `npm run bench:execute [-- --json] [-- --quick]`: what executing blocks costs, beside stock EthereumJS and anvil, in one
 * run. It runs bundled, as the product does: modules transpiled one by one would measure the transpiler.
 */
const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'node_modules/.cache/nativeroll-bench')
const file = join(folder, 'execute.js')
mkdirSync(folder, { recursive: true })
await build({
  input: join(root, 'bench/execute/main.ts'),
  platform: 'node',
  resolve: { mainFields: ['module', 'main'] },
  external: ['secp256k1', 'secp256k1/bindings', '@crate-crypto/node-eth-kzg'],
  output: { file, format: 'esm', codeSplitting: false },
  logLevel: 'warn',
})
const nodeArguments = process.env.BENCH_NODE_ARGUMENTS?.split(' ') ?? []
const { status } = spawnSync(
  process.execPath,
  ['--expose-gc', '--max-old-space-size=6144', ...nodeArguments, file, root, ...process.argv.slice(2)],
  { stdio: 'inherit' },
)
process.exitCode = status ?? 1
