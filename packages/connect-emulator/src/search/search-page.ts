import type { Context } from '../operation.ts'
import { type Page, type PageRequest, pageOfRows } from '../page.ts'
import type { Row, Table } from '../state/table.ts'
import type { Predicate } from './criteria.ts'

/** One page of the rows that match, as searches see them at this moment, and how many match in all (CONS-08). */
export function searchPage<R extends Row>(
  operation: string,
  table: Table<R>,
  matches: Predicate<R>,
  request: PageRequest,
  context: Context,
): Page<R> & { total: number } {
  const now = context.now()
  const found: R[] = []
  for (const row of table.searchView(now, context.searchLag())) if (matches(row)) found.push(row)
  return { ...pageOfRows(operation, found, request, now), total: found.length }
}
