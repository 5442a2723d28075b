import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { config, root } from './config.ts'

const web = join(root, 'apps/web')
const dist = join(web, 'dist')
const stamp = join(dist, '.built-from')

/** Everything that can change what the browser gets. */
const inputs = [
  'apps/web/src',
  'apps/web/public',
  'apps/web/index.html',
  'apps/web/vite.config.ts',
  'apps/web/package.json',
  'packages/contract/src',
  'pnpm-lock.yaml',
]

async function hashInputs(): Promise<string> {
  const hash = createHash('sha256')
  for (const input of inputs) {
    for (const file of await listFiles(join(root, input))) {
      hash
        .update(file.slice(root.length))
        .update('\0')
        .update(await readFile(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

async function listFiles(path: string): Promise<string[]> {
  let entries
  try {
    entries = await readdir(path, { recursive: true, withFileTypes: true })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOTDIR') return [path]
    if (code === 'ENOENT') return []
    throw error
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Builds the web app unless the last build was made from the same files. Returns whether it built. Throws with the build's output. */
export async function buildWeb(): Promise<boolean> {
  const wanted = await hashInputs()
  const built = await readFile(stamp, 'utf8').catch(() => undefined)
  if (built === wanted) return false
  const vite = join(web, 'node_modules/vite/bin/vite.js')
  await access(vite)
  // Built aside and moved into place: a server that is running, or a second build, never sees half of it.
  const aside = `${dist}.${process.pid}`
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn', '--outDir', aside, '--emptyOutDir'], {
    cwd: web,
    // Playwright sets it to `test`, and React would be the one for development.
    env: { ...config.environment, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) {
    await rm(aside, { recursive: true, force: true })
    throw new Error(`The web app did not build:\n${output}`)
  }
  await writeFile(join(aside, '.built-from'), wanted)
  await rm(dist, { recursive: true, force: true })
  await rename(aside, dist)
  return true
}
