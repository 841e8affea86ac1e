/** Milliseconds of CPU time that this process spends in `run`, garbage collection and compilation included. */
export async function cpuTime(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * Median times in ms of several ways to do the same, taken in turns so that the machine's moods strike all alike; each round
 * begins with another, as garbage is collected every so many turns. Each may answer its own time; otherwise its CPU time
 * counts. The first `warmUps` rounds count for nothing.
 */
export async function compare<Name extends string>(
  subjects: Record<Name, () => Promise<unknown>>,
  { runs, warmUps }: { runs: number; warmUps: number },
): Promise<Record<Name, number>> {
  const names = Object.keys(subjects) as Name[]
  const times = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = -warmUps; round < runs; round++)
    for (let turn = 0; turn < names.length; turn++) {
      const name = names[(round + warmUps + turn) % names.length]!
      let own: unknown
      const measured = await cpuTime(async () => {
        own = await subjects[name]()
      })
      if (round >= 0) times.get(name)!.push(typeof own === 'number' ? own : measured)
    }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name)!)])) as Record<Name, number>
}
