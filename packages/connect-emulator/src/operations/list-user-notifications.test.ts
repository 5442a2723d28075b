import { DeleteUserCommand, ListUserNotificationsCommand, ListUsersCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { newNotification } from '../testing/new-notification.ts'
import { createPerson, outcomeOf, startWorld } from '../testing/test-world.ts'

test('what is over is told no more; nobody is not found', async () => {
  let now = Date.UTC(2026, 4, 1)
  const world = await startWorld({}, { now: () => now })
  const UserId = await createPerson(world)
  await newNotification(world, { ExpiresAt: new Date(Date.UTC(2026, 4, 2)) })
  const kept = await newNotification(world)
  const list = (id: string) =>
    world.client.send(new ListUserNotificationsCommand({ InstanceId: world.instanceId, UserId: id }))
  expect((await list(UserId)).UserNotifications).toHaveLength(2)
  now = Date.UTC(2026, 4, 2)
  expect((await list(UserId)).UserNotifications?.map((one) => one.NotificationId)).toEqual([kept])
  expect(await outcomeOf(list('nobody'))).toBe('ResourceNotFoundException')
  await world.client.send(new DeleteUserCommand({ InstanceId: world.instanceId, UserId }))
  expect(await outcomeOf(list(UserId))).toBe('ResourceNotFoundException')
})

test('seeded people have some: read, unread and hidden, for all and for a few; the same seed gives the same', async () => {
  const told = async () => {
    const world = await startWorld({ alias: 'seeded', users: 40, notifications: 6 })
    const { client, instanceId: InstanceId } = world
    const { UserSummaryList = [] } = await client.send(new ListUsersCommand({ InstanceId }))
    const lists = UserSummaryList.map(async ({ Id: UserId }) => {
      const { UserNotifications = [] } = await client.send(new ListUserNotificationsCommand({ InstanceId, UserId }))
      return UserNotifications
    })
    return await Promise.all(lists)
  }
  const people = await told()
  const statuses = new Set(people.flat().map((one) => one.NotificationStatus))
  expect(statuses).toEqual(new Set(['READ', 'UNREAD', 'HIDDEN']))
  expect(Math.min(...people.map((list) => list.length))).toBeGreaterThanOrEqual(2)
  expect(new Set(people.map((list) => list.length)).size).toBeGreaterThan(1)
  expect(await told()).toEqual(people)
})
