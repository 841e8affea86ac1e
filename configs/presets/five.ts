import { defineConfig } from '../defineConfig.ts'

/** Five rollups, for work on messages between many chains. */
export default defineConfig({
  rollups: [
    { name: 'r1' },
    { name: 'r2' },
    { name: 'r3' },
    // A rollup may differ from the rest: this one seals a block every two seconds, with or without transactions.
    { name: 'r4', blockTime: 2 },
    // This one settles every ten seconds, several blocks at once.
    { name: 'r5', settle: { interval: 10 } },
  ],
})
