import { differences, shapeDifferences } from './differences.ts'
import { notApplicable } from './notApplicable.ts'
import { type Exchange, type ExchangeFile, readExchanges } from './readExchanges.ts'
import { startSuiteNode } from './startSuiteNode.ts'

export type FileResult = {
  name: string
  /** How each answer departs from the recorded one; empty if the file passes. */
  departures: string[]
  /** Why the file cannot apply. It is not run then. */
  reason?: string
}

/** Runs the whole suite against one node over HTTP, file after file as their names order them. */
export async function runSuite(): Promise<FileResult[]> {
  const node = await startSuiteNode()
  try {
    const results: FileResult[] = []
    for (const file of readExchanges()) {
      const reason = notApplicable[file.name]
      const departures = reason === undefined ? await runFile(node.http, file) : []
      results.push({ name: file.name, departures, ...(reason !== undefined && { reason }) })
    }
    return results
  } finally {
    await node.close()
  }
}

async function runFile(url: string, { exchanges, shapeOnly }: ExchangeFile): Promise<string[]> {
  const compare = shapeOnly ? shapeDifferences : differences
  const departures: string[] = []
  for (const { request, response } of exchanges) {
    departures.push(...compare(response, await post(url, request)).map((text) => `${request.method}${text}`))
  }
  return departures
}

async function post(url: string, request: Exchange['request']): Promise<unknown> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(request) })
  return response.json()
}
