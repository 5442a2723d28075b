import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import type { Store } from '../../store/store.ts'

/** What may be wrong with Patchbay's own store while it can still be read. */
export const STORE_TROUBLES = ['locked', 'read-only', 'full'] as const
export type StoreTrouble = (typeof STORE_TROUBLES)[number]

export interface BrokenStore {
  mend(): Promise<void>
}

type BreakStore = (store: Store) => Promise<BrokenStore>

/** From now on nothing can be written, for the reason that the store itself has for it. */
export async function breakStore(store: Store, trouble: StoreTrouble): Promise<BrokenStore> {
  return await (store.dialect === 'sqlite' ? inSqlite[trouble](store) : inPostgres(store, trouble))
}

const inSqlite: Readonly<Record<StoreTrouble, BreakStore>> = {
  /** Another process holds the write lock of the file. */
  async locked({ database }) {
    const { rows } = await sql<{ file: string }>`pragma database_list`.execute(database)
    const other = new DatabaseSync(rows[0]?.file ?? '')
    other.exec('begin exclusive')
    return {
      async mend() {
        other.exec('rollback')
        other.close()
      },
    }
  },

  async 'read-only'({ database }) {
    await sql`pragma query_only = on`.execute(database)
    return { mend: async () => void (await sql`pragma query_only = off`.execute(database)) }
  },

  /** What a full disk is to SQLite: no further page. Those that are free are filled. */
  async full({ database }) {
    await sql`create table if not exists filler (bytes blob)`.execute(database)
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(database)
    await sql`pragma max_page_count = ${sql.lit(rows[0]?.page_count ?? 0)}`.execute(database)
    const fill = async (): Promise<void> => {
      await sql`insert into filler values (zeroblob(4000))`.execute(database)
      await fill()
    }
    await fill().catch(() => {})
    return { mend: async () => void (await sql`pragma max_page_count = 1000000`.execute(database)) }
  },
}

/** As the server itself says it: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const SQLSTATES: Readonly<Record<StoreTrouble, string>> = { locked: '55P03', 'read-only': '25006', full: '53100' }
const WRITTEN = ['audit_head', 'directory_readings', 'directory_users', 'directory_staged_users']

async function inPostgres({ database }: Store, trouble: StoreTrouble): Promise<BrokenStore> {
  await sql`create function refuse() returns trigger language plpgsql as
    ${sql.lit(`begin raise exception '${trouble}' using errcode = '${SQLSTATES[trouble]}'; end`)}`.execute(database)
  for (const table of WRITTEN) {
    await sql`create trigger refuse before insert or update or delete on ${sql.table(table)}
      for each statement execute function refuse()`.execute(database)
  }
  return { mend: async () => void (await sql`drop function refuse cascade`.execute(database)) }
}
