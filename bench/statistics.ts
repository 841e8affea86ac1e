/** One boot. */
export type Sample = {
  /** ms until the last command said that it is ready. */
  ready: number
  /** ms until every RPC had answered. */
  answering: number
  /** MiB resident in all processes, once it is quiet. */
  memory: number
  processes: number
  /** ms from SIGINT to the last exit. */
  exit: number
}

export type Summary = { min: number; median: number }

/** Smallest and middle value of each quantity, rounded. */
export function summarize(samples: readonly Sample[]): Record<keyof Sample, Summary> {
  const of = (key: keyof Sample): Summary => {
    const sorted = samples.map((sample) => sample[key]).sort((a, b) => a - b)
    const middle = sorted.length / 2
    const median = sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
    return { min: Math.round(sorted[0]!), median: Math.round(median) }
  }
  return {
    ready: of('ready'),
    answering: of('answering'),
    memory: of('memory'),
    processes: of('processes'),
    exit: of('exit'),
  }
}
