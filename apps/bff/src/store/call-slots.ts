import { sql, type Kysely } from 'kysely'
import type { CallSlots } from '../connect/call-slots.ts'
import type { Tables } from './tables.ts'

/**
 * One pace for all replicas on one PostgreSQL: a token bucket an operation, in one statement and by the database's own
 * clock. What is kept is when the bucket will be full again (GCRA): taking a token moves that by one interval, and a
 * token is there as long as it is less than `burst` intervals away. The conflict locks the row, so that calls of two
 * replicas come one after the other.
 */
export function createCallSlots(database: Kysely<Tables>): CallSlots {
  return {
    async tryTake(operation, { ratePerSecond, burst }) {
      const interval = 1_000 / ratePerSecond
      const wait = sql`slot.full_at - excluded.full_at - ${(burst - 2) * interval}::float8`
      const { rows } = await sql<{ wait_ms: number }>`
        insert into call_slots as slot (operation, full_at, wait_ms)
        values (${operation}, extract(epoch from clock_timestamp()) * 1000 + ${interval}::float8, 0)
        on conflict (operation) do update set
          full_at = case when ${wait} <= 0
            then greatest(slot.full_at + ${interval}::float8, excluded.full_at)
            else slot.full_at end,
          wait_ms = greatest(0, ${wait})
        returning wait_ms`.execute(database)
      return Math.ceil(rows[0]?.wait_ms ?? 0)
    },
  }
}
