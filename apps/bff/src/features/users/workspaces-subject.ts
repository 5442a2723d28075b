import type { UserWorkspaces } from '@patchbay/contract'
import { byName } from '../../connect/directory/collation.ts'
import { versionOf } from '../../connect/version.ts'
import { searchWorkspaceAssociations } from '../../connect/workspaces/search-workspace-associations.ts'
import type { Workspace } from '../../connect/workspaces/search-workspaces.ts'
import type { Reader, Subject } from '../writes/write.ts'
import { readUser, type UserReading } from './read-user.ts'
import { decidedByPerson, userSubject } from './user-subject.ts'

interface Person {
  readonly id: string
  readonly routingProfileId: string | null
}

/** The workspaces of an instance, and which of them are assigned to one person, themselves or by their routing profile. */
interface PersonsWorkspaces {
  readonly id: string
  readonly all: readonly Workspace[]
  /** Ids. */
  readonly own: readonly string[]
  readonly byProfile: readonly string[]
  readonly version: string
  readonly asOf: Date
}

export interface WorkspacesReading extends PersonsWorkspaces {
  readonly user: UserReading
}

/** The workspaces that are assigned to a person as the write engine sees them: read and compared apart from the rest. */
export const workspacesSubject: Subject<WorkspacesReading, UserWorkspaces> = {
  ...decidedByPerson,
  kind: 'user',
  word: 'person',
  read: async (reader, id) => {
    const user = await readUser(reader, id)
    return { ...(await readWorkspaces(reader, user.settings)), user }
  },
  states: ({ own }) => own.map((id) => ({ field: 'workspaces', key: id, value: id })),
  describe: async (caller, { user, all }) => {
    const described = await userSubject.describe(caller, user)
    return { ...described, names: { ...described.names, ...Object.fromEntries(all.map(({ id, name }) => [id, name])) } }
  },
  answer: async (_caller, reading) => workspacesAnswer(reading),
  remember: () => undefined,
}

export async function readWorkspaces(
  { instance, signal, now }: Reader,
  { id, routingProfileId }: Person,
): Promise<PersonsWorkspaces> {
  const startedAt = now()
  const [workspaces, associations] = await Promise.all([
    instance.readings.workspaces.get({ signal }),
    searchWorkspaceAssociations(instance, routingProfileId === null ? [id] : [id, routingProfileId], { signal }),
  ])
  const of = (resourceId: string | null) =>
    associations.filter((one) => one.resourceId === resourceId).map((one) => one.workspaceId)
  const own = of(id).toSorted()
  const asOf = new Date(Math.min(+startedAt, +workspaces.asOf))
  return { id, all: workspaces.value, own, byProfile: of(routingProfileId), version: versionOf({ id, own }), asOf }
}

/** Assigned to the person, assigned to their routing profile, or visible to everyone (WS-04, WS-05). */
export function workspacesAnswer({ id, all, own, byProfile, version, asOf }: PersonsWorkspaces): UserWorkspaces {
  const items = all.flatMap((workspace) => {
    const through: UserWorkspaces['items'][number]['through'] = []
    if (workspace.visibility === 'ALL') through.push('everyone')
    if (own.includes(workspace.id)) through.push('person')
    if (byProfile.includes(workspace.id)) through.push('routing-profile')
    if (through.length === 0) return []
    return [{ id: workspace.id, name: workspace.name, through, isHidden: workspace.visibility === 'NONE' }]
  })
  return { id, version, items: items.toSorted(byName), asOf: asOf.toISOString() }
}
