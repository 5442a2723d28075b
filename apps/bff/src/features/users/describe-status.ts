import type { LiveStatus } from '@patchbay/contract'
import type { Caller } from '../caller.ts'
import { findListed } from './find-listed.ts'
import { requireWatching, statusAnswer } from './status-subject.ts'

export async function describeStatus(caller: Caller, id: string): Promise<LiveStatus> {
  const { row } = await findListed(caller, id)
  requireWatching(caller, row.hierarchyGroup?.id ?? null)
  const reading = await caller.instance.readings.statuses.getOrKnown(id, { signal: caller.signal })
  return statusAnswer(id, reading.value, reading)
}
