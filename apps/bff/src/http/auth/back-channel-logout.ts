import { promisify } from 'node:util'
import express, { type Request, type Response } from 'express'
import type { AuditTrail } from '../../store/audit/audit-trail.ts'
import type { Store } from '../../store/store.ts'
import type { Logger } from 'pino'
import { Fault } from '../fault.ts'
import { requestState } from '../request-state.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { LogoutRefused } from './logout-token.ts'
import { isRefusedSignIn, ProviderUnavailable } from './provider-failure.ts'

interface BackChannelLogoutOptions {
  readonly store: Store
  readonly identityProvider: IdentityProvider
  readonly audit: AuditTrail
  readonly now: () => Date
  readonly log: Logger
}

/** A token with a few group claims in it is some kilobytes. */
const parseForm = promisify(express.urlencoded({ extended: false, limit: 16_384, parameterLimit: 20 }))

const refuse = (message: string, cause?: unknown) =>
  new Fault('BAD_REQUEST', { fields: [{ field: 'logout_token', message }] }, { message, cause })

async function readForm(request: Request, response: Response): Promise<string> {
  const expected = 'Send a form with one field, logout_token.'
  if (!request.is('application/x-www-form-urlencoded')) throw refuse(expected)
  await parseForm(request, response).catch((error: unknown) => {
    throw refuse(expected, error)
  })
  const token: unknown = (request.body as Record<string, unknown>)['logout_token']
  if (typeof token !== 'string') throw refuse(expected)
  return token
}

/**
 * The provider tells that someone signed out, or was signed out (OpenID Connect Back-Channel Logout 1.0). There is no
 * browser and no cookie: the token's signature says who speaks. Sessions are in the store, so they end on every replica.
 * Throws BAD_REQUEST, which is what the standard wants for every failure of ours, too.
 */
export function createBackChannelLogout({ store, identityProvider, audit, now, log }: BackChannelLogoutOptions) {
  return async (request: Request, response: Response): Promise<void> => {
    const token = await readForm(request, response)
    const logout = await identityProvider.readLogoutToken(token, now()).catch((error: unknown) => {
      if (error instanceof LogoutRefused) throw refuse(error.message, error)
      if (error instanceof ProviderUnavailable) throw refuse('The provider’s keys cannot be read now.', error)
      if (isRefusedSignIn(error)) throw refuse('The logout token is not valid.', error)
      throw error
    })
    const { requestId } = requestState(response)
    const how = 'back-channel logout of the identity provider'
    const ended = await audit.recordWith(async (transaction) => {
      const answer = await store.logouts.take(logout, transaction)
      const events = (answer ?? []).map((person) => ({ kind: 'sign-out', requestId, person, how }) as const)
      return { answer, events }
    })
    if (ended === undefined) throw refuse('The logout token was used before.')
    log.info({ requestId, ended: ended.length }, 'signed out by the identity provider')
    response.json({ ended: ended.length })
  }
}
