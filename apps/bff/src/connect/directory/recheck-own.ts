import { Fault } from '../../http/fault.ts'
import { describeUser } from '../users/describe-user.ts'
import { summaryOf, type UserSummary } from '../users/user-settings.ts'
import type { CallOptions } from '../upstream.ts'
import { OWN_WRITE_OUTRANKS_SEARCH_MS } from './own-writes.ts'
import { isAgreed } from './sweep-outcome.ts'
import type { SweepPlace } from './sweep-people.ts'
import { findUsers } from './write-users.ts'

/** A call each: more than these wait for the next reading. */
const AT_ONCE = 20

/**
 * Of whom Patchbay wrote and the search still tells otherwise after two minutes, one cannot know whether it lags or somebody
 * changed them again: they are described, which does not lag. By id; null: there is no such person any more. Who could
 * not be read is left out, stays pending, and is asked for at the next reading.
 */
export async function recheckOwn(
  { database, upstream, instanceId }: SweepPlace,
  { sweep, asOf }: { readonly sweep: string; readonly asOf: Date },
  call: CallOptions,
): Promise<ReadonlyMap<string, UserSummary | null>> {
  const own = await database
    .selectFrom('directory_users')
    .select('id')
    .where('instance_id', '=', instanceId)
    .where('own_at', '<', asOf.getTime() - OWN_WRITE_OUTRANKS_SEARCH_MS)
    .orderBy('own_at')
    .limit(AT_ONCE)
    .execute()
  const ids = own.map(({ id }) => id)
  const known = new Map<string, UserSummary | null>()
  if (ids.length === 0) return known
  const stored = await findUsers(database, instanceId, ids)
  const staged = await database
    .selectFrom('directory_staged_users')
    .select(['id', 'summary'])
    .where('instance_id', '=', instanceId)
    .where('sweep', '=', sweep)
    .where('id', 'in', ids)
    .execute()
  const found = new Map(staged.map(({ id, summary }) => [id, JSON.parse(summary) as UserSummary]))
  for (const id of ids) {
    const one = stored.get(id)
    if (!one || isAgreed(one, found.get(id))) continue
    try {
      known.set(id, summaryOf(await describeUser({ info: { id: instanceId }, upstream }, id, call)))
    } catch (error) {
      call.signal?.throwIfAborted()
      if (!(error instanceof Fault)) throw error
      if (error.code === 'NOT_FOUND') known.set(id, null)
    }
  }
  return known
}
