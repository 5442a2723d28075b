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

test('who goes on to a person is not taken back by the answer to the last letter', async ({ page, world }) => {
  const { Id, Username } = await world.describeUser()
  const answered = Promise.withResolvers<void>()
  const loaded = Promise.withResolvers<void>()
  await page.route(
    (url) => url.pathname.endsWith('/users') && url.searchParams.get('search') === Username,
    async (route) => {
      await answered.promise
      await route.continue()
    },
  )
  await page.route('**/user.page-*.js', async (route) => {
    await loaded.promise
    await route.continue()
  })
  await world.open(page, 'helpdesk')
  const screen = new Screen(page)
  await expect(screen.rows().first()).toBeVisible()
  await screen.search(Username.slice(0, -1))
  const asked = page.waitForRequest((request) => request.url().includes(encodeURIComponent(Username)))
  await page.keyboard.type(Username.slice(-1))
  await asked
  await screen.rows().filter({ hasText: Username }).first().getByRole('link').press('Enter')
  const answer = page.waitForResponse((response) => response.url().includes(encodeURIComponent(Username)))
  answered.resolve()
  await answer
  loaded.resolve()
  await expect(page.getByRole('button', { name: 'Reset' })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(`/people/${Id}$`))
  await page.goBack()
  await expect(page.getByRole('searchbox', { name: 'Find people' })).toHaveValue(Username)
})
