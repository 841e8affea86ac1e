import { Worker } from 'node:worker_threads'

/** A thread that takes requests and answers none. */
export function hangingWorker(): Worker {
  return new Worker(
    `const { parentPort } = require('node:worker_threads')
     parentPort.on('message', () => { for (;;); })
     parentPort.postMessage('ready')`,
    { eval: true },
  )
}
