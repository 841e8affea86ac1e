import { readFileSync } from 'node:fs'

/** Names a process beyond its pid, which the system gives to others later: pid and, where /proc exists, its start time. */
export type ProcessIdentity = {
  pid: number /** clock ticks since boot, field 22 of proc(5)'s stat */
  started?: string
}

export function processIdentity(pid: number = process.pid): ProcessIdentity {
  const started = startTime(pid)
  return started === undefined ? { pid } : { pid, started }
}

/** Whether the very process that `identity` was taken from still runs. A zombie does not. */
export function isAlive(identity: ProcessIdentity): boolean {
  try {
    process.kill(identity.pid, 0)
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const started = startTime(identity.pid)
  return identity.started === undefined || started === undefined ? started !== 'zombie' : started === identity.started
}

function startTime(pid: number): string | undefined {
  try {
    // The command in parentheses may itself hold spaces and parentheses, so count from the last one.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? 'zombie' : fields[19]
  } catch {
    return undefined
  }
}
