import { randomUUID } from 'node:crypto'
import {
  CreateUserCommand,
  CreateWorkspaceCommand,
  ListAgentStatusesCommand,
  PutUserStatusCommand,
} from '@aws-sdk/client-connect'
import { userNotifications, type HierarchyGroup } from '@patchbay/contract'
import type { OpenDoorOptions } from '../../../connect/testing/open-door.ts'
import { openConsole, type OpenConsole, type Person } from '../../testing/open-console.ts'
import { tellEveryone } from '../../testing/tell-everyone.ts'

export const roles = ['administrator', 'supervisor', 'helpdesk', 'auditor'] as const
export type RoleName = (typeof roles)[number]

/** Where a person stands, seen from the supervisor; `absent` is nobody at all. */
export const cases = ['in', 'edge', 'parent', 'out', 'nowhere', 'privileged', 'self', 'absent'] as const
export type Case = (typeof cases)[number]

export interface MatrixWorld {
  readonly console: OpenConsole
  readonly people: Readonly<Record<RoleName, Person>>
  /** Group ids: the supervisor's, one below it, its parent, and one elsewhere. */
  readonly groups: Readonly<Record<'edge' | 'in' | 'parent' | 'out', string>>
  /** Ids of security profiles by name. */
  readonly profiles: ReadonlyMap<string, string>
  readonly routingProfileIds: readonly string[]
  /** One that nobody was given. */
  readonly workspaceId: string
  /** One that everybody is told. */
  readonly notificationId: string
  /** Someone in this place, as they were made; for `absent` an id that nobody has. `self` is the user of `role`. */
  personIn(which: Case, role: RoleName): Promise<string>
  /** A contact that they missed; the id of it. */
  giveContact(userId: string): string
  /** The version of a person, or of what below them has one of its own: `/status`. */
  readVersion(userId: string, part: string): Promise<string | undefined>
  /** The person is not as they were made any more. */
  retire(id: string): void
  /** Calls to Amazon Connect while `act` runs. */
  callsOf(act: () => Promise<unknown>): Promise<number>
}

/** An instance with a supervisor of one level-two group, and everybody else of the four roles. */
export async function openMatrixWorld(options: OpenDoorOptions = {}): Promise<MatrixWorld> {
  const console = await openConsole({
    ...options,
    spec: { users: 60, hierarchyGroups: 40, securityProfiles: 24, routingProfiles: 3, quotas: { users: 2_000 } },
  })
  const { alias } = console.instance.info
  const place = `${alias}:Europe, Middle East and Africa / Deutschland`
  const signIn = (role: RoleName) =>
    console.signIn(role, { username: usernameOf(role), ...(role === 'supervisor' && { places: [place] }) })
  const [administrator, supervisor, helpdesk, auditor] = await Promise.all(roles.map(signIn))
  const people = { administrator, supervisor, helpdesk, auditor } as Record<RoleName, Person>

  const { groups } = (await people.administrator.get(`${console.base}/hierarchy`)).body
  const edge = required(groups.find(({ name }) => name === 'Deutschland'))
  const inside = required(groups.find(({ parentId }) => parentId === edge.id))
  const out = required(
    groups.find(({ parentId, id }) => parentId === edge.parentId && id !== edge.id) ?? groups.find(isOtherTop(edge)),
  )
  const listed = (await people.administrator.get(`${console.base}/security-profiles`)).body.items
  const profiles = new Map(listed.map((row) => [(row as unknown as { name: string }).name, row.id]))
  const routing = (await people.administrator.get(`${console.base}/routing-profiles`)).body.items.map(({ id }) => id)
  const groupOf: Readonly<Record<Case, string | undefined>> = {
    in: inside.id,
    edge: edge.id,
    parent: edge.parentId ?? undefined,
    out: out.id,
    nowhere: undefined,
    privileged: inside.id,
    self: inside.id,
    absent: undefined,
  }
  const { AgentStatusSummaryList: statuses = [] } = await console.otherTool.send(
    new ListAgentStatusesCommand({ InstanceId: console.instanceId }),
  )
  const AgentStatusId = statuses.find(({ Type }) => Type === 'ROUTABLE')?.Id
  const { WorkspaceId } = await console.otherTool.send(
    new CreateWorkspaceCommand({ InstanceId: console.instanceId, Name: 'Given by hand' }),
  )
  const notificationId = await tellEveryone(console, { en_US: 'For everybody' })
  const ready = new Map<string, string>()

  async function personIn(which: Case, role: RoleName): Promise<string> {
    if (which === 'absent') return randomUUID()
    const key = which === 'self' ? `self ${role}` : which
    const kept = ready.get(key)
    if (kept !== undefined) return kept
    const { UserId = '' } = await console.otherTool.send(
      new CreateUserCommand({
        InstanceId: console.instanceId,
        Username: which === 'self' ? usernameOf(role).toUpperCase() : `p${randomUUID().slice(0, 13)}`,
        Password: 'Secret123',
        IdentityInfo: { FirstName: 'Some', LastName: 'Body', Email: 'some@body.example' },
        PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: false, AfterContactWorkTimeLimit: 5 },
        RoutingProfileId: routing[0],
        HierarchyGroupId: groupOf[which],
        SecurityProfileIds: [required(profiles.get(which === 'privileged' ? 'Admin' : 'Agent'))],
      }),
    )
    // Signed in: of nobody else can the status be set.
    await console.otherTool.send(new PutUserStatusCommand({ InstanceId: console.instanceId, UserId, AgentStatusId }))
    ready.set(key, UserId)
    return UserId
  }

  return {
    console,
    people,
    groups: { edge: edge.id, in: inside.id, parent: required(edge.parentId), out: out.id },
    profiles,
    routingProfileIds: routing,
    workspaceId: required(WorkspaceId),
    notificationId,
    personIn,
    giveContact: (userId) => console.emulator.putContact({ instanceId: console.instanceId, userId, state: 'MISSED' }),
    async readVersion(userId, part) {
      const { body } = await people.administrator.get(`${console.base}/users/${userId}${part}`)
      // Of notifications each has its own.
      if (part !== '/notifications') return body.version
      return userNotifications.parse(body).items.find(({ id }) => id === notificationId)?.version
    },
    retire(id) {
      for (const [key, kept] of ready) if (kept === id) ready.delete(key)
    },
    async callsOf(act) {
      const count = () => console.emulator.countCalls({ instanceId: console.instanceId })
      const before = count()
      await act()
      return count() - before
    },
  }
}

const usernameOf = (role: RoleName) => `own.${role}`
const isOtherTop = (edge: HierarchyGroup) => (group: HierarchyGroup) =>
  group.parentId === null && group.id !== edge.parentId

function required<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The seeded instance has not what the matrix needs.')
  return value
}
