import { readFile } from 'node:fs/promises'
import { brotliCompressSync } from 'node:zlib'
import { join } from 'node:path'
import { root } from './config.ts'

const dist = join(root, 'apps/web/dist')

interface Chunk {
  file: string
  name?: string
  src?: string
  isEntry?: boolean
  imports?: string[]
  dynamicImports?: string[]
  css?: string[]
  assets?: string[]
}
type Manifest = Record<string, Chunk>

/** kB are 1,000 bytes, brotli at quality 11, as the server sends them. */
const budgets = { firstScreenJs: 320, firstScreenCss: 70, furtherRouteJs: 60, fonts: 40 } as const

export interface Measured {
  name: string
  kB: number
  budget: number
}

/** The chunk of the page that `/` leads to, as the web build names it: what it loads is the first screen. */
const FIRST_SCREEN_CHUNK = 'people'

/** Sizes of what the browser loads for the first screen and, beyond that, for each further route. */
export async function measureBundles(): Promise<Measured[]> {
  const manifest = JSON.parse(await readFile(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry)
  if (entry === undefined) throw new Error('The web build has no entry in its manifest.')
  const page = Object.keys(manifest).find((key) => manifest[key]?.name === FIRST_SCREEN_CHUNK)
  if (page === undefined) throw new Error(`The web build has no chunk ${FIRST_SCREEN_CHUNK}.`)

  const first = new Set([...closure(manifest, entry), ...closure(manifest, page)])
  const routes = Object.keys(manifest).filter((key) => key.endsWith('.page.tsx'))
  const furthers = await Promise.all(
    routes.map(async (route) => ({
      name: `further route ${route.replace(/^.*\//, '')}: JS`,
      kB: await sum(
        jsOf(
          manifest,
          [...closure(manifest, route)].filter((key) => !first.has(key)),
        ),
      ),
      budget: budgets.furtherRouteJs,
    })),
  )
  return [
    { name: 'first screen: JS', kB: await sum(jsOf(manifest, [...first])), budget: budgets.firstScreenJs },
    { name: 'first screen: CSS', kB: await sum(cssOf(manifest, [...first])), budget: budgets.firstScreenCss },
    { name: 'fonts', kB: await sum(fontsOf(manifest), false), budget: budgets.fonts },
    ...furthers,
  ]
}

function closure(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key]?.imports ?? []) closure(manifest, next, seen)
  return seen
}

function jsOf(manifest: Manifest, keys: readonly string[]): string[] {
  return [...new Set(keys.flatMap((key) => manifest[key]?.file ?? []))].filter((file) => file.endsWith('.js'))
}

function cssOf(manifest: Manifest, keys: readonly string[]): string[] {
  return [...new Set(keys.flatMap((key) => manifest[key]?.css ?? []))]
}

function fontsOf(manifest: Manifest): string[] {
  const files = Object.values(manifest).flatMap((chunk) => [chunk.file, ...(chunk.assets ?? [])])
  return [...new Set(files)].filter((file) => file.endsWith('.woff2') || file.endsWith('.woff'))
}

async function sum(files: readonly string[], compress = true): Promise<number> {
  const sizes = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(join(dist, file))
      return compress ? brotliCompressSync(bytes).length : bytes.length
    }),
  )
  return Math.round(sizes.reduce((total, size) => total + size, 0) / 100) / 10
}
