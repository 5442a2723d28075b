// `pnpm e2e [name…] [--headed]`: the browser tests, with a browser found or installed for them.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { config, root } from './config.ts'
import { findBrowser, findWindowless } from './find-browser.ts'

const playwright = join(root, 'e2e/node_modules/@playwright/test/cli.js')
const settings = join(root, 'e2e/playwright.config.ts')

try {
  const hasWindow = ['--headed', '--ui', '--debug'].some((option) => process.argv.includes(option))
  const browser = (hasWindow ? undefined : findWindowless()) ?? (await findBrowser())
  const child = spawn(process.execPath, [playwright, 'test', '--config', settings, ...process.argv.slice(2)], {
    env: { ...config.environment, ...(browser !== undefined && { PATCHBAY_BROWSER: browser }) },
    stdio: 'inherit',
  })
  const [code] = (await once(child, 'close')) as [number | null]
  process.exitCode = code ?? 1
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
