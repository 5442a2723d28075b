import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Emulator } from '../emulator.ts'
import { AwsError, invalidRequest } from '../wire/aws-error.ts'
import { readBody } from '../wire/read-body.ts'
import type { Clock } from '../clock.ts'
import type { CallFilter } from './calls.ts'
import type { ContactSpec } from './contacts.ts'
import type { Fault, Faults } from './faults.ts'

export const CONTROL_PREFIX = '/_emulator/'

export interface ControlParts {
  emulator: Pick<Emulator, 'createInstance' | 'listCalls' | 'putContact' | 'setFault' | 'setThrottles' | 'setSearchLag'>
  faults: Faults
  clock: Clock
}

type Route = (parts: ControlParts, body: Record<string, unknown>, query: URLSearchParams) => unknown

const ROUTES: Record<string, { status: number; run: Route }> = {
  'GET health': { status: 200, run: () => ({ status: 'ok' }) },
  'POST instances': { status: 201, run: ({ emulator }, body) => emulator.createInstance(body) },
  'GET calls': { status: 200, run: ({ emulator }, _body, query) => ({ calls: emulator.listCalls(callFilter(query)) }) },
  'POST faults': {
    status: 201,
    run: ({ emulator }, body) => {
      emulator.setFault(body as unknown as Fault)
      return body
    },
  },
  'DELETE faults': {
    status: 200,
    run: ({ faults }, _body, query) => {
      faults.clear(query.get('instanceId') ?? undefined)
      return {}
    },
  },
  'POST contacts': { status: 201, run: putContact },
  'PUT throttles': { status: 200, run: setThrottles },
  'PUT search-lag': { status: 200, run: setSearchLag },
  'PUT clock': { status: 200, run: setClock },
}

/** Answers the control API under `/_emulator/`, to callers on this machine only. */
export async function serveControl(
  parts: ControlParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    requireLocalCaller(request)
    const url = new URL(request.url ?? '/', 'http://localhost')
    const route = ROUTES[`${request.method} ${url.pathname.slice(CONTROL_PREFIX.length)}`]
    if (!route)
      throw new AwsError('UnknownOperationException', `The control API has no ${request.method} ${url.pathname}`)
    const body = parseBody(await readBody(request))
    send(response, route.status, await route.run(parts, body, url.searchParams))
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    send(response, error.status, { error: error.name, message: error.message })
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length })
  response.end(bytes)
}

/**
 * A page in a browser must not reach this either, even from this machine: browsers always send Origin with a write, and
 * a name that was rebound to this machine stands in Host.
 */
function requireLocalCaller({ socket, headers }: IncomingMessage): void {
  const address = socket.remoteAddress ?? ''
  const local = address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.')
  const named = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(headers.host ?? '')
  if (!local || !named || headers.origin !== undefined)
    throw new AwsError('AccessDeniedException', 'The control API answers programs on this machine only')
}

function parseBody(bytes: Buffer): Record<string, unknown> {
  if (bytes.length === 0) return {}
  try {
    const body: unknown = JSON.parse(bytes.toString('utf8'))
    if (body !== null && typeof body === 'object' && !Array.isArray(body)) return body as Record<string, unknown>
  } catch {
    // Falls through to the one message for both.
  }
  throw invalidRequest('The body must be a JSON object')
}

function callFilter(query: URLSearchParams): CallFilter {
  const instanceId = query.get('instanceId')
  const operation = query.get('operation')
  return { ...(instanceId === null ? {} : { instanceId }), ...(operation === null ? {} : { operation }) }
}

function putContact({ emulator }: ControlParts, body: Record<string, unknown>): unknown {
  const { instanceId = '', userId = '' } = body
  if (typeof instanceId !== 'string' || typeof userId !== 'string') throw invalidRequest('ids must be texts')
  return { contactId: emulator.putContact({ ...body, instanceId, userId } as ContactSpec) }
}

function setThrottles({ emulator }: ControlParts, { mode }: Record<string, unknown>): unknown {
  if (mode !== 'aws' && mode !== 'off') throw invalidRequest('mode must be aws or off')
  emulator.setThrottles(mode)
  return { mode }
}

function setSearchLag({ emulator }: ControlParts, { seconds, describeAfterCreate }: Record<string, unknown>): unknown {
  if (typeof seconds !== 'number' || !(seconds >= 0)) throw invalidRequest('seconds must be a number from 0 on')
  if (describeAfterCreate !== undefined && typeof describeAfterCreate !== 'boolean') {
    throw invalidRequest('describeAfterCreate must be true or false')
  }
  emulator.setSearchLag(seconds, { describeAfterCreate: describeAfterCreate ?? false })
  return { seconds, describeAfterCreate: describeAfterCreate ?? false }
}

function setClock({ clock }: ControlParts, { stop, now, advanceSeconds }: Record<string, unknown>): unknown {
  const time = typeof now === 'string' ? Date.parse(now) : undefined
  if (now !== undefined && (time === undefined || Number.isNaN(time))) throw invalidRequest('now must be an ISO time')
  if (advanceSeconds !== undefined && typeof advanceSeconds !== 'number')
    throw invalidRequest('advanceSeconds must be a number')
  if (stop !== undefined && typeof stop !== 'boolean') throw invalidRequest('stop must be true or false')
  if (stop === true) clock.stop()
  if (stop === false) clock.start()
  if (time !== undefined) clock.set(time)
  if (advanceSeconds !== undefined) clock.advance(advanceSeconds)
  return { now: new Date(clock.now()).toISOString() }
}
