import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './sources.ts'

type Locked = { version: string; optionalDependencies?: Record<string, string> }

// npm leaves optional packages of other platforms out of the lock file when a registry does not offer them, and `npm ci`
// then refuses that lock file everywhere.
test('the lock file knows every optional package, for every platform', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>
  }
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => {
        const found = packages[`${path}/node_modules/${name}`] ?? packages[`node_modules/${name}`]
        return found === undefined || (/^\d/.test(version) && found.version !== version)
      })
      .map(([name, version]) => `${path}: ${name}@${version}`),
  )
  expect(missing).toEqual([])
})
