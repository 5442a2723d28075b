import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

interface KnownPerson {
  readonly id: string
  readonly name: string
  /** As the identity provider said last: it may say otherwise by now. */
  readonly roles: readonly string[]
  readonly signedInAt: Date
}

export interface KnownPeople {
  /** Everybody who ever signed in, the latest first. */
  list(): Promise<readonly KnownPerson[]>
}

export function createKnownPeople(database: Kysely<Tables>): KnownPeople {
  return {
    async list() {
      const rows = await database.selectFrom('known_people').selectAll().orderBy('signed_in_at', 'desc').execute()
      return rows.map((row) => ({
        id: row.person_id,
        name: row.person_name,
        roles: JSON.parse(row.roles),
        signedInAt: new Date(row.signed_in_at),
      }))
    },
  }
}
