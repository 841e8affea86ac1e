import { defineConfig } from '../defineConfig.ts'

/** The least that is still a rollup: an L1 and one rollup, and nobody who delivers messages. */
export default defineConfig({
  rollups: 1,
  // `nativeroll deposit` then waits until somebody delivers; leave this line away to have it done for you.
  relayer: false,
})
