// Everything that CI runs, in one command. All steps run even when one fails, so that one run tells everything.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JsonTestResults } from 'vitest/node'
import { measureBundles } from './bundle-budget.ts'
import { config, root } from './config.ts'
import { failuresOfPlaywright, failuresOfVitest, type PlaywrightReport } from './test-reports.ts'
import { buildWeb } from './web-build.ts'

interface Outcome {
  passed: number
  failed: number
  /** What failed, each with its place and its error. */
  failures?: readonly string[]
}

const reports = await mkdtemp(join(tmpdir(), 'patchbay-test-'))

interface RunOptions {
  readonly env?: NodeJS.ProcessEnv
  /** Prints what it says at its end, in one piece, and not between the lines of what runs beside it. */
  readonly isHeldBack?: boolean
}

async function run(
  command: string,
  args: readonly string[],
  { env, isHeldBack = false }: RunOptions = {},
): Promise<Outcome> {
  const output = isHeldBack ? 'pipe' : 'inherit'
  const child = spawn(command, args, {
    cwd: root,
    // The tests start a hundred processes and more, each of which would compile the same files.
    env: { ...config.environment, NODE_COMPILE_CACHE: join(reports, 'compiled'), ...env },
    stdio: ['ignore', output, output],
    shell: process.platform === 'win32',
  })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => said.push(data))
  const [code] = (await once(child, 'close')) as [number | null]
  process.stdout.write(Buffer.concat(said))
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

const bin = (name: string): string => join(root, 'node_modules/.bin', name)

async function unitTests(): Promise<Outcome> {
  const file = join(reports, 'vitest.json')
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const outcome = await run(bin('vitest'), args, { isHeldBack: true })
  const report = await readReport<JsonTestResults>(file)
  return {
    passed: report?.numPassedTests ?? 0,
    failed: Math.max(report?.numFailedTests ?? 0, outcome.failed),
    failures: report === undefined ? [] : failuresOfVitest(report, root),
  }
}

async function browserTests(): Promise<Outcome> {
  const file = join(reports, 'playwright.json')
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const outcome = await run(process.execPath, [join(root, 'scripts/e2e.ts')], { env })
  const report = await readReport<PlaywrightReport>(file)
  const failed = (report?.stats.unexpected ?? 0) + (report?.stats.flaky ?? 0)
  return {
    passed: report?.stats.expected ?? 0,
    failed: Math.max(failed, outcome.failed),
    failures: report === undefined ? [] : failuresOfPlaywright(report),
  }
}

async function readReport<T>(file: string): Promise<T | undefined> {
  return readFile(file, 'utf8').then(
    (content) => JSON.parse(content) as T,
    () => undefined,
  )
}

async function bundleBudgets(): Promise<Outcome> {
  const rows = await measureBundles()
  const over = rows.filter((row) => row.kB > row.budget)
  for (const row of rows)
    console.log(`${row.kB > row.budget ? 'OVER' : 'ok  '} ${row.name}: ${row.kB} kB of ${row.budget} kB`)
  return { passed: rows.length - over.length, failed: over.length }
}

type Step = readonly [name: string, run: () => Promise<Outcome>]

const checks: readonly Step[] = [
  ['types', () => run('pnpm', ['typecheck'])],
  ['lint', () => run(bin('oxlint'), ['--type-aware', '--deny-warnings'])],
  ['format', () => run(bin('oxfmt'), ['--check'])],
  ['unused code', () => run(bin('knip'), [])],
  ['web build', async () => (await buildWeb(), { passed: 1, failed: 0 })],
  ['bundle budgets', bundleBudgets],
]

/** At the same time: each leaves a fifth of the processor to waiting, for a deadline, a process that starts, a page that loads. */
const tests: readonly Step[] = [
  ['browser tests', browserTests],
  ['unit and integration tests', unitTests],
]

async function take([name, step]: Step): Promise<Outcome & { name: string }> {
  console.log(`\n== ${name}`)
  const started = performance.now()
  const outcome = await step().catch((error: unknown): Outcome => {
    console.error((error as Error).message)
    return { passed: 0, failed: 1 }
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`== ${name}: ${outcome.failed === 0 ? 'ok' : 'FAILED'}, ${seconds} s`)
  return { name, ...outcome }
}

async function main(): Promise<void> {
  const outcomes: (Outcome & { name: string })[] = []
  for (const check of checks) outcomes.push(await take(check))
  outcomes.push(...(await Promise.all(tests.map(take))))
  await rm(reports, { recursive: true, force: true })
  const failed = outcomes.filter((outcome) => outcome.failed > 0)
  for (const { name, failures = [] } of failed) console.log(['', `Failed: ${name}`, ...failures].join('\n'))
  const count = (of: 'passed' | 'failed') => outcomes.reduce((sum, outcome) => sum + outcome[of], 0)
  console.log(`\n${count('passed')} passed, ${count('failed')} failed`)
  process.exitCode = failed.length === 0 ? 0 : 1
}

await main()
