import type { Provider } from './Provider.ts'
import { spawnPart } from './spawnPart.ts'
import { startParts } from './startParts.ts'

/** Each part in its own process: L1, every rollup, the relayer. */
export const startProcesses: Provider = (config, { loggers }) =>
  startParts(config, (name, task) => spawnPart(name, task, loggers))
