import {
  DeleteNotificationCommand,
  ListUserNotificationsCommand,
  UpdateUserNotificationStatusCommand,
  type NotificationStatus,
} from '@aws-sdk/client-connect'
import type { Locator, Page } from '@playwright/test'
import { expectFit } from './expect-fit.ts'
import { pressEnabled } from './press-enabled.ts'
import { Screen } from './screen.ts'
import { tellEveryone } from './tell-everyone.ts'
import { expect, test, type World } from './world.ts'

/** Not what is said of it once it is marked. */
function rowOf(page: Page, text: string): Locator {
  return page.getByRole('listitem').filter({ has: page.getByRole('paragraph').filter({ hasText: text }) })
}

async function statusOf({ connect, instanceId: InstanceId }: World, UserId: string, id: string) {
  const { UserNotifications = [] } = await connect.send(new ListUserNotificationsCommand({ InstanceId, UserId }))
  return UserNotifications.find(({ NotificationId }) => NotificationId === id)?.NotificationStatus
}

async function markElsewhere(
  { connect, instanceId: InstanceId }: World,
  UserId: string,
  NotificationId: string,
  Status: NotificationStatus,
) {
  await connect.send(new UpdateUserNotificationStatusCommand({ InstanceId, UserId, NotificationId, Status }))
}

test('a supervisor reads what somebody is told, and marks it by keyboard; hidden ones stay in sight', async ({
  page,
  world,
}) => {
  const { Id } = await world.describeUser()
  const calls = await tellEveryone(world, { de_DE: 'Kurze Gespräche', en_US: 'Calls are short today' })
  await tellEveryone(world, { de_DE: 'Die Kantine ist zu' })
  await world.open(page, 'supervisor', `people/${Id}`)
  const screen = new Screen(page)
  const row = rowOf(page, 'Calls are short today')
  await expect(row).toContainText(/Unread, high priority, since .*, until /)
  await expect(page.getByText('Die Kantine ist zu')).toHaveAttribute('lang', 'de-DE')
  await expectFit(page)
  const menu = page.getByRole('button', { name: 'Mark the notification: Calls are short today' })
  await pressEnabled(menu)
  await expect(page.getByRole('menuitem')).toHaveText(['Mark as read', 'Hide'])
  await page.keyboard.press('Enter')
  await screen.hear(/“Calls are short today” of .* is marked as read/)
  await expect(row).toContainText('Read, high priority')
  expect(await statusOf(world, Id, calls)).toBe('READ')
  await expect(menu).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('menuitem', { name: 'Hide' })).toBeFocused()
  await page.keyboard.press('Enter')
  await screen.hear(/“Calls are short today” of .* is hidden/)
  await expect(row).toContainText('Hidden, high priority')
  expect(await statusOf(world, Id, calls)).toBe('HIDDEN')
  await page.getByRole('link', { name: 'View change' }).click()
  await screen.see(/^Notification marked/)
  await expect(page.getByText('Notification “Calls are short today”')).toBeVisible()
  await expect(page.getByRole('gridcell', { name: 'Hidden' })).toBeVisible()
})

test('what the person did meanwhile is not overruled, and what is gone is said to be', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/409/)
  const { Id } = await world.describeUser()
  const id = await tellEveryone(world, { en_US: 'Calls are short today' })
  await tellEveryone(world, { en_US: 'The canteen is closed' })
  await world.open(page, 'supervisor', `people/${Id}`)
  const screen = new Screen(page)
  const row = rowOf(page, 'Calls are short today')
  const markAs = async (name: string) => {
    await row.getByRole('button', { name: /^Mark the notification/ }).click()
    await page.getByRole('menuitem', { name }).click()
  }
  await expect(row).toContainText('Unread')
  await markElsewhere(world, Id, id, 'HIDDEN')
  await markAs('Mark as read')
  await expect(row.getByRole('alert')).toContainText('Not marked: look again')
  await expect(row).toContainText('Hidden, high priority')
  expect(await statusOf(world, Id, id)).toBe('HIDDEN')
  await markAs('Mark as read')
  await expect(row).toContainText('Read, high priority')
  await expect(row.getByRole('alert')).toHaveCount(0)
  await world.connect.send(new DeleteNotificationCommand({ InstanceId: world.instanceId, NotificationId: id }))
  await markAs('Hide')
  await screen.hear(/“Calls are short today” of .* is gone/)
  await expect(row).toHaveCount(0)
})

test('a mark that Amazon Connect refuses is said at its notification, and nothing else moves', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/422/)
  const { Id } = await world.describeUser()
  await tellEveryone(world, { en_US: 'Calls are short today' })
  await world.fault({ operation: 'UpdateUserNotificationStatus', error: 'InvalidRequestException' })
  await world.open(page, 'administrator', `people/${Id}`)
  const row = rowOf(page, 'Calls are short today')
  await row.getByRole('button', { name: /^Mark the notification/ }).click()
  await page.getByRole('menuitem', { name: 'Hide' }).click()
  await expect(row.getByRole('alert')).toContainText('Not marked')
  await expect(row).toContainText('Unread, high priority')
})

test('helpdesk looks and is told why not more; what cannot be read is said, with the way out', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/50[23]/)
  const { Id } = await world.describeUser()
  await world.fault({ operation: 'ListUserNotifications', error: 'AccessDeniedException' })
  await world.open(page, 'helpdesk', `people/${Id}`)
  const alert = page.getByRole('alert').filter({ hasText: 'ListUserNotifications' })
  await expect(alert).toContainText('The notifications cannot be shown')
  await world.clearFaults()
  await alert.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(page.getByText('No notifications')).toBeVisible()
  await expect(page.getByText('Your role cannot mark notifications.')).toBeVisible()
  await tellEveryone(world, { en_US: 'Calls are short today' })
  await page.reload()
  await expect(page.getByText('Calls are short today')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Mark/ })).toHaveCount(0)
})
