import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'
import { hashToken } from './token.ts'

/** How long someone may take on the pages of the identity provider. */
export const SIGN_IN_MINUTES = 10

export interface PendingSignIn {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  readonly returnTo: string
}

export interface SignIns {
  /** `browserToken` is in a cookie of the browser that begins the sign-in. */
  begin(browserToken: string, signIn: PendingSignIn): Promise<void>
  /** The pending sign-in, once: only for the browser that began it, in time, and never a second time. */
  take(browserToken: string, state: string): Promise<PendingSignIn | undefined>
  deleteExpired(): Promise<void>
}

export function createSignIns(database: Kysely<Tables>, now: () => Date): SignIns {
  return {
    async begin(browserToken, { state, nonce, codeVerifier, returnTo }) {
      await database
        .insertInto('sign_ins')
        .values({
          state,
          browser_hash: hashToken(browserToken),
          nonce,
          code_verifier: codeVerifier,
          return_to: returnTo,
          expires_at: now().getTime() + SIGN_IN_MINUTES * 60_000,
        })
        .execute()
    },

    async take(browserToken, state) {
      const row = await database
        .deleteFrom('sign_ins')
        .where('state', '=', state)
        .where('browser_hash', '=', hashToken(browserToken))
        .where('expires_at', '>', now().getTime())
        .returningAll()
        .executeTakeFirst()
      return row && { state, nonce: row.nonce, codeVerifier: row.code_verifier, returnTo: row.return_to }
    },

    async deleteExpired() {
      await database.deleteFrom('sign_ins').where('expires_at', '<=', now().getTime()).execute()
    },
  }
}
