import { parentPort } from 'node:worker_threads'
import { inlineExecutor } from '../precompile/Executor.ts'
import { decodeStatelessInput } from '../ssz/statelessInput.ts'
import { toAnswer, type WorkerAnswer, type WorkerRequest } from './messages.ts'

/** Program of a thread: one request at a time, in order. What it throws ends it, and the pool knows what to do. */
const port = parentPort!
const answer = (message: WorkerAnswer) => port.postMessage(message)

port.on('message', async ({ bytes, forks }: WorkerRequest) => {
  answer(toAnswer(await inlineExecutor({ ...decodeStatelessInput(bytes), bytes, forks })))
})
answer('ready')
