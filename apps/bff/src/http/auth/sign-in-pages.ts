import type { Response } from 'express'
import * as openid from 'openid-client'
import type { Logger } from 'pino'
import { Fault } from '../fault.ts'
import { sendPage } from '../pages.ts'
import { requestState } from '../request-state.ts'
import type { AccessConfig } from '../../access/access-config.ts'
import { sendApiError } from '../send-api-error.ts'
import { causesOf, isRefusedSignIn, ProviderUnavailable } from './provider-failure.ts'

export const again = { text: 'Sign in again', href: '/auth/sign-in' }

/** Says what went wrong at sign-in on a plain page, with the way out. */
export function sendSignInFailure(response: Response, error: unknown, log: Logger): void {
  const { requestId } = requestState(response)
  if (error instanceof Fault && error.code === 'store.unavailable') {
    log.warn({ requestId, causes: causesOf(error) }, 'sign-in failed')
    sendPage(response, 503, {
      title: 'Sign-in is not possible now',
      paragraphs: [error.message, `Give them this number: ${requestId}.`],
      link: { ...again, text: 'Try again' },
    })
    return
  }
  if (error instanceof Fault) {
    sendApiError(response, error, log)
    return
  }
  const isRefused = error instanceof openid.AuthorizationResponseError
  if (!(error instanceof ProviderUnavailable) && !isRefusedSignIn(error)) {
    log.error({ requestId, err: error }, 'sign-in failed')
    sendPage(response, 500, {
      title: 'Patchbay failed',
      paragraphs: [
        `Nobody is signed in. If it happens again, give the people who run Patchbay this number: ${requestId}.`,
      ],
      link: again,
    })
    return
  }
  log.warn({ requestId, causes: causesOf(error) }, 'sign-in failed')
  if (error instanceof ProviderUnavailable) {
    sendPage(response, 503, {
      title: 'Sign-in is not possible now',
      paragraphs: [
        'The identity provider does not answer, so nobody can sign in to Patchbay at the moment. Try again in a minute.',
        `If it stays like this, tell the people who run Patchbay that the identity provider does not answer Patchbay (request ${requestId}).`,
      ],
      link: { ...again, text: 'Try again' },
    })
    return
  }
  sendPage(response, isRefused ? 403 : 400, {
    title: 'You are not signed in',
    paragraphs: [
      isRefused
        ? 'The identity provider refused the sign-in.'
        : 'What came back from the identity provider does not fit this sign-in.',
      `If it happens again, give the people who run Patchbay this number: ${requestId}.`,
    ],
    link: again,
  })
}

/** Someone whom the provider knows and Patchbay has no role for. */
export function sendNoRole(response: Response, name: string, { contact, roles }: AccessConfig): void {
  sendPage(response, 403, {
    title: 'You have no role in Patchbay',
    paragraphs: [
      `You are known to the identity provider as ${name}, but none of your roles is one of Patchbay’s.`,
      `Ask ${contact} to give you one of these roles: ${[...roles.keys()].join(', ')}.`,
    ],
    link: { ...again, text: 'Sign in as someone else' },
  })
}
