import type Docker from 'dockerode'
import { engineError, isGone } from './engineError.ts'
import { deadOwner, sessionLabel } from './labels.ts'
import { removeContainer } from './removeContainer.ts'

/** Removes what a session of this name left in the engine when its process was killed. Returns what that was, in words. */
export async function removeLeftovers(engine: Docker, session: string): Promise<string | undefined> {
  const filters = { label: [`${sessionLabel}=${session}`] }
  const containers = (await engine.listContainers({ all: true, filters })).filter(isLeft)
  const networks = (await engine.listNetworks({ filters })).filter(isLeft)
  if (containers.length + networks.length === 0) return undefined
  try {
    // A network goes when no container is on it any more.
    await Promise.all(containers.map(({ Id }) => removeContainer(engine.getContainer(Id))))
    await Promise.all(networks.map(({ Id }) => removeNetwork(engine, Id)))
  } catch (error) {
    throw engineError(`remove what session ${session} left`, error)
  }
  const owners = new Set([...containers, ...networks].map(({ Labels }) => deadOwner(Labels)))
  const what = [count(containers.length, 'container'), count(networks.length, 'network')].filter(Boolean).join(' and ')
  return `found ${what} that process ${[...owners].join(', ')} left in the Docker engine: removed`
}

/** Removes a network that nothing is on any more. */
export async function removeNetwork(engine: Docker, id: string): Promise<void> {
  await engine
    .getNetwork(id)
    .remove()
    .catch((error) => {
      if (!isGone(error)) throw error
    })
}

function isLeft({ Labels }: { Labels?: Record<string, string> }): boolean {
  return deadOwner(Labels) !== undefined
}

function count(number: number, noun: string): string | undefined {
  return number === 0 ? undefined : `${number} ${noun}${number === 1 ? '' : 's'}`
}
