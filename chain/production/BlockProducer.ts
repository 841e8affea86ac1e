import type { SealedBlock } from '../../execute/index.ts'

export type BlockProducer = {
  /** Seals one block now, even an empty one. */
  seal(): Promise<SealedBlock>
  start(): void
  stop(): Promise<void>
}
