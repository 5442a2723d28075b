import { DescribeNotificationCommand, DescribeUserCommand, ListUserNotificationsCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { newNotification } from '../testing/new-notification.ts'
import { createPerson, outcomeOf, startWorld, type TestWorld } from '../testing/test-world.ts'

const WEEK_MILLISECONDS = 7 * 24 * 60 * 60 * 1000

async function notificationsOf({ client, instanceId: InstanceId }: TestWorld, UserId: string) {
  return (await client.send(new ListUserNotificationsCommand({ InstanceId, UserId }))).UserNotifications ?? []
}

test('is for those it names, or for the whole instance with who comes later; it lasts a week and is low unless told (OTH-04)', async () => {
  const now = Date.UTC(2026, 4, 1)
  const world = await startWorld({}, { now: () => now })
  const { client, instanceId: InstanceId } = world
  const [mine, other] = [await createPerson(world), await createPerson(world)]
  const { User } = await client.send(new DescribeUserCommand({ InstanceId, UserId: mine }))
  const toMe = await newNotification(world, {
    Recipients: [User?.Arn ?? ''],
    Priority: 'HIGH',
    Content: { de_DE: 'Grüße', ja_JP: '休憩' },
  })
  const toAll = await newNotification(world)
  const ids = async (UserId: string) => (await notificationsOf(world, UserId)).map((one) => one.NotificationId)
  expect(await ids(mine)).toEqual([toMe, toAll])
  expect(await ids(other)).toEqual([toAll])
  expect(await ids(await createPerson(world))).toEqual([toAll])
  const [first, second] = await notificationsOf(world, mine)
  expect(first).toMatchObject({ Priority: 'HIGH', Content: { de_DE: 'Grüße', ja_JP: '休憩' }, RecipientId: mine })
  expect(second).toMatchObject({ Priority: 'LOW', Source: 'CUSTOMER', CreatedAt: new Date(now) })
  expect(second?.ExpiresAt).toEqual(new Date(now + WEEK_MILLISECONDS))
})

test('the same token makes one notification (WIRE-08)', async () => {
  const world = await startWorld()
  const UserId = await createPerson(world)
  const first = await newNotification(world, { ClientToken: 'again' })
  expect(await newNotification(world, { ClientToken: 'again' })).toBe(first)
  expect(await newNotification(world)).not.toBe(first)
  expect(await notificationsOf(world, UserId)).toHaveLength(2)
})

test('refuses recipients that are none, texts in no language, and an end that is over', async () => {
  const world = await startWorld({}, { now: () => Date.UTC(2026, 4, 1) })
  const { arn } = world
  const outcome = (change: object) => outcomeOf(newNotification(world, change))
  expect(await outcome({ Recipients: [] })).toBe('InvalidParameterException')
  expect(await outcome({ Recipients: ['somebody'] })).toBe('InvalidParameterException')
  expect(await outcome({ Recipients: [`${arn}/queue/x`] })).toBe('InvalidParameterException')
  expect(await outcome({ Recipients: [`${arn}/agent/nobody`] })).toBe('ResourceNotFoundException')
  expect(await outcome({ Recipients: [`${arn.slice(0, -1)}_`] })).toBe('ResourceNotFoundException')
  expect(await outcome({ Recipients: Array.from({ length: 201 }, () => arn) })).toBe('InvalidParameterException')
  expect(await outcome({ Content: {} })).toBe('InvalidParameterException')
  expect(await outcome({ Content: { tlh_KL: 'nuqneH' } })).toBe('InvalidParameterException')
  expect(await outcome({ Priority: 'URGENT' })).toBe('InvalidParameterException')
  expect(await outcome({ ExpiresAt: new Date(Date.UTC(2026, 4, 1)) })).toBe('InvalidParameterException')
  expect(await outcome({ ExpiresAt: new Date(Date.UTC(2026, 4, 2)) })).toBe('ok')
})

test('an end of its own is kept', async () => {
  const world = await startWorld({}, { now: () => Date.UTC(2026, 4, 1) })
  const ExpiresAt = new Date(Date.UTC(2026, 6, 1))
  const NotificationId = await newNotification(world, { ExpiresAt })
  const { Notification } = await world.client.send(
    new DescribeNotificationCommand({ InstanceId: world.instanceId, NotificationId }),
  )
  expect(Notification?.ExpiresAt).toEqual(ExpiresAt)
})
