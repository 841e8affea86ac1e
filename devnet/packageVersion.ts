import { readFileSync } from 'node:fs'

type Manifest = { name?: string; version?: string }

/** The version of the package that this code belongs to: as sources, compiled, or in the command's bundle. */
export function packageVersion(): string {
  for (const path of ['../package.json', '../../package.json', '../../../package.json']) {
    const { name, version } = read(new URL(path, import.meta.url))
    if (name === 'nativeroll' && version !== undefined) return version
  }
  return '0.0.0'
}

function read(url: URL): Manifest {
  try {
    return JSON.parse(readFileSync(url, 'utf8')) as Manifest
  } catch {
    return {}
  }
}
