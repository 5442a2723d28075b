import type { AgentContactReference, Channel, HierarchyPathReference, UserData } from '@aws-sdk/client-connect'
import type { UserContact, UserStateRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import { arnOf } from './arn.ts'
import { hierarchyGroupAnswer, LEVEL_KEYS } from './hierarchy.ts'

/** A signed-in person as GetCurrentUserData gives one; slots come from the routing profile's concurrencies. */
export function userDataAnswer(instance: Instance, state: UserStateRecord): UserData {
  const user = instance.users.get(state.id)
  const profile = user && instance.routingProfiles.get(user.routingProfileId)
  const status = instance.agentStatuses.get(state.statusId)
  const max: Record<string, number> = Object.fromEntries(
    (profile?.mediaConcurrencies ?? []).map((media) => [media.Channel, media.Concurrency ?? 0]),
  )
  const active = countByChannel(state.contacts)
  const available = Object.fromEntries(
    Object.entries(max).map(([channel, slots]) => [channel, Math.max(0, slots - (active[channel as Channel] ?? 0))]),
  )
  return {
    User: { Id: state.id, Arn: arnOf(instance, 'agent', state.id) },
    ...(profile ? { RoutingProfile: { Id: profile.id, Arn: arnOf(instance, 'routing-profile', profile.id) } } : {}),
    HierarchyPath: pathOf(instance, user?.hierarchyGroupId),
    Status: {
      StatusStartTimestamp: new Date(state.startedAt),
      StatusArn: arnOf(instance, 'agent-state', state.statusId),
      StatusName: status?.name,
    },
    MaxSlotsByChannel: max,
    ActiveSlotsByChannel: active,
    AvailableSlotsByChannel: available,
    Contacts: state.contacts.map((contact) => contactAnswer(instance, contact)),
    NextStatus: state.nextStatusId === undefined ? undefined : instance.agentStatuses.get(state.nextStatusId)?.name,
  }
}

function countByChannel(contacts: readonly UserContact[]): Partial<Record<Channel, number>> {
  const counts: Partial<Record<Channel, number>> = {}
  for (const { channel } of contacts) counts[channel] = (counts[channel] ?? 0) + 1
  return counts
}

function contactAnswer(instance: Instance, contact: UserContact): AgentContactReference {
  return {
    ContactId: contact.id,
    Channel: contact.channel,
    InitiationMethod: 'INBOUND',
    AgentContactState: contact.state,
    StateStartTimestamp: new Date(contact.startedAt),
    ConnectedToAgentTimestamp: new Date(contact.startedAt),
    Queue: { Id: contact.queueId, Arn: arnOf(instance, 'queue', contact.queueId) },
  }
}

function pathOf(instance: Instance, groupId: string | undefined): HierarchyPathReference | undefined {
  const group = groupId === undefined ? undefined : instance.hierarchyGroups.get(groupId)
  if (!group) return undefined
  const { HierarchyPath = {} } = hierarchyGroupAnswer(instance, group)
  const path: HierarchyPathReference = {}
  for (const key of LEVEL_KEYS) {
    const part = HierarchyPath[key]
    if (part) path[key] = { Id: part.Id, Arn: part.Arn }
  }
  return path
}
