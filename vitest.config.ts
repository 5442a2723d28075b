import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

/** Of every project. */
const everywhere = {
  // A busy machine makes a test slow, not wrong.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 20_000 } },
  // Each test has its own world and keeps nothing at module level: to start a worker for each of 310 files, and to read the
  // SDK, zod and jsdom in it again, took a third of all the processor's time.
  isolate: false,
  // One more than there are cores: a third of a test is waiting, for a deadline, a second try, a process that starts.
  maxWorkers: availableParallelism() + 1,
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          ...everywhere,
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
          ...everywhere,
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
          ...everywhere,
          include: ['packages/connect-emulator/**/*.test.ts'],
          environment: 'node',
        },
      },
      { extends: 'apps/web/vite.config.ts', test: { ...everywhere, name: 'web', root: 'apps/web' } },
    ],
  },
})
