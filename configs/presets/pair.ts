import { defineConfig } from '../defineConfig.ts'

/** What runs when nothing else is said: an L1 and two rollups, so that messages have somewhere to go. */
export default defineConfig({
  // r1 is chain 901 at port 9545, r2 is chain 902 at port 9546.
  rollups: 2,
  // One L1 block a second: a rollup's block is safe after one slot and finalized after two.
  l1: { slot: 1 },
})
