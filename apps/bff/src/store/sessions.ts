import type { Kysely, Transaction } from 'kysely'
import type { KeepAnswers } from './kept-answers.ts'
import { prepareQuery } from './prepare-query.ts'
import { seal, unseal } from './seal.ts'
import type { Tables } from './tables.ts'
import { createToken, hashToken } from './token.ts'

interface StoredSession {
  readonly person: { readonly id: string; readonly name: string }
  readonly roles: readonly string[]
  /** Where roles hold that are bounded by a claim, as `alias:group`. */
  readonly places: readonly string[]
  readonly username: string | null
  readonly idToken: string | null
  /** When the absolute limit is reached. */
  readonly expiresAt: Date
  /** When the identity provider last said who this is and which roles they have. */
  readonly claimsReadAt: Date
  /** Whether it is time to ask it again, and there is something to ask with. */
  readonly areClaimsDue: boolean
}

/** Who signed in, as the identity provider said it. */
export interface SessionPerson {
  readonly id: string
  readonly name: string
  readonly roles: readonly string[]
  /** Where roles hold that are bounded by a claim, as `alias:group`. Default: nowhere. */
  readonly places?: readonly string[]
  readonly username?: string | null
  readonly idToken: string | null
  /** The session at the provider, where it names one. */
  readonly sid: string | null
  readonly refreshToken: string | null
}

export interface EndedSession extends StoredSession {
  readonly refreshToken: string | null
}

interface ExpiredSession extends Pick<StoredSession, 'person' | 'roles'> {
  readonly limit: 'idle' | 'absolute'
}

export interface SessionLimits {
  readonly idleMinutes: number
  readonly absoluteMinutes: number
  /** How old the claims may get before they are read again. */
  readonly claimsMinutes: number
}

export interface Sessions {
  /** Answers the token for the cookie; it is not kept anywhere else. */
  create(person: SessionPerson): Promise<string>
  /** The session of the token and a later idle limit, or undefined when it is unknown, idle for too long or too old. */
  find(token: string): Promise<StoredSession | undefined>
  /**
   * The refresh token, for one caller: whoever else asks in the next minute, on any replica, gets undefined. A provider
   * that sees a refresh token twice takes it for stolen.
   */
  takeRefreshToken(token: string): Promise<string | undefined>
  // What changes or ends a session is part of a transaction, since its record in the trail is part of the same.
  /** Writes down what the provider said anew. */
  renew(token: string, person: SessionPerson, transaction: Transaction<Tables>): Promise<void>
  /** Ends the session. Answers what it was, undefined when there was none. */
  end(token: string, transaction: Transaction<Tables>): Promise<EndedSession | undefined>
  /** Ends those that are over. Answers what each was, to one replica alone, and which limit it met. */
  endExpired(transaction: Transaction<Tables>): Promise<readonly ExpiredSession[]>
}

const MINUTE_MS = 60_000
/** A list may name a thousand places. */
const KEPT_LISTS = 200

export interface SessionsOptions {
  readonly database: Kysely<Tables>
  readonly keepAnswers: KeepAnswers
  readonly limits: SessionLimits
  readonly now: () => Date
  readonly onError: (error: unknown) => void
}

