import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{server,shared,webapp,test}/**/*.test.ts'],
    exclude: ['test/bench/**'],
    environment: 'node',
    globalSetup: ['test/global-setup.ts'],
    reporters: ['default', './test/summary-reporter.ts'],
    pool: 'forks',
    // Two cores may be busy with something else: a limit is for what hangs, not for what is slow.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for comes when it comes: a busy machine is no reason to fail.
    expect: { poll: { timeout: 15_000 } },
    // A board, a Postgres and a browser share two cores: more at once only makes each slower.
    maxWorkers: 2,
  },
})
