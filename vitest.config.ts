import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['packages/{contract,demo-idp}/**/*.test.ts', 'apps/bff/**/*.test.ts', 'scripts/**/*.test.ts'],
          environment: 'node',
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
