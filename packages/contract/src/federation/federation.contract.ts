import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { instanceAlias } from '../fields.ts'

/**
 * Why nobody can be signed in to Amazon Connect from here: Patchbay is not set up for it; the instance does not take sign-ins
 * from elsewhere (only SAML does); the identity provider tells no Connect user name; or one that AWS takes for no session.
 */
export const noFederation = z.enum(['not-set-up', 'not-saml', 'no-username', 'odd-username'])
export type NoFederation = z.infer<typeof noFederation>

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
