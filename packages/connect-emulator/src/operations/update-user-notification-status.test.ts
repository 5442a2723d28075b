import {
  DescribeUserCommand,
  ListUserNotificationsCommand,
  UpdateUserNotificationStatusCommand,
  type NotificationStatus,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { newNotification } from '../testing/new-notification.ts'
import { createPerson, outcomeOf, startWorld, type TestWorld } from '../testing/test-world.ts'

function mark(world: TestWorld, UserId: string, NotificationId: string, Status: NotificationStatus) {
  const input = { InstanceId: world.instanceId, UserId, NotificationId, Status }
  return outcomeOf(world.client.send(new UpdateUserNotificationStatusCommand(input)))
}

test('each person marks for themselves, to any status from any other; a hidden one is still told (OTH-04)', async () => {
  const world = await startWorld()
  const { client, instanceId: InstanceId } = world
  const [one, two] = [await createPerson(world), await createPerson(world)]
  const id = await newNotification(world)
  const statusOf = async (UserId: string) =>
    (await client.send(new ListUserNotificationsCommand({ InstanceId, UserId }))).UserNotifications?.[0]
      ?.NotificationStatus
  expect(await statusOf(one)).toBe('UNREAD')
  for (const status of ['READ', 'HIDDEN', 'HIDDEN', 'UNREAD', 'HIDDEN'] as const) {
    expect(await mark(world, one, id, status)).toBe('ok')
    expect(await statusOf(one)).toBe(status)
  }
  expect(await statusOf(two)).toBe('UNREAD')
})

test('refuses what was not sent to them, what is over, and what is no status (ERR-10)', async () => {
  let now = Date.UTC(2026, 4, 1)
  const world = await startWorld({}, { now: () => now })
  const { client, instanceId: InstanceId } = world
  const [one, two] = [await createPerson(world), await createPerson(world)]
  const { User } = await client.send(new DescribeUserCommand({ InstanceId, UserId: two }))
  const id = await newNotification(world, { Recipients: [User?.Arn ?? ''] })
  expect(await mark(world, one, id, 'READ')).toBe('ResourceNotFoundException')
  expect(await mark(world, two, 'none', 'READ')).toBe('ResourceNotFoundException')
  expect(await mark(world, 'nobody', id, 'READ')).toBe('ResourceNotFoundException')
  expect(await mark(world, two, id, 'SEEN' as NotificationStatus)).toBe('InvalidParameterException')
  expect(await mark(world, two, id, 'READ')).toBe('ok')
  now = Date.UTC(2026, 5, 1)
  expect(await mark(world, two, id, 'UNREAD')).toBe('ResourceNotFoundException')
})
