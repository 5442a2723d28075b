import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { constants } from 'node:zlib'
import { compression, defineAlgorithm } from 'vite-plugin-compression2'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [
    react(),
    // The BFF sends these files as they are, so the slowest and smallest setting costs nobody anything.
    compression({
      algorithms: [
        defineAlgorithm('brotliCompress', { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
        defineAlgorithm('gzip', { level: 9 }),
      ],
      include: /\.(?:js|css|html|svg|json)$/,
      threshold: 256,
    }),
  ],
  resolve: {
    alias: {
      // The published tokens are of another build than the components: their names end in other hashes, so that every
      // colour would be its light fallback. These are the components' own.
      '@cloudscape-design/design-tokens': fileURLToPath(
        new URL('node_modules/@cloudscape-design/components/internal/generated/styles/tokens.js', import.meta.url),
      ),
      // Cloudscape's messages come parsed. The parser would be 9 kB that nothing calls, and its CommonJS form all of tslib.
      '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/lib/no-parser',
    },
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    // A `data:` address would be a hole in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              // One chunk, so that `zod-setup` runs before the contract's first schema is made: among chunks the order
              // would be the other way round, and zod would try `new Function`.
              name: 'base',
              test: /zod-setup|[\\/]node_modules[\\/](?:react|react-dom|scheduler|zod|@orpc|@tanstack)[\\/]|[\\/]packages[\\/]contract[\\/]src[\\/](?!permissions)/,
            },
            // With all that it needs: the list of people is where work starts. Left alone, each part that a dialog shares with it
            // becomes a chunk of its own, and many small ones compress worse than one.
            { name: 'people', test: /[\\/]user-list\.page\.tsx/ },
          ],
        },
      },
    },
  },
  test: {
    name: 'web',
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test-setup.ts'],
    css: false,
    server: { deps: { inline: [/@cloudscape-design/] } },
  },
})
