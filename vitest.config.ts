import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/support/longestFirst.ts'

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '#markup', development: false } },
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    isolate: false, // what files import is read once by each worker; mocks are put back after each file
    sequence: { sequencer: LongestFirst },
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', 'dist/**', '.node/**'],
    globalSetup: ['tests/support/global-setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
})