export function createSessions({ database, keepAnswers, limits, now, onError }: SessionsOptions): Sessions {
  const idleMs = limits.idleMinutes * MINUTE_MS
  const absoluteMs = limits.absoluteMinutes * MINUTE_MS
  // Each write waits for the disk; sliding the idle limit at every request would be a write a request.
  const slideAfterMs = Math.min(MINUTE_MS, idleMs / 10)

  const lists = new Map<string, readonly string[]>()
  /** The same text gives the same list, so that what follows from it can be kept, too. */
  function toList(text: string): readonly string[] {
    let list = lists.get(text)
    if (!list) {
      if (lists.size >= KEPT_LISTS) lists.clear()
      lists.set(text, (list = JSON.parse(text) as readonly string[]))
    }
    return list
  }

  const toSession = (row: Tables['sessions']): StoredSession => ({
    person: { id: row.person_id, name: row.person_name },
    roles: toList(row.roles),
    places: toList(row.places),
    username: row.username,
    idToken: row.id_token,
    expiresAt: new Date(row.created_at + absoluteMs),
    claimsReadAt: new Date(row.claims_read_at),
    areClaimsDue: row.sealed_refresh_token !== null && row.claims_due_at <= now().getTime(),
  })

  const claimsOf = (
    token: string,
    { name, roles, places = [], username = null, idToken, sid, refreshToken }: SessionPerson,
  ) => ({
    person_name: name,
    roles: JSON.stringify(roles),
    places: JSON.stringify(places),
    username,
    // A provider that says nothing of it the second time means what it said the first.
    ...(idToken !== null && { id_token: idToken }),
    ...(sid !== null && { sid }),
    sealed_refresh_token: refreshToken === null ? null : seal(refreshToken, token),
    claims_read_at: now().getTime(),
    claims_due_at: now().getTime() + limits.claimsMinutes * MINUTE_MS,
  })

  const readRows = prepareQuery(database.selectFrom('sessions').selectAll().where('token_hash', '=', ''))
  const findRows = keepAnswers((tokenHash) => readRows(database, tokenHash))
  const isOver = ({ created_at: createdAt, last_seen_at: lastSeenAt }: Tables['sessions'], time: number) =>
    createdAt <= time - absoluteMs || lastSeenAt <= time - idleMs

  return {
    async create(person) {
      const token = createToken()
      const time = now().getTime()
      const known = { person_name: person.name, roles: JSON.stringify(person.roles), signed_in_at: time }
      await database
        .insertInto('known_people')
        .values({ person_id: person.id, ...known })
        .onConflict((conflict) => conflict.column('person_id').doUpdateSet(known))
        .execute()
      await database
        .insertInto('sessions')
        .values({
          token_hash: hashToken(token),
          person_id: person.id,
          ...claimsOf(token, person),
          created_at: time,
          last_seen_at: time,
        })
        .execute()
      return token
    },

    async find(token) {
      const tokenHash = hashToken(token)
      const time = now().getTime()
      const [row] = await findRows(tokenHash)
      if (!row || isOver(row, time)) return undefined
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

    async takeRefreshToken(token) {
      const time = now().getTime()
      const row = await database
        .updateTable('sessions')
        .set({ claims_due_at: time + MINUTE_MS })
        .where('token_hash', '=', hashToken(token))
        .where('claims_due_at', '<=', time)
        .returning('sealed_refresh_token')
        .executeTakeFirst()
      return row?.sealed_refresh_token ? unseal(row.sealed_refresh_token, token) : undefined
    },

    async renew(token, person, transaction) {
      await transaction
        .updateTable('sessions')
        .set(claimsOf(token, person))
        .where('token_hash', '=', hashToken(token))
        .execute()
      await transaction
        .updateTable('known_people')
        .set({ person_name: person.name, roles: JSON.stringify(person.roles) })
        .where('person_id', '=', person.id)
        .execute()
    },

    async end(token, transaction) {
      const row = await transaction
        .deleteFrom('sessions')
        .where('token_hash', '=', hashToken(token))
        .returningAll()
        .executeTakeFirst()
      if (!row) return undefined
      const sealed = row.sealed_refresh_token
      return { ...toSession(row), refreshToken: sealed === null ? null : unseal(sealed, token) }
    },

    async endExpired(transaction) {
      const time = now().getTime()
      const rows = await transaction
        .deleteFrom('sessions')
        .where((where) =>
          where.or([where('created_at', '<=', time - absoluteMs), where('last_seen_at', '<=', time - idleMs)]),
        )
        .returningAll()
        .execute()
      return rows.map((row) => {
        const { person, roles } = toSession(row)
        return { person, roles, limit: row.last_seen_at <= time - idleMs ? 'idle' : 'absolute' }
      })
    },
  }
}
