import type { Federation } from '@patchbay/contract'
import type { ConnectInstance } from '../../connect/connect-door.ts'
import { isSessionName } from '../../connect/federation/sign-in-to-connect.ts'

/** Whether somebody can be signed in to the instance as themselves. Nothing is asked of Amazon Connect. */
export function readFederation({ info, signIn }: ConnectInstance, username: string | null): Federation {
  if (info.identityManagementType !== 'SAML') return { isPossible: false, reason: 'not-saml' }
  if (signIn === undefined) return { isPossible: false, reason: 'not-set-up' }
  if (username === null) return { isPossible: false, reason: 'no-username' }
  if (!isSessionName(username)) return { isPossible: false, reason: 'odd-username' }
  return { isPossible: true, username }
}
