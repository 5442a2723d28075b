import type { Page } from '@playwright/test'
import { Screen } from './screen.ts'
import { expect, test } from './world.ts'

/** The scripts of the page that is open are no longer there, as after a new release. */
async function replaceRelease(page: Page): Promise<void> {
  await page.route('**/assets/*.js', (route) => route.fulfill({ status: 404 }))
}

test('a page from before a new release keeps what was typed, and still says what is saved', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/404/, /could not be loaded/)
  const { Id } = await world.describeUser()
  await world.open(page, 'helpdesk', `people/${Id}?edit=phone`)
  const screen = new Screen(page)
  await screen.fill('After-contact work', '7:00')
  await replaceRelease(page)
  await screen.press('Save 1 change')
  await expect(page.getByRole('status').filter({ hasText: /Phone settings of .+ are saved/ })).toBeVisible()
  await expect(screen.value('After-contact work')).toHaveText('7 minutes')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: 'Reset' })
  await expect(dialog.getByRole('alert')).toContainText('could not be loaded')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(screen.value('After-contact work')).toHaveText('7 minutes')
})

test('a list from before a new release tells which dialogs do not come, and goes on', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/404/, /could not be loaded/)
  const { Username } = await world.describeUser()
  await world.open(page, 'helpdesk')
  const screen = new Screen(page)
  await expect(screen.rows().first()).toBeVisible()
  await replaceRelease(page)
  await screen.press('How the table looks')
  const table = page.getByRole('dialog', { name: 'How the table looks' })
  await expect(table.getByRole('alert')).toContainText('could not be loaded')
  await page.keyboard.press('Escape')
  await screen.press('Saved filters')
  await page.getByRole('menuitem', { name: 'Save this filter' }).click()
  const filters = page.getByRole('dialog', { name: 'Saved filters' })
  await expect(filters.getByRole('alert')).toContainText('could not be loaded')
  await filters.getByRole('button', { name: 'Close' }).click()
  await screen.search(Username)
  await expect(screen.rows()).toHaveCount(1)
})
