import { Screen } from './screen.ts'
import { expect, test } from './world.ts'

test('/ finds, Down and j move, Enter opens, and going back lands on the row one came from', async ({
  page,
  world,
}) => {
  await world.open(page, 'helpdesk')
  const rows = new Screen(page).rows()
  await expect(rows.first()).toBeVisible()
  await page.keyboard.press('/')
  const search = page.getByRole('searchbox', { name: 'Find people' })
  await expect(search).toBeFocused()
  // Where one types, a letter is a letter.
  await page.keyboard.type('j/?')
  await expect(search).toHaveValue('j/?')
  await search.fill('')
  await expect(page.getByRole('heading', { name: '40 people' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(0).getByRole('link')).toBeFocused()
  for (const key of ['j', 'j', 'k']) await page.keyboard.press(key)
  const second = rows.nth(1).getByRole('link')
  await expect(second).toBeFocused()
  const name = await second.innerText()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeFocused()
  await page.goBack()
  await expect(second).toBeFocused()
})

test('? lists the keys, and they can be switched off', async ({ page, world }) => {
  await world.open(page, 'auditor')
  const rows = new Screen(page).rows()
  await expect(rows.first()).toBeVisible()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await dialog.getByText('Use single keys').click()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await page.keyboard.press('j')
  await page.keyboard.press('?')
  await expect(rows.first().getByRole('link')).not.toBeFocused()
  await expect(dialog).toHaveCount(0)
})

test('switching the instance stays with the kind of page', async ({ page, world }) => {
  await world.open(page, 'administrator', 'hierarchy')
  const screen = new Screen(page)
  await screen.see('Agent hierarchy')
  await page.getByRole('button', { name: `Instance ${world.alias}` }).click()
  await page.getByRole('menuitemcheckbox', { name: /meridian/ }).click()
  await expect(page).toHaveURL(/\/meridian\/hierarchy/)
  await screen.see('Agent hierarchy')
})
