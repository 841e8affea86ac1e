import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'

/**
 * Starts a thread with executeWorker, which lies beside this file as TypeScript in the sources, and as JavaScript in the
 * library and in the bundle. Node 20 runs no TypeScript: the sources are loaded by jiti then.
 */
export function startWorker(): Worker {
  // Flags of this process (a test runner's loader, a debugger's port) are not meant for the thread.
  const options = { execArgv: [], stdin: false, name: 'execute' }
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./executeWorker.js', import.meta.url), options)
  const workerData = {
    entry: new URL('./executeWorker.ts', import.meta.url).href,
    jiti: createRequire(import.meta.url).resolve('jiti'),
  }
  return new Worker(loadByJiti, { ...options, eval: true, workerData })
}

const loadByJiti = `
const { workerData } = require('node:worker_threads')
require(workerData.jiti).createJiti(workerData.entry).import(workerData.entry)
`
