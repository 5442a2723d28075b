import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: [
            'packages/{audit-verify,contract,demo-idp}/**/*.test.ts',
            'apps/bff/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: [...configDefaults.exclude, '**/*.postgres.test.ts'],
          environment: 'node',
        },
      },
      {
        // The server's tests once more, each store in them a database of its own in a real PostgreSQL.
        test: {
          name: 'bff on PostgreSQL',
          include: ['apps/bff/**/*.test.ts'],
          exclude: [...configDefaults.exclude, '**/*.sqlite.test.ts'],
          environment: 'node',
          globalSetup: 'apps/bff/src/store/testing/postgres.setup.ts',
        },
      },
      {
        test: {
          name: 'emulator',
          include: ['packages/connect-emulator/**/*.test.ts'],
          environment: 'node',
          // Each test has its own emulator and nothing at module level: starting a worker for each of 117 files buys nothing.
          isolate: false,
        },
      },
      'apps/web/vite.config.ts',
    ],
  },
})
