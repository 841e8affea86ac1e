import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { ConfigError } from './ConfigError.ts'

const fileNames = ['ts', 'mts', 'js', 'mjs', 'json'].map((extension) => `nativeroll.config.${extension}`)

/** The `nativeroll.config.*` of a folder, or undefined. */
export function findConfigFile(folder: string): string | undefined {
  return fileNames.map((name) => join(folder, name)).find((path) => existsSync(path))
}

/** Reads a configuration file's default export (TypeScript, JavaScript) or content (JSON). Checks nothing. */
export async function loadConfigFile(path: string): Promise<unknown> {
  const absolute = resolve(path)
  if (!existsSync(absolute))
    throw new ConfigError([], {
      code: 'CONFIG_NOT_FOUND',
      message: `there is no configuration file ${absolute}`,
      hint: 'name one that exists with --config, or leave the flag away',
    })
  try {
    if (extname(absolute) === '.json') return JSON.parse(await readFile(absolute, 'utf8'))
    const module = extname(absolute).endsWith('ts')
      ? await importTypeScript(absolute)
      : await import(pathToFileURL(absolute).href)
    const { default: config } = module as { default?: unknown }
    if (config === undefined) throw new Error('it has no default export')
    return config
  } catch (cause) {
    throw new ConfigError([], {
      code: 'CONFIG_UNREADABLE',
      message: `${absolute} does not load: ${cause instanceof Error ? cause.message.replace(/\s*\n\s*/g, ' ') : String(cause)}`,
      hint: 'it must be valid code whose default export is defineConfig({ … }), or valid JSON',
      cause,
    })
  }
}

async function importTypeScript(path: string): Promise<unknown> {
  const { createJiti } = await import('jiti')
  // So that a file written for `npx nativeroll` finds defineConfig with nothing installed beside it: in the sources, in
  // the compiled files or beside the bundled command.
  const alias = ['./defineConfig.ts', './defineConfig.js', '../configs/defineConfig.js']
    .map((file) => fileURLToPath(new URL(file, import.meta.url)))
    .find((file) => existsSync(file))
  return createJiti(import.meta.url, {
    ...(alias && { alias: { 'nativeroll/config': alias } }),
    moduleCache: false,
  }).import(path)
}
