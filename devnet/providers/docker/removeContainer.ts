import type { Container } from 'dockerode'
import { isGone } from './engineError.ts'

/** Removes a container, whatever it does; resolves when it is gone, whoever removed it. */
export async function removeContainer(container: Container): Promise<void> {
  const ignoreGone = (error: unknown) => {
    if (!isGone(error)) throw error
  }
  await container.remove({ force: true, v: true }).catch(ignoreGone)
  // The engine itself may have been about to, and not be done yet.
  await container.wait({ condition: 'removed' }).catch(ignoreGone)
}
