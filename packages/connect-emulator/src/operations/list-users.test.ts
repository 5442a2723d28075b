import { DeleteUserCommand, ListUsersCommand, paginateListUsers } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { createPerson, startWorld } from '../testing/test-world.ts'

test('rows have id, ARN, name and time, no more (USR-23)', async () => {
  const world = await startWorld({}, { now: () => 1_800_000_000_000 })
  const Id = await createPerson(world, { Username: 'ada' })
  const { UserSummaryList } = await world.client.send(new ListUsersCommand({ InstanceId: world.instanceId }))
  expect(UserSummaryList).toEqual([
    {
      Id,
      Arn: `${world.arn}/agent/${Id}`,
      Username: 'ada',
      LastModifiedTime: new Date(1_800_000_000_000),
      LastModifiedRegion: 'us-east-1',
    },
  ])
})

test('a page holds 100 when the request names no size, and the SDK’s paginator sees everybody once (CONS-04, CONS-06)', async () => {
  const world = await startWorld({ users: 250 })
  const first = await world.client.send(new ListUsersCommand({ InstanceId: world.instanceId }))
  expect(first.UserSummaryList).toHaveLength(100)
  const ids: (string | undefined)[] = []
  for await (const page of paginateListUsers(
    { client: world.client, pageSize: 60 },
    { InstanceId: world.instanceId },
  )) {
    ids.push(...(page.UserSummaryList ?? []).map((user) => user.Id))
  }
  expect(ids).toHaveLength(250)
  expect(new Set(ids).size).toBe(250)
})

test('no token on the last page, even when it is full (CONS-04)', async () => {
  const world = await startWorld({ users: 10 })
  const page = await world.client.send(new ListUsersCommand({ InstanceId: world.instanceId, MaxResults: 10 }))
  expect(page.UserSummaryList).toHaveLength(10)
  expect(page.NextToken).toBeUndefined()
})

test('people deleted or created between two pages neither repeat nor hide others', async () => {
  const world = await startWorld({ users: 6 })
  const page = { InstanceId: world.instanceId, MaxResults: 3 }
  const first = await world.client.send(new ListUsersCommand(page))
  await world.client.send(
    new DeleteUserCommand({ InstanceId: world.instanceId, UserId: first.UserSummaryList?.[2]?.Id }),
  )
  const added = await createPerson(world)
  const second = await world.client.send(new ListUsersCommand({ ...page, NextToken: first.NextToken }))
  const third = await world.client.send(new ListUsersCommand({ ...page, NextToken: second.NextToken }))
  expect(second.UserSummaryList).toHaveLength(3)
  expect(third.UserSummaryList?.map((user) => user.Id)).toEqual([added])
})
