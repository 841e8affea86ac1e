import { defineConfig } from '../defineConfig.ts'

/** Settlement far behind the head: what an application sees when `latest`, `safe` and `finalized` lie apart. */
export default defineConfig({
  rollups: 2,
  // Blocks every second, settled every thirty.
  rollup: { blockTime: 1, settle: { interval: 30 } },
})
