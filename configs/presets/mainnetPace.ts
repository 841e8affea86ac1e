import { defineConfig } from '../defineConfig.ts'

/** The times of the real thing: twelve seconds a slot on L1, two seconds a block on rollups. */
export default defineConfig({
  l1: { slot: 12 },
  rollup: { blockTime: 2 },
})
