import type { Worker } from 'node:worker_threads'
import { NativerollError } from '../errors.ts'
import type { Verdict } from '../precompile/Executor.ts'
import { fromAnswer, type WorkerAnswer, type WorkerRequest } from './messages.ts'

/** A worker thread that decides one request at a time. It keeps the process alive only while it does. */
export type Thread = {
  /** Resolves when it is loaded. Errors: THREAD_UNAVAILABLE. */
  ready: Promise<void>
  /** Errors: THREAD_ENDED, THREAD_TIMEOUT; the thread is of no use then. */
  run(request: WorkerRequest): Promise<Verdict>
  isAlive(): boolean
  end(): Promise<void>
}

type Waiting<T> = { resolve(value: T): void; reject(reason: unknown): void }

/** `timeout`: milliseconds after which a request is given up and the thread ended. */
export function createThread(start: () => Worker, { timeout }: { timeout: number }): Thread {
  const worker = start()
  let loading: Waiting<void> | undefined
  let running: Waiting<Verdict> | undefined
  let alive = true
  const ready = new Promise<void>((resolve, reject) => {
    loading = { resolve, reject }
  })
  // Who waits for it hears it; nobody has to.
  ready.catch(() => {})

  worker.unref()
  worker.on('message', (answer: WorkerAnswer) => {
    if (answer === 'ready') {
      loading?.resolve()
      loading = undefined
    } else settle((waiting) => waiting.resolve(fromAnswer(answer)))
  })
  worker.on('messageerror', (error) => void stop(error))
  worker.on('error', (error) => void stop(error))
  worker.on('exit', (code) => void stop(new Error(`the thread ended with ${code}`)))

  function settle(use: (waiting: Waiting<Verdict>) => void): void {
    const waiting = running
    running = undefined
    worker.unref()
    if (waiting !== undefined) use(waiting)
  }

  async function stop(cause: unknown, code = 'THREAD_ENDED'): Promise<void> {
    alive = false
    const reason = cause instanceof Error ? cause.message : String(cause)
    loading?.reject(new NativerollError('THREAD_UNAVAILABLE', `No thread could be started: ${reason}`, { cause }))
    loading = undefined
    settle(({ reject }) => reject(new NativerollError(code, `The thread gave no verdict: ${reason}`, { cause })))
    await worker.terminate()
  }

  return {
    ready,
    run(request) {
      const expired = () => void stop(new Error(`it ran for ${timeout} ms`), 'THREAD_TIMEOUT')
      const timer = setTimeout(expired, timeout)
      return new Promise<Verdict>((resolve, reject) => {
        running = { resolve, reject }
        worker.ref()
        worker.postMessage(request)
      }).finally(() => clearTimeout(timer))
    },
    isAlive: () => alive,
    end: () => stop(new Error('it was closed')),
  }
}
