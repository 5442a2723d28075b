import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { JsonTestResults } from 'vitest/node'
import { expect, onTestFinished, test } from 'vitest'
import { config, root } from './config.ts'
import { failuresOfPlaywright, failuresOfVitest, type PlaywrightReport } from './test-reports.ts'

const FAILING = `test('adds', () => expect(1 + 1).toBe(3))\ntest('holds', () => expect(1).toBe(1))\n`

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'patchbay-reports-'))
  onTestFinished(async () => await rm(path, { recursive: true, force: true }))
  return path
}

/** Runs a test runner that is to fail, and reads its report. */
async function report<Report>(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Report> {
  await new Promise((resolve) => execFile(process.execPath, args, { env: { ...config.environment, ...env } }, resolve))
  return JSON.parse(await readFile(file, 'utf8')) as Report
}

test('vitest: a failed test is named with its file and its error, one that holds is not, and a file that cannot be read is', async () => {
  const path = await folder()
  await writeFile(join(path, 'sum.test.js'), FAILING)
  await writeFile(join(path, 'broken.test.js'), `import './missing.js'\n`)
  const file = join(path, 'report.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--root', path, '--globals', '--reporter=json', `--outputFile.json=${file}`]
  const failures = failuresOfVitest(await report<JsonTestResults>(file, args), path)
  expect(failures).toHaveLength(2)
  expect(failures.find((text) => text.startsWith('✘ sum.test.js adds\n'))).toContain('expected 2 to be 3')
  expect(failures.find((text) => text.startsWith('✘ broken.test.js\n'))).toContain('./missing.js')
})

test('Playwright: a failed test is named with its file, line and error, and so is what failed outside of tests', async () => {
  const path = await folder()
  const playwright = join(root, 'e2e/node_modules/@playwright/test')
  const imported = JSON.stringify(pathToFileURL(join(playwright, 'index.mjs')).href)
  await writeFile(join(path, 'sum.spec.mjs'), `import { expect, test } from ${imported}\n${FAILING}`)
  await writeFile(join(path, 'after.mjs'), `export default () => { throw new Error('out of tests') }\n`)
  await writeFile(join(path, 'playwright.config.mjs'), `export default { globalTeardown: './after.mjs' }\n`)
  const file = join(path, 'report.json')
  const args = [join(playwright, 'cli.js'), 'test', '-c', path, '--reporter=json']
  const failures = failuresOfPlaywright(
    await report<PlaywrightReport>(file, args, { PLAYWRIGHT_JSON_OUTPUT_FILE: file }),
  )
  expect(failures).toHaveLength(2)
  expect(failures.find((text) => text.startsWith('✘ e2e/sum.spec.mjs:2 adds\n'))).toContain('Expected: 3')
  expect(failures.find((text) => text.startsWith('✘ e2e\n'))).toContain('out of tests')
})
