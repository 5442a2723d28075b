import { TagResourceCommand, UpdateUserPhoneConfigCommand } from '@aws-sdk/client-connect'
import type { Page } from '@playwright/test'
import { Screen } from './screen.ts'
import { expect, test } from './world.ts'

const filterBy = async (page: Page, typed: string) => {
  const filter = page.getByRole('combobox', { name: 'Filter people by property' })
  await filter.fill(typed)
  await page.keyboard.press('Enter')
}

test('people are found by a tag’s key and by its value', async ({ page, world }) => {
  const { Arn, Username } = await world.describeUser()
  await world.connect.send(new TagResourceCommand({ resourceArn: Arn, tags: { Desk: 'Seventh' } }))
  await world.open(page, 'helpdesk')
  const screen = new Screen(page)
  await expect(page.getByRole('heading', { name: '40 people' })).toBeVisible()
  await filterBy(page, 'Tag = Desk=Seventh')
  await expect(page.getByRole('heading', { name: '1 match' })).toBeVisible()
  await expect(screen.rows().first()).toContainText(Username)
  await page.reload()
  await expect(page.getByRole('heading', { name: '1 match' })).toBeVisible()
  await screen.press('Clear filters')
  await expect(page.getByRole('heading', { name: '40 people' })).toBeVisible()
  await expect(page).not.toHaveURL(/filter/)
  await filterBy(page, 'Tag = Desk=Eighth')
  await expect(page.getByText('Nobody matches')).toBeVisible()
  await screen.press('Clear search and filters')
  await expect(page.getByRole('heading', { name: '40 people' })).toBeVisible()
})

test('who was changed by another tool is found as such, and nobody else', async ({ page, world }) => {
  const { Id, Username } = await world.describeUser()
  await world.open(page, 'helpdesk')
  const screen = new Screen(page)
  await expect(page.getByRole('heading', { name: '40 people' })).toBeVisible()
  await world.connect.send(
    new UpdateUserPhoneConfigCommand({
      InstanceId: world.instanceId,
      UserId: Id,
      PhoneConfig: { PhoneType: 'DESK_PHONE', DeskPhoneNumber: '+4930901820' },
    }),
  )
  await screen.press(/Refresh/)
  await filterBy(page, 'Changed elsewhere = Yes')
  await expect(page.getByRole('heading', { name: '1 match' })).toBeVisible()
  await expect(screen.rows().first()).toContainText(Username)
  await expect(screen.rows().first()).toContainText('Changed elsewhere')
})

test('columns are chosen and put into order by keyboard, for the one who is signed in', async ({ page, world }) => {
  await world.open(page, 'helpdesk')
  const screen = new Screen(page)
  const header = page.getByRole('grid').getByRole('columnheader')
  await expect(screen.rows().first()).toBeVisible()
  await screen.press('How the table looks')
  const dialog = page.getByRole('dialog', { name: 'How the table looks' })
  await dialog.getByRole('checkbox', { name: 'Tags' }).check()
  const up = dialog.getByRole('button', { name: 'Move Tags up' })
  await up.focus()
  for (let presses = 1; presses <= 7; presses += 1) {
    await page.keyboard.press('Enter')
    await expect(up).toBeFocused()
  }
  await page.keyboard.press('Enter')
  await expect(up).toBeDisabled()
  await expect(dialog.getByRole('button', { name: 'Move Tags down' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Apply' }).click()
  await expect(header.nth(1)).toContainText('Tags')
  await page.reload()
  await expect(header.nth(1)).toContainText('Tags')
  await expect(header.nth(0)).toContainText('Name')

  await page.context().clearCookies()
  await world.open(page, 'supervisor')
  await expect(screen.rows().first()).toBeVisible()
  await expect(header.nth(1)).not.toContainText('Tags')
})
