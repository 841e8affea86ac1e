import { defineConfig } from '../defineConfig.ts'

/** Nothing settles by itself: step it with `nativeroll advance r1` and look at each step. */
export default defineConfig({
  rollups: 2,
  rollup: { settle: 'manual' },
})
