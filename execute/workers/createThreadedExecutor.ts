import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { NativerollError } from '../errors.ts'
import { type ExecutionRequest, type Executor, inlineExecutor, type Verdict } from '../precompile/Executor.ts'
import { startWorker } from './startWorker.ts'
import { createThread, type Thread } from './Thread.ts'
import { weigh } from './weigh.ts'

export type ThreadedExecutorOptions = {
  /** Most threads. @default one less than there are cores, at least one */
  threads?: number
  /** Milliseconds of execution after which a thread is ended. Far beyond what gas allows: it is for hangs. @default 120_000 */
  timeout?: number
  /** Hears, once, that no thread can be started here and everything runs inline. */
  onUnavailable?(reason: NativerollError): void
  /** @default the thread that belongs to this code */
  start?: () => Worker
}

export type ThreadedExecutor = {
  execute: Executor
  /** How many threads run. */
  threads(): number
  /** Ends the threads; whatever still waits is rejected. */
  close(): Promise<void>
}

/**
 * Executes in threads, so that the thread which calls stays free for others and several inputs run at once. The first one
 * that is worth a thread starts it: before that there is none. What is lighter than a thread's trouble runs inline, and
 * also what is middling until the first thread is loaded.
 */
export function createThreadedExecutor(options: ThreadedExecutorOptions = {}): ThreadedExecutor {
  const { threads: most = Math.max(1, availableParallelism() - 1), timeout = 120_000, start = startWorker } = options
  const idle: Thread[] = []
  const all = new Set<Thread>()
  const queue: ((thread: Thread | undefined) => void)[] = []
  let isLoaded = false
  let unavailable = false
  let closed = false

  /** A thread that is free now, or the next to become so; undefined if there can be none. */
  function acquire(): Promise<Thread | undefined> {
    if (unavailable || closed) return Promise.resolve(undefined)
    for (let free = idle.pop(); free !== undefined; free = idle.pop()) {
      if (free.isAlive()) return Promise.resolve(free)
      all.delete(free)
    }
    if (all.size < most) grow()
    return new Promise((resolve) => queue.push(resolve))
  }

  function grow(): void {
    let thread: Thread
    try {
      thread = createThread(start, { timeout })
    } catch (cause) {
      giveUp(cause)
      return
    }
    all.add(thread)
    thread.ready.then(
      () => {
        isLoaded = true
        release(thread)
      },
      (cause) => {
        all.delete(thread)
        if (!closed) giveUp(cause)
      },
    )
  }

  function giveUp(cause: unknown): void {
    if (!unavailable) {
      const hint = 'EXECUTE runs in the main thread instead, and other requests wait for it.'
      options.onUnavailable?.(new NativerollError('THREAD_UNAVAILABLE', String(cause), { hint, cause }))
    }
    unavailable = true
    for (const next of queue.splice(0)) next(undefined)
  }

  function release(thread: Thread): void {
    if (!thread.isAlive()) {
      all.delete(thread)
      if (queue.length > 0 && all.size < most && !closed) grow()
      return
    }
    const next = queue.shift()
    if (next === undefined) idle.push(thread)
    else next(thread)
  }

  async function runInThread({ bytes, forks }: ExecutionRequest): Promise<Verdict | undefined> {
    const thread = await acquire()
    if (thread === undefined) return undefined
    try {
      return await thread.run({ bytes, forks })
    } finally {
      release(thread)
    }
  }

  return {
    async execute(request) {
      assertOpen()
      const weight = weigh(request)
      if (weight === 'light') return inlineExecutor(request)
      if (weight === 'middling' && !isLoaded) {
        if (all.size === 0 && !unavailable) grow()
        return inlineExecutor(request)
      }
      let verdict: Verdict | undefined
      try {
        verdict = await runInThread(request)
      } catch (fault) {
        // A second chance in another thread, never in this one: what ends threads would end the node. A hang has had its time.
        if (closed || !(fault instanceof NativerollError) || fault.code !== 'THREAD_ENDED') throw fault
        verdict = await runInThread(request)
      }
      assertOpen()
      return verdict ?? inlineExecutor(request)
    },
    threads: () => all.size,
    async close() {
      closed = true
      for (const next of queue.splice(0)) next(undefined)
      await Promise.all([...all].map((thread) => thread.end()))
      all.clear()
    },
  }

  function assertOpen(): void {
    if (closed) throw new NativerollError('EXECUTOR_CLOSED', 'The executor was closed, so this input has no verdict')
  }
}
