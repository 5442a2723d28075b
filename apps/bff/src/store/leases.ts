import { sql, type Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Leave for work that only one replica does at a time. */
export interface Leases {
  /** Whether there may be other replicas at all: a SQLite file has one process. */
  readonly isShared: boolean
  /**
   * Takes the lease, or keeps it for longer, for so many milliseconds. False: someone else holds it. A holder that takes
   * longer than it said has to ask again in time; it is not told that it lost the lease.
   */
  take(name: string, holder: string, milliseconds: number): Promise<boolean>
  /** Gives the lease back, if the holder still has it. */
  release(name: string, holder: string): Promise<void>
}

/**
 * On PostgreSQL by the database's own clock: by theirs, a replica whose clock is fast would take what another still
 * holds. A SQLite file has one process and so one clock.
 */
export function createLeases(database: Kysely<Tables>, dialect: 'sqlite' | 'postgres', now: () => Date): Leases {
  const time = () =>
    dialect === 'postgres'
      ? sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`
      : sql<number>`${now().getTime()}`

  return {
    isShared: dialect === 'postgres',
    async take(name, holder, milliseconds) {
      const taken = await database
        .insertInto('leases')
        .values({ name, holder, held_until: sql<number>`${time()} + cast(${milliseconds} as bigint)` })
        .onConflict((conflict) =>
          conflict
            .column('name')
            .doUpdateSet((row) => ({ holder: row.ref('excluded.holder'), held_until: row.ref('excluded.held_until') }))
            .where((row) =>
              row.or([row('leases.holder', '=', row.ref('excluded.holder')), row('leases.held_until', '<=', time())]),
            ),
        )
        .returning('name')
        .executeTakeFirst()
      return taken !== undefined
    },

    async release(name, holder) {
      await database.deleteFrom('leases').where('name', '=', name).where('holder', '=', holder).execute()
    },
  }
}
