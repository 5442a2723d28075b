import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { config, root } from './config.ts'

const run = promisify(execFile)

const installed: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
}

/**
 * The browser for the tests: one that is installed, else Playwright's own download (answered as undefined: Playwright
 * then finds it itself), else the system's package manager. Throws with what to do by hand.
 */
export async function findBrowser(): Promise<string | undefined> {
  const found = findInstalled()
  if (found !== undefined) return found
  const tried: string[] = []
  try {
    console.log('No Chromium or Chrome is installed: trying Playwright’s download.')
    await run(process.execPath, [join(root, 'e2e/node_modules/@playwright/test/cli.js'), 'install', 'chromium'], {
      timeout: 300_000,
    })
    return undefined
  } catch (error) {
    tried.push(`Playwright’s download failed (${firstLine(error)})`)
  }
  if (platform() === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    try {
      console.log('Trying the system’s package manager: apt-get install chromium.')
      await run('apt-get', ['update', '-qq'], { timeout: 300_000 })
      await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { timeout: 600_000 })
      const now = findInstalled()
      if (now !== undefined) return now
      tried.push('apt-get installed chromium but no browser is where it should be')
    } catch (error) {
      tried.push(`apt-get could not install chromium (${firstLine(error)})`)
    }
  }
  throw new Error(
    `The browser tests need Chromium or Chrome, and none was found: ${tried.join('; ')}. Install one, or set PATCHBAY_BROWSER to its path.`,
  )
}

/**
 * Chromium without what only a window needs, where it is installed and no other browser is asked for: the browser tests
 * take a fifth less of the processor in it.
 */
export function findWindowless(): string | undefined {
  const shell = '/usr/bin/chromium-headless-shell'
  return config.browser === undefined && existsSync(shell) ? shell : undefined
}

function findInstalled(): string | undefined {
  if (config.browser !== undefined) {
    if (existsSync(config.browser)) return config.browser
    throw new Error(`PATCHBAY_BROWSER: there is no file ${config.browser}.`)
  }
  return installed[platform()]?.find((path) => existsSync(path))
}

function firstLine(error: unknown): string {
  return (error as Error).message.split('\n', 1)[0] ?? 'no reason given'
}
