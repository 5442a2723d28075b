import { promisify } from 'node:util'
import { instanceAlias, noFederationWords, OPEN_CONNECT_PATH } from '@patchbay/contract'
import express, { Router, type Request, type Response } from 'express'
import { toApiError } from '../../http/api-error.ts'
import type { Authentication } from '../../http/auth/authentication.ts'
import { Fault } from '../../http/fault.ts'
import { noteRefusal } from '../../http/note-refusal.ts'
import { sendPage } from '../../http/pages.ts'
import type { RateLimit } from '../../http/rate-limit.ts'
import type { Services, SignedIn } from '../../http/request-context.ts'
import { requestState } from '../../http/request-state.ts'
import { requireRight } from '../../http/require-right.ts'
import { logFailure } from '../../http/send-api-error.ts'
import type { InFlight } from '../../in-flight.ts'
import { readFederation } from './read-federation.ts'
import { requireNavigation } from './require-navigation.ts'
import { GO_ON_SCRIPT_PATH, goOnScript, sendConnectSignIn } from './send-connect-sign-in.ts'

interface OpenConnectOptions {
  readonly services: Services
  readonly authentication: Authentication
  readonly rateLimit: RateLimit
  readonly publicOrigin: string
  readonly inFlight: InFlight
}

const parseForm = promisify(express.urlencoded({ extended: false, limit: 1_024, parameterLimit: 2 }))

async function readAlias(request: Request, response: Response): Promise<string> {
  const message = 'Send a form with one field, instance.'
  const refuse = (cause?: unknown) =>
    new Fault('BAD_REQUEST', { fields: [{ field: 'instance', message }] }, { message, cause })
  if (!request.is('application/x-www-form-urlencoded')) throw refuse()
  await parseForm(request, response).catch((error: unknown) => {
    throw refuse(error)
  })
  const alias = instanceAlias.safeParse((request.body as Record<string, unknown>)['instance'])
  if (!alias.success) throw refuse()
  return alias.data
}

/** "Open Connect as me": a form that the browser sends from our page and follows to Amazon Connect, signed in there. */
export function createOpenConnect(options: OpenConnectOptions): Router {
  const { services, authentication, rateLimit, publicOrigin, inFlight } = options
  const { audit, connect, log } = services

  async function requirePerson(request: Request, response: Response, instance: string): Promise<SignedIn> {
    const state = requestState(response)
    const signedIn = (state.signedIn = await authentication.findSignedIn(request, state.requestId))
    await rateLimit.require(request, signedIn?.person.id)
    try {
      return requireRight(signedIn, 'connect.open')
    } catch (error) {
      const addressed = { action: 'federation.open', instance, target: null }
      if (error instanceof Fault) await noteRefusal({ audit, signedIn, requestId: state.requestId, addressed }, error)
      throw error
    }
  }

  /** Written down before anything is asked for, and again when it is known how it ended; the tokens are not in it. */
  async function answer(request: Request, response: Response): Promise<void> {
    const { requestId } = Object.assign(requestState(response), { route: OPEN_CONNECT_PATH })
    requireNavigation(request.headers, publicOrigin)
    const alias = await readAlias(request, response)
    const { person, roles, access } = await requirePerson(request, response, alias)
    const instance = await connect.requireInstance(alias)
    const federation = readFederation(instance, access.username)
    if (!federation.isPossible || !instance.signIn) {
      const reason = federation.isPossible ? 'not-set-up' : federation.reason
      throw new Fault('connect.refused', { fields: [] }, { message: noFederationWords[reason] })
    }
    const { username } = federation
    const record = {
      kind: 'connect-sign-in',
      requestId,
      person: { ...person, roles },
      instance: alias,
      username,
    } as const
    await audit.record({ ...record, stage: 'begun', code: null })
    try {
      const signIn = await instance.signIn(username, {})
      await audit.record({ ...record, stage: 'done', code: null })
      sendConnectSignIn(response, signIn)
    } catch (error) {
      const { code } = toApiError(error, requestId)
      await audit.note({ ...record, stage: 'failed', code })
      if (code !== 'NOT_FOUND') throw error
      const message = `Amazon Connect has no user named “${username}”. Upper and lower case count.`
      throw new Fault('NOT_FOUND', {}, { message, cause: error })
    }
  }

  /** A tab of its own, so a page of its own says what went wrong. */
  function sendFailure(response: Response, error: unknown): void {
    const { requestId } = requestState(response)
    const apiError = toApiError(error, requestId)
    logFailure(log, error, apiError)
    const isSignedOut = apiError.code === 'UNAUTHORIZED'
    sendPage(response, apiError.status, {
      title: 'Not signed in to Amazon Connect',
      paragraphs: [apiError.message, `If you ask for help, give this number: ${requestId}.`],
      link: isSignedOut
        ? { text: 'Sign in to Patchbay', href: '/auth/sign-in' }
        : { text: 'Back to Patchbay', href: '/' },
    })
  }

  const router = Router({ caseSensitive: true })
  router.get(GO_ON_SCRIPT_PATH, (_request, response) => {
    response.set('cache-control', 'public, max-age=3600').type('js').send(goOnScript)
  })
  router.post(OPEN_CONNECT_PATH, (request, response) =>
    inFlight.track(answer(request, response)).catch((error: unknown) => sendFailure(response, error)),
  )
  return router
}
