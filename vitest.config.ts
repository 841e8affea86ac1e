import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{execute,chain,rollup-node,contracts,devnet,configs,cli}/**/*.test.ts',
            'test/{architecture,conformance,differential,docs}/*.test.ts',
          ],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'e2e',
          globalSetup: ['test/e2e/buildCommand.ts'],
          include: ['test/e2e/**/*.test.ts', 'test/property/**/*.test.ts'],
          // Real processes in real time: on CI's two cores a stall is tried once more, and vitest's report names it.
          retry: process.env.CI ? 1 : 0,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
