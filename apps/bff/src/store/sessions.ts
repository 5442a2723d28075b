import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'
import { createToken, hashToken } from './token.ts'

interface StoredSession {
  readonly person: { readonly id: string; readonly name: string }
  readonly roles: readonly string[]
  readonly idToken: string | null
  /** When the absolute limit is reached. */
  readonly expiresAt: Date
}

export interface SessionLimits {
  readonly idleMinutes: number
  readonly absoluteMinutes: number
}

export interface Sessions {
  /** Answers the token for the cookie; it is not kept anywhere else. */
  create(person: { id: string; name: string; roles: readonly string[]; idToken: string | null }): Promise<string>
  /** The session of the token and a later idle limit, or undefined when it is unknown, idle for too long or too old. */
  find(token: string): Promise<StoredSession | undefined>
  /** Ends the session. Answers what it was, undefined when there was none. */
  end(token: string): Promise<StoredSession | undefined>
  deleteExpired(): Promise<void>
}

const MINUTE_MS = 60_000

export function createSessions(
  database: Kysely<Tables>,
  limits: SessionLimits,
  now: () => Date,
  onError: (error: unknown) => void,
): Sessions {
  const idleMs = limits.idleMinutes * MINUTE_MS
  const absoluteMs = limits.absoluteMinutes * MINUTE_MS
  // Each write waits for the disk; sliding the idle limit at every request would be a write a request.
  const slideAfterMs = Math.min(MINUTE_MS, idleMs / 10)

  const toSession = (row: Tables['sessions']): StoredSession => ({
    person: { id: row.person_id, name: row.person_name },
    roles: JSON.parse(row.roles),
    idToken: row.id_token,
    expiresAt: new Date(row.created_at + absoluteMs),
  })

  return {
    async create({ id, name, roles, idToken }) {
      const token = createToken()
      const time = now().getTime()
      await database
        .insertInto('sessions')
        .values({
          token_hash: hashToken(token),
          person_id: id,
          person_name: name,
          roles: JSON.stringify(roles),
          id_token: idToken,
          created_at: time,
          last_seen_at: time,
        })
        .execute()
      return token
    },

    async find(token) {
      const tokenHash = hashToken(token)
      const time = now().getTime()
      const row = await database
        .selectFrom('sessions')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .where('created_at', '>', time - absoluteMs)
        .where('last_seen_at', '>', time - idleMs)
        .executeTakeFirst()
      if (!row) return undefined
      if (time - row.last_seen_at >= slideAfterMs) {
        // A store that can only be read still lets people read.
        await database
          .updateTable('sessions')
          .set({ last_seen_at: time })
          .where('token_hash', '=', tokenHash)
          .execute()
          .catch(onError)
      }
      return toSession(row)
    },

    async end(token) {
      const row = await database
        .deleteFrom('sessions')
        .where('token_hash', '=', hashToken(token))
        .returningAll()
        .executeTakeFirst()
      return row && toSession(row)
    },

    async deleteExpired() {
      const time = now().getTime()
      await database
        .deleteFrom('sessions')
        .where((where) =>
          where.or([where('created_at', '<=', time - absoluteMs), where('last_seen_at', '<=', time - idleMs)]),
        )
        .execute()
    },
  }
}
