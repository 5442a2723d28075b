import type { UserWorkspaces } from '@patchbay/contract'
import type { Caller } from '../caller.ts'
import { findListed } from './find-listed.ts'
import { readWorkspaces, workspacesAnswer } from './workspaces-subject.ts'

/** Which workspaces somebody gets, and through what. */
export async function listWorkspaces(caller: Caller, id: string): Promise<UserWorkspaces> {
  const { row } = await findListed(caller, id)
  return workspacesAnswer(await readWorkspaces(caller, { id, routingProfileId: row.routingProfile?.id ?? null }))
}
