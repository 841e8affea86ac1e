import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { executionApisFolder } from '../../execute/transition/gethChain.test-support.ts'

export type Exchange = {
  request: { method: string; params?: unknown[] }
  response: { id: unknown; result?: unknown; error?: { code: number; message: string; data?: unknown } }
}

export type ExchangeFile = {
  /** `method/name`, as the suite names its files, without `.io`. */
  name: string
  exchanges: Exchange[]
  /** Another client may answer otherwise: the recorded answer shows the form alone. */
  shapeOnly: boolean
}

/** Every `.io` file of the suite, by name: the order in which they are run against one node. */
export function readExchanges(): ExchangeFile[] {
  return readdirSync(executionApisFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.io'))
    .sort()
    .map((path) => parse(path.slice(0, -'.io'.length), readFileSync(join(executionApisFolder, path), 'utf8')))
}

function parse(name: string, text: string): ExchangeFile {
  const file: ExchangeFile = { name, exchanges: [], shapeOnly: false }
  let request: Exchange['request'] | undefined
  for (const line of text.split('\n')) {
    if (line.startsWith('//')) file.shapeOnly ||= /^\/\/\s*speconly:/.test(line)
    else if (line.startsWith('>>')) request = JSON.parse(line.slice(2)) as Exchange['request']
    else if (line.startsWith('<<') && request) {
      file.exchanges.push({ request, response: JSON.parse(line.slice(2)) as Exchange['response'] })
      request = undefined
    }
  }
  return file
}
