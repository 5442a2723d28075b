import {
  DeleteNotificationCommand,
  ListUserNotificationsCommand,
  UpdateUserNotificationStatusCommand,
} from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { newNotification } from '../testing/new-notification.ts'
import { createPerson, outcomeOf, startWorld } from '../testing/test-world.ts'

test('is gone for everybody, whatever they marked it', async () => {
  const world = await startWorld()
  const { client, instanceId: InstanceId } = world
  const UserId = await createPerson(world)
  const NotificationId = await newNotification(world)
  const kept = await newNotification(world)
  await client.send(new UpdateUserNotificationStatusCommand({ InstanceId, UserId, NotificationId, Status: 'HIDDEN' }))
  const remove = () => outcomeOf(client.send(new DeleteNotificationCommand({ InstanceId, NotificationId })))
  expect(await remove()).toBe('ok')
  const { UserNotifications } = await client.send(new ListUserNotificationsCommand({ InstanceId, UserId }))
  expect(UserNotifications?.map((one) => one.NotificationId)).toEqual([kept])
  expect(await remove()).toBe('ResourceNotFoundException')
})
