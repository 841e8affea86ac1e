import { type BlobSchedule, type Fork, type ForkSchedule, forks } from '../../execute/index.ts'

type Hex = `0x${string}`

/** What a test of execution-spec-tests says of its chain. */
export type TestConfig = {
  network?: string
  chainid?: Hex
  blobSchedule?: { [fork: string]: { target: Hex; max: Hex; baseFeeUpdateFraction: Hex } }
}

/** `Amsterdam`, or `BPO2ToAmsterdamAtTime15k`; undefined if a fork is not here. */
export function forkScheduleOf(network: string): ForkSchedule | undefined {
  const transition = /^(\w+)To(\w+)AtTime(\d+)(k?)$/.exec(network)
  const [, from = network, to, time, thousands] = transition ?? []
  const first = forkOf(from)
  if (first === undefined) return undefined
  if (to === undefined) return { [first]: 0 }
  const second = forkOf(to)
  return second && { [first]: 0, [second]: Number(time) * (thousands ? 1000 : 1) }
}

export function blobScheduleOf(config: TestConfig | undefined): BlobSchedule {
  const entries = Object.entries(config?.blobSchedule ?? {}).flatMap(
    ([name, { target, max, baseFeeUpdateFraction }]) => {
      const fork = forkOf(name)
      const parameters = {
        target: Number(target),
        max: Number(max),
        baseFeeUpdateFraction: Number(baseFeeUpdateFraction),
      }
      return fork === undefined ? [] : [[fork, parameters] as const]
    },
  )
  return Object.fromEntries(entries)
}

function forkOf(name: string): Fork | undefined {
  return forks.find((fork) => fork.toLowerCase() === name.toLowerCase())
}
