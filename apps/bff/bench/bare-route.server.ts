// What the server's cached reads are measured against: one Express route that answers the same, behind the same guard.
import type { AddressInfo } from 'node:net'
import express, { type RequestHandler } from 'express'
import { createSessionCookie } from '../src/http/auth/session-cookie.ts'
import { Fault } from '../src/http/fault.ts'
import { createRateLimit } from '../src/http/rate-limit.ts'
import { requireSameOrigin } from '../src/http/same-origin.ts'
import { securityHeaders } from '../src/http/security-headers.ts'
import { openStore } from '../src/store/store.ts'

const [dataDir = '', body = ''] = process.argv.slice(2)
const answer: unknown = JSON.parse(body)
const store = await openStore({
  dataDir,
  sessionLimits: { idleMinutes: 60, absoluteMinutes: 60, claimsMinutes: 60 },
  now: () => new Date(),
  onError: (error) => {
    throw error
  },
})
const cookie = createSessionCookie('http://127.0.0.1')
const rateLimit = createRateLimit({ requestsPerSecond: 1_000_000, trustedProxies: [] }, store)
const setSecurityHeaders = securityHeaders()

const guard: RequestHandler = async (request, _response, next) => {
  requireSameOrigin(request.headers, 'http://127.0.0.1')
  const session = await store.sessions.find(cookie.read(request) ?? '')
  if (!session) throw new Fault('UNAUTHORIZED', {})
  await rateLimit.require(request, session.person.id)
  next()
}

const app = express()
app.disable('etag')
app.disable('x-powered-by')
app.use((_request, response, next) => {
  setSecurityHeaders(response)
  next()
})
app.get('/headers', (_request, response) => void response.json(answer))
app.get('/guard', guard, (_request, response) => void response.json(answer))
const server = app.listen(0, '127.0.0.1', () => {
  process.send?.({ type: 'ready', url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
})
for (const event of ['SIGTERM', 'disconnect'] as const) process.on(event, () => process.exit(0))
