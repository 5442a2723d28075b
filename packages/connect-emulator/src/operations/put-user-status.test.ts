import {
  GetCurrentUserDataCommand,
  ListAgentStatusesCommand,
  PutUserStatusCommand,
  SearchAgentStatusesCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createPerson, outcomeOf, startWorld, type TestWorld } from '../testing/test-world.ts'

async function statusIds({ client, instanceId: InstanceId }: TestWorld): Promise<Record<string, string>> {
  const { AgentStatusSummaryList = [] } = await client.send(new ListAgentStatusesCommand({ InstanceId }))
  return Object.fromEntries(AgentStatusSummaryList.map(({ Name, Id }) => [Name, Id ?? '']))
}

async function current({ client, instanceId: InstanceId }: TestWorld, id: string | undefined) {
  const { UserDataList } = await client.send(
    new GetCurrentUserDataCommand({ InstanceId, Filters: { Agents: [id ?? ''] } }),
  )
  return UserDataList?.[0]
}

test('sets the status of somebody who is free', async () => {
  const world = await startWorld({}, { now: () => 1_800_000_000_000 })
  const { client, instanceId: InstanceId, arn } = world
  const ids = await statusIds(world)
  const UserId = await createPerson(world)
  await client.send(new PutUserStatusCommand({ InstanceId, UserId, AgentStatusId: ids.Available }))
  expect((await current(world, UserId))?.Status).toEqual({
    StatusName: 'Available',
    StatusArn: `${arn}/agent-state/${ids.Available}`,
    StatusStartTimestamp: new Date(1_800_000_000_000),
  })
})

test('on a contact it becomes the next status (OTH-03)', async () => {
  const world = await startWorld({ users: 80 })
  const { client, instanceId: InstanceId } = world
  const ids = await statusIds(world)
  const { UserDataList = [] } = await client.send(new GetCurrentUserDataCommand({ InstanceId, Filters: {} }))
  const busy = UserDataList.find((data) => data.Contacts?.length)
  await client.send(new PutUserStatusCommand({ InstanceId, UserId: busy?.User?.Id, AgentStatusId: ids.Lunch }))
  expect(await current(world, busy?.User?.Id)).toMatchObject({
    NextStatus: 'Lunch',
    Status: { StatusName: busy?.Status?.StatusName },
  })
})

test('a disabled status is refused; unknown people and statuses are not found', async () => {
  const world = await startWorld({ users: 1 })
  const { client, instanceId: InstanceId } = world
  const UserId = await createPerson(world)
  const SearchCriteria = {
    StringCondition: { FieldName: 'state', Value: 'DISABLED', ComparisonType: 'EXACT' as const },
  }
  const { AgentStatuses } = await client.send(new SearchAgentStatusesCommand({ InstanceId, SearchCriteria }))
  const put = (id: string, AgentStatusId: string | undefined) =>
    outcomeOf(client.send(new PutUserStatusCommand({ InstanceId, UserId: id, AgentStatusId })))
  expect(await put(UserId, AgentStatuses?.[0]?.AgentStatusId)).toBe('InvalidRequestException')
  expect(await put(UserId, 'nope')).toBe('ResourceNotFoundException')
  expect(await put('nobody', (await statusIds(world)).Available)).toBe('ResourceNotFoundException')
})
