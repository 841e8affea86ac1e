import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import module from 'node:module'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import { crc32 } from 'node:zlib'

/** What Node has for it since 22.1. */
type CompileCache = { enableCompileCache?(): void; flushCompileCache?(): void }
type Chunk = { exports: unknown; require(id: string): unknown }
type Extensions = { [extension: string]: (chunk: Chunk, filename: string) => void }
type Wrapper = (exports: unknown, require: (id: string) => unknown, chunk: Chunk, file: string, folder: string) => void

/** Where the bundle's chunks lie. Their names hold the hash of their content: a name never means another chunk. */
const bundle = dirname(fileURLToPath(import.meta.url))
const scripts = new Map<string, Script>()
let kept = new Map<string, Buffer>()

/**
 * From the second start on V8 takes compiled code from disk: compiling is a third of what a start costs. Newer Nodes do it
 * by themselves; on Node 20 the bundle's chunks are loaded with the code that `keepCompiledCode` kept.
 */
export function useCodeCache(): void {
  const { enableCompileCache } = module as CompileCache
  if (enableCompileCache !== undefined) {
    enableCompileCache()
    return
  }
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return
  kept = readKept()
  const extensions = (module as unknown as { _extensions: Extensions })._extensions
  const stock = extensions['.js']!
  extensions['.js'] = (chunk, filename) => {
    if (dirname(filename) !== bundle || !load(chunk, filename)) stock(chunk, filename)
  }
}

/** Keeps what has been compiled so far, if there is anything new, for the next start. To be called once, when it costs nobody time. */
export function keepCompiledCode(): void {
  ;(module as CompileCache).flushCompileCache?.()
  if ([...scripts.keys()].some((name) => !kept.has(name))) {
    // Chunks of a build that is gone go too.
    const entries = new Map([...kept].filter(([name]) => existsSync(join(bundle, name))))
    for (const [name, script] of scripts) if (!kept.has(name)) entries.set(name, script.createCachedData())
    writeKept(entries)
  }
  scripts.clear()
  kept.clear()
}

/** What Node does with a CommonJS module, but for the cached code. False if that cannot be. */
function load(chunk: Chunk, filename: string): boolean {
  const content = readFileSync(filename, 'utf8')
  const name = basename(filename)
  const cachedData = kept.get(name)
  // Code from the cache cannot import(): V8 does not keep whom to ask.
  if (cachedData === undefined && /(?<![.\w])import\(/.test(content)) return false
  const source = `(function (exports, require, module, __filename, __dirname) { ${content}\n})`
  const script = new Script(source, { filename, ...(cachedData && { cachedData }) })
  // Another V8, or other flags.
  if (script.cachedDataRejected) kept.delete(name)
  scripts.set(name, script)
  const wrapper = script.runInThisContext() as Wrapper
  wrapper.call(chunk.exports, chunk.exports, (id) => chunk.require(id), chunk, filename, bundle)
  return true
}

/** In the user's own folder: whoever may write there may run code as this user anyway. */
function keptFile(): string {
  const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache')
  return join(caches, 'nativeroll', `code-${process.version}-${process.arch}`)
}

// The file: the length of the index, the index (names and lengths), the code of each chunk, and a checksum over all of it,
// because V8 trusts what it is given.

function readKept(): Map<string, Buffer> {
  try {
    const file = readFileSync(keptFile())
    const end = file.length - 4
    if (crc32(file.subarray(0, end)) !== file.readUInt32LE(end)) return new Map()
    let at = 4 + file.readUInt32LE(0)
    const index = JSON.parse(file.toString('utf8', 4, at)) as [string, number][]
    const entries = new Map<string, Buffer>()
    for (const [name, length] of index) {
      entries.set(name, file.subarray(at, at + length))
      at += length
    }
    return entries
  } catch {
    return new Map()
  }
}

function writeKept(entries: Map<string, Buffer>): void {
  const index = Buffer.from(JSON.stringify([...entries].map(([name, code]) => [name, code.length])))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(index.length)
  const content = Buffer.concat([length, index, ...entries.values()])
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32LE(crc32(content))
  try {
    const file = keptFile()
    const draft = `${file}.${process.pid}`
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(draft, Buffer.concat([content, checksum]))
    renameSync(draft, file)
  } catch {
    // Nowhere to keep it: the next start compiles again.
  }
}
