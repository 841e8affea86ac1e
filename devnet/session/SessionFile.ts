import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Address, Hex } from 'viem'
import { z } from 'zod'
import type { SessionPaths } from './sessionPaths.ts'

const hex = z.custom<Hex>((value) => typeof value === 'string' && /^0x[0-9a-fA-F]*$/.test(value), 'expected 0x… hex')
const address = z.custom<Address>((value) => typeof value === 'string' && /^0x[0-9a-fA-F]{40}$/.test(value))

const chain = z.object({
  id: z.number().int().positive(),
  http: z.string(),
  ws: z.string(),
  log: z.string().optional(),
  contracts: z.record(z.string(), address),
})

const schema = z.object({
  /** Version of this format. Fields may be added to it; a change of meaning makes it 2. */
  v: z.literal(1),
  session: z.string(),
  pid: z.number().int().positive(),
  /** ISO 8601 */
  startedAt: z.string(),
  /** URL of the control server. */
  control: z.string().optional(),
  accounts: z.array(z.object({ address, privateKey: hex })),
  /** `l1` first, then the rollups in order. */
  chains: z.record(z.string(), chain),
})

/** What scripts and tests read about a running devnet: `.nativeroll/<session>/session.json`. */
export type SessionFile = z.infer<typeof schema>

/** Replaces the file in one step, so that a reader never sees half of it. */
export function writeSessionFile(paths: SessionPaths, content: SessionFile): void {
  const draft = `${paths.file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(content, undefined, 2)}\n`)
  renameSync(draft, paths.file)
}

/** Undefined when there is none, or none that this version can read. */
export function readSessionFile(paths: SessionPaths): SessionFile | undefined {
  try {
    return schema.safeParse(JSON.parse(readFileSync(paths.file, 'utf8'))).data
  } catch {
    return undefined
  }
}
