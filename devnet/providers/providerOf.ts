import type { DevnetConfig } from '../../configs/index.ts'
import type { Provider } from './Provider.ts'
import { startInline } from './startInline.ts'

/** The provider that a configuration names. What the inline one does not need is loaded only for the others. */
export async function providerOf({ provider }: Pick<DevnetConfig, 'provider'>): Promise<Provider> {
  if (provider === 'inline') return startInline
  if (provider === 'process') return (await import('./startProcesses.ts')).startProcesses
  return (await import('./docker/startContainers.ts')).startContainers
}
