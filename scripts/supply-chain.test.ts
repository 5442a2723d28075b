import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { config, root } from './config.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patchbay-supply-'))
})
afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

const workspace = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')

/** The part of the workspace's settings that says which install scripts may run, as it stands. */
function buildSettings(): string {
  const lines = workspace.split('\n')
  const begin = lines.findIndex((line) => line.startsWith('allowBuilds:'))
  const length = lines.slice(begin + 1).findIndex((line) => !line.startsWith(' '))
  return [
    ...lines.filter((line) => line.startsWith('strictDepBuilds:')),
    ...lines.slice(begin, begin + 1 + length),
  ].join('\n')
}

/** A project that depends on a package whose install script leaves a mark. */
async function writeProject(settings: string): Promise<void> {
  await mkdir(join(folder, 'eager'))
  const script = `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'it-ran'))}, '')`
  await writeFile(join(folder, 'eager/install.cjs'), script)
  const eager = { name: 'eager', version: '1.0.0', scripts: { postinstall: 'node install.cjs' } }
  await writeFile(join(folder, 'eager/package.json'), JSON.stringify(eager))
  const project = { name: 'project', version: '1.0.0', dependencies: { eager: 'file:eager' } }
  await writeFile(join(folder, 'package.json'), JSON.stringify(project))
  await writeFile(join(folder, 'pnpm-workspace.yaml'), `packages:\n  - .\n${settings}\n`)
}

async function install(...flags: string[]): Promise<{ code: number; output: string }> {
  const { npm_lifecycle_event: _event, ...env } = config.environment
  const options = { cwd: folder, env: { ...env, CI: 'true' }, shell: process.platform === 'win32' }
  return promisify(execFile)('npx', ['-y', 'pnpm@12', 'install', '--offline', ...flags], options).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      output: error.stdout + error.stderr,
    }),
  )
}

describe('an install', () => {
  it('runs no script of a package that is not allowed by name, and fails', async () => {
    await writeProject(buildSettings())
    const { code, output } = await install('--no-frozen-lockfile')
    expect(existsSync(join(folder, 'it-ran'))).toBe(false)
    expect([code === 0, output]).toEqual([false, expect.stringMatching(/IGNORED_BUILDS|build scripts/i)])
  })

  it('runs the script of one that is: the case above is no accident', async () => {
    await writeProject('strictDepBuilds: true\nallowBuilds:\n  eager@file:eager: true\n  eager: true')
    await install('--no-frozen-lockfile')
    expect(existsSync(join(folder, 'it-ran'))).toBe(true)
  })

  it('in CI takes the lockfile as it is, and fails where that does not fit', async () => {
    expect(readFileSync(join(root, '.ci/run'), 'utf8')).toMatch(/^npx -y pnpm@12 install --frozen-lockfile$/m)
    await writeProject(buildSettings())
    const { code, output } = await install('--frozen-lockfile')
    expect([code === 0, output]).toEqual([false, expect.stringContaining('LOCKFILE')])
  })
})

describe('the settings', () => {
  it('allow install scripts by name alone', () => {
    expect(workspace).toMatch(/^strictDepBuilds: true$/m)
    expect(workspace).not.toMatch(/dangerouslyAllowAllBuilds|'\*'/)
    const allowed = buildSettings()
      .split('\n')
      .filter((line) => line.startsWith(' '))
    expect(allowed.length).toBeGreaterThan(0)
    for (const line of allowed) expect(line).toMatch(/^ {2}'?[@\w/.-]+'?: (true|false)$/)
  })

  it('pin every dependency to one version', () => {
    const manifests = [
      'package.json',
      'apps/bff/package.json',
      'apps/web/package.json',
      'packages/contract/package.json',
      'packages/audit-verify/package.json',
      'packages/connect-emulator/package.json',
      'packages/demo-idp/package.json',
      'e2e/package.json',
    ]
    for (const file of manifests) {
      const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
        readFileSync(join(root, file), 'utf8'),
      ) as Record<string, Record<string, string> | undefined>
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
        expect([file, name, version]).toEqual([
          file,
          name,
          expect.stringMatching(/^(\d+\.\d+\.\d+(-[\w.]+)?|catalog:|workspace:\*)$/),
        ])
      }
    }
  })
})
