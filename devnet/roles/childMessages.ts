import type { DevnetConfig } from '../../configs/index.ts'

/** Environment variable by which the process provider tells a child what to run. */
export const childVariable = 'NATIVEROLL_CHILD'

/** What a child runs: the command's name, and what the command would be told by flags. */
export type ChildTask = { config: DevnetConfig } & (
  | { role: 'l1' }
  | { role: 'rollup'; name: string; l1: string }
  | { role: 'relayer'; l1: string; rollups: Record<string, string> }
)

/** The one line that a child writes to stdout. Log records go to stderr, one JSON object per line. */
export type ChildReport =
  | { event: 'ready'; http: string; ws?: string }
  | { event: 'failed'; code?: string; message: string; value?: unknown; expected?: unknown; hint?: string }
