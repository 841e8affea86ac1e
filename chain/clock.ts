/**
 * The devnet's time, shared by all chains of one process. Unix seconds.
 *
 * `now` is wall time plus all warps, and never less than a timestamp that a chain has already sealed: sealing many
 * blocks within one second moves the clock ahead of the wall, because each block's timestamp must exceed its parent's.
 */
export type Clock = {
  /** Whole unix seconds. Never decreases. */
  now(): number
  /** Records the timestamp (unix seconds) of a sealed or imported block. */
  observe(timestamp: number): void
  /** Moves the clock forward by `seconds` (whole, not negative). */
  warp(seconds: number): void
}

/** @param wall unix milliseconds of the wall, `Date.now` unless a test brings its own */
export function createClock(wall: () => number = Date.now): Clock {
  let offset = 0
  let highest = 0
  const now = () => {
    highest = Math.max(highest, Math.floor(wall() / 1000) + offset)
    return highest
  }
  return {
    now,
    observe(timestamp) {
      highest = Math.max(highest, timestamp)
    },
    warp(seconds) {
      const target = now() + seconds
      offset = target - Math.floor(wall() / 1000)
      highest = target
    },
  }
}
