import {
  DeleteNotificationCommand,
  UpdateUserNotificationStatusCommand,
  type NotificationStatus,
} from '@aws-sdk/client-connect'
import { userNotifications } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { openConsole, type Person } from '../testing/open-console.ts'
import { findSomeone } from '../testing/someone.ts'
import { tellEveryone } from '../testing/tell-everyone.ts'

/** Somebody who is told one thing, as everybody is. */
async function openWithNotification() {
  const world = await openConsole({ spec: { users: 20 } })
  const { otherTool, instanceId: InstanceId } = world
  const notificationId = await tellEveryone(world, { en_US: 'Calls are short today' })
  const administrator = await world.signIn('administrator')
  const { id } = await findSomeone(world, administrator)
  const path = `${world.base}/users/${id}/notifications`
  const read = async () => userNotifications.parse((await administrator.get(path)).body)
  const one = async () => (await read()).items.find((item) => item.id === notificationId)
  return {
    world,
    id,
    notificationId,
    read,
    one,
    mark: async (status: string, { as = administrator, ...body }: { as?: Person; version?: string } = {}) =>
      as.put(path, { notificationId, status, version: (await one())?.version, ...body }),
    markElsewhere: (Status: NotificationStatus, NotificationId = notificationId) =>
      otherTool.send(new UpdateUserNotificationStatusCommand({ InstanceId, UserId: id, NotificationId, Status })),
    removeElsewhere: () =>
      otherTool.send(new DeleteNotificationCommand({ InstanceId, NotificationId: notificationId })),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

const statuses = (changes: readonly { readonly status: string | null }[]) => changes.map(({ status }) => status)

test('one is marked for this person, to any status, and the trail says what it was, by its text', async () => {
  await using opened = await openWithNotification()
  const { world, id, notificationId, mark, one } = opened
  for (const status of ['READ', 'HIDDEN', 'UNREAD'] as const) {
    const answer = await mark(status)
    expect([answer.status, statuses(answer.body.changes)]).toEqual([200, ['confirmed']])
    expect(userNotifications.parse(answer.body).items).toMatchObject([{ id: notificationId, status }])
    expect(await one()).toMatchObject({ status })
  }
  const [first] = await world.changes()
  expect(first).toMatchObject({
    action: 'users.updateNotification',
    operation: 'UpdateUserNotificationStatus',
    target: { kind: 'user', id },
    fields: [{ field: 'notifications', key: notificationId, before: 'UNREAD', after: 'READ' }],
    names: { [notificationId]: 'Calls are short today' },
    status: 'confirmed',
  })
})

test('nobody else’s is touched', async () => {
  await using opened = await openWithNotification()
  const { world, id, notificationId, mark } = opened
  await mark('HIDDEN')
  const administrator = await world.signIn('administrator')
  const other = await findSomeone(world, administrator, (row) => row.id !== id)
  const { items } = userNotifications.parse(
    (await administrator.get(`${world.base}/users/${other.id}/notifications`)).body,
  )
  expect(items).toMatchObject([{ id: notificationId, status: 'UNREAD' }])
})

test('what stands already is not sent again', async () => {
  await using opened = await openWithNotification()
  const { world, mark } = opened
  expect((await mark('UNREAD')).body.changes).toEqual([])
  expect(world.calls('UpdateUserNotificationStatus')).toEqual([])
})

test('one that was marked meanwhile, or is gone, is left alone, and what stands now is told', async () => {
  await using opened = await openWithNotification()
  const { world, one, mark, markElsewhere, removeElsewhere } = opened
  const version = (await one())?.version ?? ''
  await markElsewhere('HIDDEN')
  const { status, body } = await mark('READ', { version })
  expect([status, body.code]).toEqual([409, 'CONFLICT'])
  expect(userNotifications.parse(body.data.current).items).toMatchObject([{ status: 'HIDDEN' }])
  await removeElsewhere()
  const gone = await mark('READ', { version })
  expect([gone.status, userNotifications.parse(gone.body.data.current).items]).toEqual([409, []])
  expect(world.calls('UpdateUserNotificationStatus')).toHaveLength(1)
  expect(await world.changes()).toEqual([])
})

test('another that comes or is read meanwhile is no conflict', async () => {
  await using opened = await openWithNotification()
  const { world, one, mark, markElsewhere } = opened
  const version = (await one())?.version ?? ''
  await markElsewhere('READ', await tellEveryone(world, { en_US: 'Lunch is served' }))
  expect((await mark('READ', { version })).status).toBe(200)
})

test('what is no status is refused at its field, and nothing is asked', async () => {
  await using opened = await openWithNotification()
  const { world, mark } = opened
  const { status, body } = await mark('SNOOZED')
  expect([status, body.data.fields?.map(({ field }) => field)]).toEqual([400, ['status']])
  expect(world.calls('UpdateUserNotificationStatus')).toEqual([])
})

test('what Amazon Connect refuses is said at the field, and the change has failed', async () => {
  await using opened = await openWithNotification()
  const { world, mark, one } = opened
  const { instanceId } = world
  for (const error of ['InvalidRequestException', 'ResourceNotFoundException']) {
    world.emulator.setFault({ operation: 'UpdateUserNotificationStatus', error, instanceId, count: 1 })
    const { status, body } = await mark('READ')
    expect([status, body.data.fields?.map(({ field }) => field)]).toEqual([422, ['status']])
  }
  expect(statuses((await world.changes()) as { status: string }[])).toEqual(['failed', 'failed'])
  expect(await one()).toMatchObject({ status: 'UNREAD' })
})

test('an answer that was lost is no failure where the new status is read', async () => {
  await using opened = await openWithNotification()
  const { world, mark } = opened
  const { instanceId } = world
  world.emulator.setFault({ operation: 'UpdateUserNotificationStatus', error: 'half-body', instanceId })
  const { status, body } = await mark('READ')
  expect([status, statuses(body.changes)]).toEqual([200, ['confirmed']])
})

test('what could not be read back is said to be done, and confirmed as soon as it can be read', async () => {
  await using opened = await openWithNotification()
  const { world, one, mark } = opened
  const { instanceId } = world
  const version = (await one())?.version ?? ''
  world.emulator.setFault({ operation: 'UpdateUserNotificationStatus', delayMs: 15_000, instanceId })
  const marking = mark('READ', { version })
  await expect.poll(async () => (await world.changes()).length).toBe(1)
  // Lets the write go on, and fails what comes after it.
  world.emulator.clearFaults()
  world.emulator.setFault({ operation: 'ListUserNotifications', error: 'InternalServiceException', instanceId })
  const { body } = await marking
  expect(body).toMatchObject({
    code: 'change.partly_done',
    data: { done: ['The notification was marked as read.'], changes: [{ status: 'pending' }] },
  })
  world.emulator.clearFaults()
  await expect.poll(async () => statuses(await world.changes()), { timeout: 20_000 }).toEqual(['confirmed'])
})

test('who may not, is told so, and nothing is asked of Amazon Connect', async () => {
  await using opened = await openWithNotification()
  const { world, mark } = opened
  for (const role of ['helpdesk', 'auditor'] as const) {
    expect((await mark('READ', { as: await world.signIn(role) })).status).toBe(403)
  }
  expect(world.calls('UpdateUserNotificationStatus')).toEqual([])
})
