import type { LiveStatus } from '@patchbay/contract'
import { forbid } from '../access/require-person.ts'
import type { Caller } from '../caller.ts'
import { findListed } from './find-listed.ts'

/** Looking at somebody's settings is one thing, watching them at work another: it has a right and a scope of its own. */
export async function describeStatus(caller: Caller, id: string): Promise<LiveStatus> {
  const { row } = await findListed(caller, id)
  if (!caller.access.covers('users.status.read', row.hierarchyGroup?.id ?? null)) {
    throw forbid('Your role shows what people of some hierarchy groups do, and this person is in none of them.')
  }
  const { value, asOf, isStale } = await caller.instance.readings.statuses.getOrKnown(id, { signal: caller.signal })
  return { status: value, asOf: asOf.toISOString(), isStale }
}
