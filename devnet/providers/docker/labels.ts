import { hostname } from 'node:os'
import { isAlive, type ProcessIdentity, processIdentity } from '../../session/processIdentity.ts'

/** Label with the session's name, on every container and network of one. */
export const sessionLabel = 'nativeroll.session'

/** Label with the part that a container runs. */
export const partLabel = 'nativeroll.part'

/** Label with the process that answers for it. */
const ownerLabel = 'nativeroll.owner'

type Owner = ProcessIdentity & { host: string }

/** What this process puts on all that it makes for a session. */
export function sessionLabels(session: string): Record<string, string> {
  const owner: Owner = { ...processIdentity(), host: hostname() }
  return { [sessionLabel]: session, [ownerLabel]: JSON.stringify(owner) }
}

/** The process that left it, when that ran on this machine and is gone. Sessions elsewhere may have the same name, and live. */
export function deadOwner(labels: Record<string, string> = {}): number | undefined {
  try {
    const owner = JSON.parse(labels[ownerLabel]!) as Owner
    return owner.host === hostname() && !isAlive(owner) ? owner.pid : undefined
  } catch {
    return undefined
  }
}
