import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * For what each request or each change asks: to build a statement and put it into words takes Kysely longer than SQLite
 * needs to answer it.
 * @param query with any values; those of each call take their places, in the order in which they stand in the text
 */
export function prepareQuery<Row>(query: Compilable<Row>) {
  const compiled: CompiledQuery<Row> = query.compile()
  return async (
    on: Pick<Kysely<Tables>, 'executeQuery'>,
    ...parameters: readonly (string | number | null)[]
  ): Promise<Row[]> => (await on.executeQuery<Row>({ ...compiled, parameters })).rows
}
