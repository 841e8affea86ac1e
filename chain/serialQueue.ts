export type SerialQueue = {
  /** Runs `task` after all earlier ones have settled. A failure concerns its caller alone. */
  run<T>(task: () => Promise<T>): Promise<T>
}

/** Keeps the changes of one chain apart: one block is sealed or imported at a time. */
export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run(task) {
      const result = last.then(task)
      last = result.catch(() => {})
      return result
    },
  }
}
