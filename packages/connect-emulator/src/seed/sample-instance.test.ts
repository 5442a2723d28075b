import {
  DescribeSecurityProfileCommand,
  DescribeUserHierarchyGroupCommand,
  ListAgentStatusesCommand,
  ListEntitySecurityProfilesCommand,
  ListQueuesCommand,
  ListRoutingProfileQueuesCommand,
  ListRoutingProfilesCommand,
  ListSecurityProfilePermissionsCommand,
  ListWorkspacePagesCommand,
  ListWorkspacesCommand,
  SearchSecurityProfilesCommand,
  SearchWorkspaceAssociationsCommand,
  UpdateSecurityProfileCommand,
} from '@aws-sdk/client-connect'
import { beforeEach, expect, test } from 'vitest'
import { createRandom } from './random.ts'
import { outcomeOf, startWorld, type TestWorld } from '../testing/test-world.ts'

const SAMPLE = {
  alias: 'meridian',
  users: 300,
  hierarchyGroups: 180,
  securityProfiles: 24,
  routingProfiles: 14,
  workspaces: 6,
  aiAgents: 3,
}

let world: TestWorld

beforeEach(async () => {
  world = await startWorld(SAMPLE)
})

async function permissionsOf(name: string): Promise<string[]> {
  const input = { InstanceId: world.instanceId, SecurityProfileId: world.profiles[name], MaxResults: 1000 }
  return (await world.client.send(new ListSecurityProfilePermissionsCommand(input))).Permissions ?? []
}

test('24 security profiles with the four defaults among them, Admin’s the longest list but for the break-glass one (SP-06)', async () => {
  expect(Object.keys(world.profiles)).toHaveLength(24)
  const sizes: Record<string, number> = {}
  for (const name of Object.keys(world.profiles)) sizes[name] = (await permissionsOf(name)).length
  expect(sizes.Agent).toBe(2)
  expect(sizes.Admin).toBeGreaterThan(250)
  expect(Math.max(...Object.values(sizes))).toBe(sizes.Admin)
  expect(sizes.Supervisor).toBeGreaterThan(5)
})

test('every seeded profile is one that an update would take', async () => {
  for (const SecurityProfileId of Object.values(world.profiles)) {
    const input = { InstanceId: world.instanceId, SecurityProfileId }
    const { SecurityProfile } = await world.client.send(new DescribeSecurityProfileCommand(input))
    const { Description, AllowedAccessControlTags, TagRestrictedResources, HierarchyRestrictedResources } =
      SecurityProfile ?? {}
    const change = { Description, AllowedAccessControlTags, TagRestrictedResources, HierarchyRestrictedResources }
    expect(await outcomeOf(world.client.send(new UpdateSecurityProfileCommand({ ...input, ...change })))).toBe('ok')
  }
})

test('some profiles are restricted by tag, one by a hierarchy group that is there (TBAC-03, HBAC-01)', async () => {
  const { client, instanceId: InstanceId } = world
  const { SecurityProfiles = [] } = await client.send(
    new SearchSecurityProfilesCommand({ InstanceId, MaxResults: 100 }),
  )
  const described = await Promise.all(
    SecurityProfiles.map(({ Id }) =>
      client.send(new DescribeSecurityProfileCommand({ InstanceId, SecurityProfileId: Id })),
    ),
  )
  const byTag = described.filter(
    ({ SecurityProfile }) => Object.keys(SecurityProfile?.AllowedAccessControlTags ?? {}).length > 0,
  )
  expect(byTag.length).toBeGreaterThan(2)
  const byHierarchy = described.find(({ SecurityProfile }) => SecurityProfile?.HierarchyRestrictedResources?.length)
  const HierarchyGroupId = byHierarchy?.SecurityProfile?.AllowedAccessControlHierarchyGroupId
  expect(await outcomeOf(client.send(new DescribeUserHierarchyGroupCommand({ InstanceId, HierarchyGroupId })))).toBe(
    'ok',
  )
})

test('14 routing profiles, each with queues that are there', async () => {
  const { client, instanceId: InstanceId } = world
  const { QueueSummaryList = [] } = await client.send(new ListQueuesCommand({ InstanceId, QueueTypes: ['STANDARD'] }))
  const queueIds = new Set(QueueSummaryList.map((queue) => queue.Id))
  const { RoutingProfileSummaryList = [] } = await client.send(new ListRoutingProfilesCommand({ InstanceId }))
  expect(RoutingProfileSummaryList).toHaveLength(14)
  for (const { Id } of RoutingProfileSummaryList) {
    const { RoutingProfileQueueConfigSummaryList = [] } = await client.send(
      new ListRoutingProfileQueuesCommand({ InstanceId, RoutingProfileId: Id }),
    )
    expect(RoutingProfileQueueConfigSummaryList.length).toBeGreaterThan(0)
    expect(RoutingProfileQueueConfigSummaryList.every((row) => queueIds.has(row.QueueId))).toBe(true)
  }
})

test('6 workspaces with a home page, people and routing profiles (WS-04, WS-06)', async () => {
  const { client, instanceId: InstanceId } = world
  const { WorkspaceSummaryList = [] } = await client.send(new ListWorkspacesCommand({ InstanceId }))
  expect(new Set(WorkspaceSummaryList.map((workspace) => workspace.Name)).size).toBe(6)
  for (const { Id } of WorkspaceSummaryList) {
    const { WorkspacePageList } = await client.send(new ListWorkspacePagesCommand({ InstanceId, WorkspaceId: Id }))
    expect(WorkspacePageList).toMatchObject([{ Page: 'HOME', ResourceArn: `${world.arn}/view/home-page` }])
    const StringCondition = { FieldName: 'workspaceId', Value: Id, ComparisonType: 'EXACT' as const }
    const { WorkspaceAssociations = [] } = await client.send(
      new SearchWorkspaceAssociationsCommand({ InstanceId, SearchCriteria: { StringCondition } }),
    )
    const types = new Set(WorkspaceAssociations.map((association) => association.ResourceType))
    expect(types).toEqual(new Set(['USER', 'ROUTING_PROFILE']))
    expect(WorkspaceAssociations.every((association) => association.ResourceName)).toBe(true)
  }
})

test('3 AI agents, known by the security profiles they have (AI-04)', async () => {
  const ids = createRandom('1 ai agents', `${world.instanceId} ai agents`)
  const assistantId = ids.uuid()
  const found: unknown[] = []
  for (let at = 0; at < 3; at++) {
    const EntityArn = `arn:aws:wisdom:us-east-1:123456789012:ai-agent/${assistantId}/${ids.uuid()}`
    const input = { InstanceId: world.instanceId, EntityType: 'AI_AGENT' as const, EntityArn }
    found.push(...((await world.client.send(new ListEntitySecurityProfilesCommand(input))).SecurityProfiles ?? []))
  }
  expect(found).toHaveLength(3)
})

test('agent statuses: the two built-in ones and some of the contact centre’s own (OTH-06)', async () => {
  const { AgentStatusSummaryList = [] } = await world.client.send(
    new ListAgentStatusesCommand({ InstanceId: world.instanceId }),
  )
  expect(AgentStatusSummaryList.map((status) => status.Type)).toEqual([
    'ROUTABLE',
    'OFFLINE',
    'CUSTOM',
    'CUSTOM',
    'CUSTOM',
    'CUSTOM',
  ])
})
