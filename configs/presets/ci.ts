import { defineConfig } from '../defineConfig.ts'

/** For test runs beside other test runs: any free ports (read the session file), logs that machines read. */
export default defineConfig({
  l1: { port: 0 },
  rollup: { port: 0 },
  control: { port: 0 },
  log: { format: 'json', level: 'warn' },
})
