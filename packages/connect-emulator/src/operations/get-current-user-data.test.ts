import {
  DescribeUserCommand,
  GetCurrentUserDataCommand,
  ListQueuesCommand,
  ListRoutingProfilesCommand,
  ListUserHierarchyGroupsCommand,
  paginateGetCurrentUserData,
  type UserData,
  type UserDataFilters,
} from '@aws-sdk/client-connect'
import { beforeEach, expect, test } from 'vitest'
import { outcomeOf, startWorld, type TestWorld } from '../testing/test-world.ts'

let world: TestWorld
let everybody: UserData[]

beforeEach(async () => {
  world = await startWorld({ users: 200, routingProfiles: 3, hierarchyGroups: 10 })
  everybody = []
  const input = { InstanceId: world.instanceId, Filters: {} }
  for await (const page of paginateGetCurrentUserData({ client: world.client, pageSize: 20 }, input))
    everybody.push(...(page.UserDataList ?? []))
})

async function filtered(Filters: UserDataFilters): Promise<UserData[]> {
  const answer = await world.client.send(new GetCurrentUserDataCommand({ InstanceId: world.instanceId, Filters }))
  expect(answer.ApproximateTotalCount).toBe(answer.UserDataList?.length)
  return answer.UserDataList ?? []
}

test('only people who are signed in, each with user, profile, path, status, slots and contacts', async () => {
  expect(everybody.length).toBeGreaterThan(20)
  expect(everybody.length).toBeLessThan(100)
  const busy = everybody.find((data) => data.Contacts?.length)
  const { User } = await world.client.send(
    new DescribeUserCommand({ InstanceId: world.instanceId, UserId: busy?.User?.Id }),
  )
  expect(busy).toMatchObject({
    User: { Id: User?.Id, Arn: User?.Arn },
    RoutingProfile: { Id: User?.RoutingProfileId },
    Status: { StatusName: 'Available', StatusStartTimestamp: expect.any(Date) },
    MaxSlotsByChannel: { VOICE: 1, CHAT: 2, TASK: 1 },
    ActiveSlotsByChannel: { VOICE: 1 },
    AvailableSlotsByChannel: { VOICE: 0, CHAT: 2, TASK: 1 },
    Contacts: [{ Channel: 'VOICE', Queue: { Arn: expect.stringContaining('/queue/') } }],
  })
})

test('by agents, routing profiles, queues and hierarchy group, id or ARN (OTH-03)', async () => {
  const { client, instanceId: InstanceId } = world
  const [one] = everybody
  expect(await filtered({ Agents: [one?.User?.Arn ?? ''] })).toEqual([one])
  const { RoutingProfileSummaryList } = await client.send(new ListRoutingProfilesCommand({ InstanceId }))
  const profile = RoutingProfileSummaryList?.[0]?.Id ?? ''
  const ofProfile = everybody.filter((data) => data.RoutingProfile?.Id === profile)
  expect(await filtered({ RoutingProfiles: [profile] })).toEqual(ofProfile)
  const { QueueSummaryList } = await client.send(new ListQueuesCommand({ InstanceId, QueueTypes: ['STANDARD'] }))
  const basic = QueueSummaryList?.find((queue) => queue.Name === 'BasicQueue')?.Id ?? ''
  expect(await filtered({ Queues: [basic] })).toEqual(ofProfile)
  const { UserHierarchyGroupSummaryList } = await client.send(new ListUserHierarchyGroupsCommand({ InstanceId }))
  const top = UserHierarchyGroupSummaryList?.[0]?.Id ?? ''
  expect(await filtered({ UserHierarchyGroups: [top] })).toEqual(
    everybody.filter((data) => data.HierarchyPath?.LevelOne?.Id === top),
  )
})

test('by contact state, alone or with another filter', async () => {
  const connected = await filtered({ ContactFilter: { ContactStates: ['CONNECTED'] } })
  expect(connected).toEqual(everybody.filter((data) => data.Contacts?.[0]?.AgentContactState === 'CONNECTED'))
  const Agents = everybody.slice(0, 5).map((data) => data.User?.Id ?? '')
  const both = await filtered({ Agents, ContactFilter: { ContactStates: ['CONNECTED'] } })
  expect(both.every((data) => Agents.includes(data.User?.Id ?? ''))).toBe(true)
})

test('one filter at most, up to 100 entries (OTH-03)', async () => {
  expect(await outcomeOf(filtered({ Agents: ['a'], Queues: ['b'] }))).toBe('InvalidParameterException')
  expect(await outcomeOf(filtered({ Agents: Array.from({ length: 101 }, () => 'a') }))).toBe(
    'InvalidParameterException',
  )
  expect(await outcomeOf(filtered({ UserHierarchyGroups: ['nope'] }))).toBe('ResourceNotFoundException')
})
