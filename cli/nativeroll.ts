#!/usr/bin/env node
import { useCodeCache } from './codeCache.ts'

// Asked before anything else loads: an older Node would fail on the syntax of what follows, with no word about why.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `nativeroll needs Node 20.19 or newer, and this is ${process.version}. Install a newer one: https://nodejs.org\n`,
  )
  process.exit(2)
}
useCodeCache()
// No top-level await: only CommonJS can be loaded with compiled code.
void import('./run.ts').then(({ run }) => run(process.argv.slice(2)))
