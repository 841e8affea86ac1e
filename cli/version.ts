import { existsSync, readFileSync } from 'node:fs'

/** The version of the package that this file belongs to, from sources (`cli/`) or bundled (`dist/bin/`). */
export function version(): string {
  const manifest = ['../package.json', '../../package.json']
    .map((path) => new URL(path, import.meta.url))
    .find((path) => existsSync(path))
  return manifest === undefined ? '0.0.0' : (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version
}
