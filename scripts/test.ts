// Everything that CI runs, in one command. All steps run even when one fails, so that one run tells everything.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureBundles } from './bundle-budget.ts'
import { config, root } from './config.ts'
import { buildWeb } from './web-build.ts'

interface Outcome {
  passed: number
  failed: number
}

const reports = await mkdtemp(join(tmpdir(), 'patchbay-test-'))

async function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const child = spawn(command, args, {
    cwd: root,
    // The tests start a hundred processes and more, each of which would compile the same files.
    env: { ...config.environment, NODE_COMPILE_CACHE: join(reports, 'compiled'), ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

const bin = (name: string): string => join(root, 'node_modules/.bin', name)

async function unitTests(): Promise<Outcome> {
  const file = join(reports, 'vitest.json')
  const outcome = await run(bin('vitest'), ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`])
  const report = await readReport<{ numPassedTests: number; numFailedTests: number }>(file)
  return { passed: report?.numPassedTests ?? 0, failed: Math.max(report?.numFailedTests ?? 0, outcome.failed) }
}

async function browserTests(): Promise<Outcome> {
  const file = join(reports, 'playwright.json')
  const outcome = await run(process.execPath, [join(root, 'scripts/e2e.ts')], { PLAYWRIGHT_JSON_OUTPUT_FILE: file })
  const report = await readReport<{ stats: { expected: number; unexpected: number; flaky: number } }>(file)
  const failed = (report?.stats.unexpected ?? 0) + (report?.stats.flaky ?? 0)
  return { passed: report?.stats.expected ?? 0, failed: Math.max(failed, outcome.failed) }
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

async function main(): Promise<void> {
  const steps: readonly [string, () => Promise<Outcome>][] = [
    ['types', () => run('pnpm', ['typecheck'])],
    ['lint', () => run(bin('oxlint'), ['--type-aware', '--deny-warnings'])],
    ['format', () => run(bin('oxfmt'), ['--check'])],
    ['unused code', () => run(bin('knip'), [])],
    ['web build', async () => (await buildWeb(), { passed: 1, failed: 0 })],
    ['unit and integration tests', unitTests],
    ['bundle budgets', bundleBudgets],
    ['browser tests', browserTests],
  ]
  const total: Outcome = { passed: 0, failed: 0 }
  const failedSteps: string[] = []
  for (const [name, step] of steps) {
    console.log(`\n== ${name}`)
    const started = performance.now()
    const outcome = await step().catch((error: unknown): Outcome => {
      console.error((error as Error).message)
      return { passed: 0, failed: 1 }
    })
    if (outcome.failed > 0) failedSteps.push(name)
    total.passed += outcome.passed
    total.failed += outcome.failed
    console.log(
      `== ${name}: ${outcome.failed === 0 ? 'ok' : 'FAILED'}, ${((performance.now() - started) / 1000).toFixed(1)} s`,
    )
  }
  await rm(reports, { recursive: true, force: true })
  if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`)
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed === 0 ? 0 : 1
}

await main()
