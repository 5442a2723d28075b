import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectError, expectSecurityHeaders } from '../testing/expect-error.ts'
import { startPatchbay, type Patchbay } from '../testing/start-patchbay.ts'

const page = '<!doctype html><title>Patchbay</title>'
const script = 'document.title = "Patchbay"'
let dist: string
let patchbay: Patchbay

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'patchbay-web-'))
  await mkdir(join(dist, 'assets'))
  await writeFile(join(dist, 'index.html'), page)
  await writeFile(join(dist, 'assets/app-B2x9.js'), script)
  await writeFile(join(dist, 'assets/app-B2x9.js.gz'), gzipSync(script))
  await writeFile(join(dist, '.env'), 'SECRET=1')
  patchbay = await startPatchbay({ settings: { PATCHBAY_WEB_DIST: dist } })
})
afterAll(async () => {
  await patchbay.close()
  await rm(dist, { recursive: true })
})

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${patchbay.url}${path}`, { headers })

describe('the built web app', () => {
  it.each(['/', '/meridian/users', '/meridian/users/1?tab=phone', '/index.html'])(
    'answers its page at %s',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(200)
      expect(await response.text()).toBe(page)
      expect(response.headers.get('content-type')).toMatch(/^text\/html/)
      expect(response.headers.get('cache-control')).toBe('no-cache')
      expectSecurityHeaders(response)
    },
  )

  it('answers files with a hash in their name for good, packed where the browser can unpack', async () => {
    const packed = await get('/assets/app-B2x9.js', { 'accept-encoding': 'gzip' })
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(packed.headers.get('vary')).toContain('Accept-Encoding')
    expect(await packed.text()).toBe(script)
    const plain = await get('/assets/app-B2x9.js', { 'accept-encoding': 'identity' })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(plain.headers.get('content-type')).toMatch(/javascript/)
    expectSecurityHeaders(plain)
  })

  it.each(['/assets/gone-A1.js', '/assets/gone', '/favicon.ico'])(
    'has no file %s, and does not pass its page off as one',
    async (path) => {
      const response = await get(path)
      expectSecurityHeaders(response)
      expect((await expectError(response, 404, 'NOT_FOUND')).message).toContain('nothing at this address')
    },
  )

  it.each(['/.env', '/assets/..%2f.env', '/%2e%2e/%2e%2e/%2e%2e/etc/passwd', '/..%5c..%5cetc%5cpasswd'])(
    'does not let anyone out of its folder or at hidden files: %s',
    async (path) => {
      const text = await (await get(path)).text()
      expect(text === page || text.includes('NOT_FOUND')).toBe(true)
    },
  )

  it('outlives a file that went away after the start', async () => {
    await writeFile(join(dist, 'assets/old-A1.js'), script)
    await using rebuilt = await startPatchbay({ settings: { PATCHBAY_WEB_DIST: dist } })
    await rm(join(dist, 'assets/old-A1.js'))
    await expect(fetch(`${rebuilt.url}/assets/old-A1.js`).then((response) => response.text())).rejects.toThrow(
      /terminated|fetch failed/,
    )
    expect((await fetch(`${rebuilt.url}/assets/app-B2x9.js`)).status).toBe(200)
  })

  it('says how to build it where it is not built', async () => {
    await using unbuilt = await startPatchbay({ settings: { PATCHBAY_WEB_DIST: join(dist, 'nowhere') } })
    const response = await fetch(unbuilt.url)
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('run build')
    const posted = await fetch(unbuilt.url, { method: 'POST' })
    expect((await expectError(posted, 404, 'NOT_FOUND')).message).toContain('nothing at this address')
    expectSecurityHeaders(response)
    const style = await fetch(`${unbuilt.url}/auth/page.css`)
    expect(style.headers.get('content-type')).toMatch(/^text\/css/)
  })
})
