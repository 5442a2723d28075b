import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './config.ts'
import { MALLOC, NODE_FLAGS } from './start-server.ts'

it('starts the server as the documentation tells others to start it', () => {
  const page = readFileSync(join(root, 'docs/connect-a-real-instance.md'), 'utf8')
  expect(page).toContain(`node ${NODE_FLAGS.join(' ')} apps/bff/src/main.ts`)
  const settings = Object.entries(MALLOC).map((pair) => pair.join('='))
  expect(page).toContain(`export ${settings.join(' ')}\n`)
})
