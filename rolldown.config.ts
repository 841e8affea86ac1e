import { defineConfig, type OutputBundle, type PluginContext } from 'rolldown'

/** The package's files are ES modules; these are not. */
const packageJson = {
  name: 'package-json',
  generateBundle(this: PluginContext) {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' })
  },
}

/** One letter outside Latin-1 makes V8 hold and scan a whole chunk in two bytes for each letter. */
const asciiOnly = {
  name: 'ascii-only',
  generateBundle(_options: unknown, bundle: OutputBundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk')
        chunk.code = chunk.code.replace(
          /[^\0-\x7f]/g,
          (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
        )
  },
}

/**
 * The command `nativeroll` in few files, because resolving and reading hundreds of modules would cost more than running
 * them. What stays outside: native add-ons, which find their binaries beside themselves, and packages that most runs
 * never load.
 */
export default defineConfig({
  // The thread's program is a file of its own, found beside the chunk that starts it.
  input: { nativeroll: 'cli/nativeroll.ts', executeWorker: 'execute/workers/executeWorker.ts' },
  platform: 'node',
  plugins: [packageJson, asciiOnly],
  // The ES module builds of packages: what is not used of them can be left away.
  resolve: { mainFields: ['module', 'main'] },
  external: [
    '@crate-crypto/node-eth-kzg',
    'secp256k1',
    'lmdb',
    'dockerode',
    'jiti',
    'mcl-wasm/dist/mcl_c.js',
    'execa',
    // Optional accelerators of ws, which does without.
    'bufferutil',
    'utf-8-validate',
  ],
  output: {
    dir: 'dist/bin',
    // Not ES modules: only these can be loaded with code that V8 compiled earlier (cli/codeCache.ts).
    format: 'cjs',
    entryFileNames: '[name].js',
    // Flat, so that a file found by `new URL('./x.js', import.meta.url)` is found from every chunk.
    chunkFileNames: '[name]-[hash].js',
    cleanDir: true,
    minify: { mangle: false, compress: true },
  },
})
