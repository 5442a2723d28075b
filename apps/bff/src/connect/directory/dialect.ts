import type { Kysely } from 'kysely'
import type { Tables } from '../../store/tables.ts'

export function isPostgres(database: Kysely<Tables>): boolean {
  return database.getExecutor().adapter.supportsMultipleConnections === true
}

/** PostgreSQL takes no NUL in a text. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\uFFFD')
}
