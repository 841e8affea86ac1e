import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root, sourcesIn } from './sources.ts'

/** Rooms that the package does not export: what their index.ts names is for other rooms. */
const inner = ['chain', 'rollup-node', 'contracts']
const rooms = ['execute', ...inner, 'devnet', 'configs', 'cli', 'test', 'bench']

test.each(inner)('behavior: %s exports nothing that no other room imports', (room) => {
  const others = sourcesIn(rooms.filter((other) => other !== room))
    .map(({ text }) => text)
    .join('\n')
  const index = readFileSync(join(root, room, 'index.ts'), 'utf8')
  const names = [...index.matchAll(/^export (?:type )?\{([^}]*)\}/gm)]
    .flatMap(([, list = '']) => list.split(','))
    .map((name) => name.trim().replace(/^type /, ''))
    .filter((name) => name !== '')
  expect(names.length).toBeGreaterThan(0)
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(others))).toEqual([])
})
