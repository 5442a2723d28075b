import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { instanceAlias } from '../fields.ts'

/**
 * Why nobody can be signed in to Amazon Connect from here: Patchbay is not set up for it; the instance does not take sign-ins
 * from elsewhere (only SAML does); the identity provider tells no Connect user name; or one that AWS takes for no session.
 */
export const noFederation = z.enum(['not-set-up', 'not-saml', 'no-username', 'odd-username'])
export type NoFederation = z.infer<typeof noFederation>

/** The same in words, for the app's page and for the plain one that answers the form. */
export const noFederationWords: Readonly<Record<NoFederation, string>> = {
  'not-set-up':
    'Patchbay is not set up to sign people in to Amazon Connect. Whoever runs it can switch it on with CONNECT_FEDERATION_ROLE_ARN.',
  'not-saml':
    'People of this instance sign in to Amazon Connect itself, or through a directory. It takes sign-ins from elsewhere only where it was made with SAML as its identity management.',
  'no-username':
    'Your identity provider does not tell Patchbay who you are in Amazon Connect. Whoever runs Patchbay can name the claim that does.',
  'odd-username':
    'The name that your identity provider gives you in Amazon Connect is none that AWS accepts: it takes 2 to 64 letters, digits and _ + = , . @ -.',
}

export const federation = z.discriminatedUnion('isPossible', [
  /** Signing in is a form that the browser sends to `OPEN_CONNECT_PATH`, so that no script ever holds a token. */
  z.object({ isPossible: z.literal(true), username: z.string() }),
  z.object({ isPossible: z.literal(false), reason: noFederation }),
])
export type Federation = z.infer<typeof federation>

/** Takes one field, `instance`. Navigation only: what answers is a document of its own that goes on to Amazon Connect. */
export const OPEN_CONNECT_PATH = '/auth/open-connect'

export const federationContract = {
  read: endpoint({
    right: 'connect.open',
    method: 'GET',
    path: '/{instance}/federation',
    summary: 'Whether I can be signed in to Amazon Connect as myself, and as whom',
  })
    .input(z.strictObject({ instance: instanceAlias }))
    .output(federation),
}
