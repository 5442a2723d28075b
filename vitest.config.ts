import { configDefaults, defineConfig } from 'vitest/config'

/** Of every project: a busy machine makes a test slow, not wrong. */
const patience = { testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 20_000 } } }

export default defineConfig({
  test: {
    // Vitest leaves one core free; on a machine with two that made 452 s of what takes 235 s.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          ...patience,
          include: [
            'packages/{audit-verify,contract,demo-idp}/**/*.test.ts',
            'apps/bff/**/*.test.ts',
            'scripts/**/*.test.ts',
            'e2e/verdicts/*.test.ts',
          ],
          exclude: [...configDefaults.exclude, '**/*.postgres.test.ts'],
          environment: 'node',
        },
      },
      {
        // What keeps or reads something in the store, once more: each store a database of its own in a real PostgreSQL.
        test: {
          name: 'bff on PostgreSQL',
          ...patience,
          include: [
            'apps/bff/src/**/*.postgres.test.ts',
            'apps/bff/src/store/**/*.test.ts',
            'apps/bff/src/connect/directory/**/*.test.ts',
            'apps/bff/src/features/{writes,changes,presets}/**/*.test.ts',
            'apps/bff/src/features/{leased-turn,search-lag}.test.ts',
            'apps/bff/src/features/users/user-search.test.ts',
            'apps/bff/src/http/store-outage.test.ts',
            'apps/bff/src/http/auth/sign-in.test.ts',
          ],
          exclude: [...configDefaults.exclude, '**/*.sqlite.test.ts'],
          environment: 'node',
          globalSetup: 'apps/bff/src/store/testing/postgres.setup.ts',
        },
      },
      {
        test: {
          name: 'emulator',
          ...patience,
          include: ['packages/connect-emulator/**/*.test.ts'],
          environment: 'node',
          // Each test has its own emulator and nothing at module level: starting a worker for each of 117 files buys nothing.
          isolate: false,
        },
      },
      { extends: 'apps/web/vite.config.ts', test: { ...patience, name: 'web', root: 'apps/web' } },
    ],
  },
})
