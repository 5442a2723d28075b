import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { RequestHandler } from 'express'
import sirv from 'sirv'
import { sendPage } from './pages.ts'
import { requestState } from './request-state.ts'

/** Vite writes a hash into the names below /assets, so that their content never changes. */
const isHashed = (path: string): boolean => path.startsWith('/assets/')

const sayNotBuilt =
  (dist: string): RequestHandler =>
  (_request, response) =>
    sendPage(response, 503, {
      title: 'The web app is not built',
      paragraphs: [`There is no index.html in ${dist}. Build it with: pnpm --filter @patchbay/web run build`],
    })

/** The built web app: its files, and its one page for every address that is no file. */
export function serveWeb(dist: string): RequestHandler {
  const serve = existsSync(join(dist, 'index.html')) ? serveFiles(dist) : sayNotBuilt(dist)
  return (request, response, next) => {
    requestState(response).route = 'web'
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    // sirv leaves a file that went away since the start, by a new build, to end the process.
    response.once('pipe', (file) => file.once('error', () => response.destroy()))
    void serve(request, response, next)
  }
}

function serveFiles(dist: string): RequestHandler {
  return sirv(dist, {
    brotli: true,
    gzip: true,
    etag: true,
    single: true,
    // A missing file is not the page: it would be kept for ever under a file's name.
    ignores: ['^/assets/'],
    setHeaders: (response, path) =>
      response.setHeader('cache-control', isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
}
