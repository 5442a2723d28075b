import type { Kysely, Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** What a provider's logout token says: whose sessions end, or which one. */
export interface Logout {
  /** The token's own id: each counts once. */
  readonly jti: string
  readonly expiresAt: Date
  readonly personId: string | undefined
  /** The session at the provider. */
  readonly sid: string | undefined
}

/** Whose session it was, as they were known in it. */
interface EndedPerson {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
}

export interface Logouts {
  /**
   * Ends the sessions meant. Answers whose they were, or undefined where this token was used before. Part of a transaction: a
   * provider that sends again after a failure is not taken for a replay.
   */
  take(logout: Logout, transaction: Transaction<Tables>): Promise<readonly EndedPerson[] | undefined>
  deleteExpired(): Promise<void>
}

export function createLogouts(database: Kysely<Tables>, now: () => Date): Logouts {
  return {
    async take({ jti, expiresAt, personId, sid }, transaction) {
      const { numInsertedOrUpdatedRows } = await transaction
        .insertInto('logout_tokens')
        .values({ jti, expires_at: expiresAt.getTime() })
        .onConflict((conflict) => conflict.column('jti').doNothing())
        .executeTakeFirstOrThrow()
      if (Number(numInsertedOrUpdatedRows) === 0) return undefined
      let deletion = transaction.deleteFrom('sessions')
      if (personId !== undefined) deletion = deletion.where('person_id', '=', personId)
      if (sid !== undefined) {
        // A session whose ID token named none may be the one that is meant, if at least the person is known.
        deletion = deletion.where((where) =>
          personId === undefined
            ? where('sid', '=', sid)
            : where.or([where('sid', '=', sid), where('sid', 'is', null)]),
        )
      }
      if (personId === undefined && sid === undefined) throw new Error('A logout of nobody.')
      const rows = await deletion.returning(['person_id', 'person_name', 'roles']).execute()
      return rows.map((row) => ({
        id: row.person_id,
        name: row.person_name,
        roles: JSON.parse(row.roles) as string[],
      }))
    },

    async deleteExpired() {
      await database.deleteFrom('logout_tokens').where('expires_at', '<=', now().getTime()).execute()
    },
  }
}
