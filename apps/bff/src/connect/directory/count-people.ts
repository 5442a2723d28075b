import { sql, type Kysely } from 'kysely'
import type { Tables } from '../../store/tables.ts'
import { isPostgres } from '../../store/is-postgres.ts'
import type { Scope } from './scope.ts'
import { inScope } from './user-condition.ts'

/** How many people there are, by what they carry. */
export interface PeopleCounts {
  readonly total: number
  readonly byProfile: ReadonlyMap<string, number>
  /** Directly in each group; null: in none. */
  readonly byGroup: ReadonlyMap<string | null, number>
}

export async function countPeople(database: Kysely<Tables>, instanceId: string, scope: Scope): Promise<PeopleCounts> {
  const living = inScope({ instanceId, isPostgres: isPostgres(database) }, scope)
  const [groups, profiles] = await Promise.all([
    sql<{ id: string | null; count: number }>`
      select u.hierarchy_group_id as id, count(*) as count from directory_users u
      where ${living} group by 1`.execute(database),
    sql<{ id: string; count: number }>`
      select p.profile_id as id, count(*) as count
      from directory_user_profiles p join directory_users u on u.seq = p.user_seq
      where ${living} group by 1`.execute(database),
  ])
  return {
    total: groups.rows.reduce((sum, { count }) => sum + count, 0),
    byProfile: new Map(profiles.rows.map(({ id, count }) => [id, count])),
    byGroup: new Map(groups.rows.map(({ id, count }) => [id, count])),
  }
}
