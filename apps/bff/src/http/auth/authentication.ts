import type { Request } from 'express'
import type { Sessions } from '../../store/sessions.ts'
import type { SignedIn } from '../request-context.ts'
import { rightsOfRoles } from '../roles.ts'
import type { Cookie } from './session-cookie.ts'

export interface Authentication {
  /** Who sent the request, by the session cookie and the store alone. */
  findSignedIn(request: Request): Promise<SignedIn | undefined>
}

export function createAuthentication(sessions: Sessions, cookie: Cookie): Authentication {
  return {
    async findSignedIn(request) {
      const token = cookie.read(request)
      const session = token === undefined ? undefined : await sessions.find(token)
      return session && { ...session, rights: rightsOfRoles(session.roles) }
    },
  }
}
