import { expect, signIn, test } from './world.ts'
import { Screen } from './screen.ts'

test('a person who is not signed in chooses who to be, and lands where they wanted to go', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/401/)
  await page.goto(`/${world.alias}/hierarchy`)
  await page.getByRole('link', { name: /sign in/i }).click()
  for (const name of ['administrator', 'supervisor', 'helpdesk', 'auditor']) {
    await expect(page.getByRole('button', { name: new RegExp(name, 'i') })).toBeVisible()
  }
  await page.getByRole('button', { name: /auditor/i }).click()
  await new Screen(page).see('Agent hierarchy')
  await expect(page).toHaveURL(new RegExp(`/${world.alias}/hierarchy`))
})

test('signing out ends the session, in the other tab too', async ({ page, world, context, complaints }) => {
  complaints.expected.push(/401/)
  await world.open(page, 'auditor')
  const other = await context.newPage()
  await other.goto(`/${world.alias}/people`)
  await new Screen(other).see('People')

  await page
    .getByRole('banner')
    .getByRole('button', { name: /auditor/i })
    .click()
  await page.getByRole('menuitem', { name: /sign out/i }).click()
  await expect(page.getByRole('link', { name: /sign in/i })).toBeVisible()
  await other.reload()
  await expect(other.getByRole('link', { name: /sign in/i })).toBeVisible()
})

test('an auditor reads everything and is offered no change', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await world.open(page, 'auditor', `people/${Id}`)
  const screen = new Screen(page)
  await expect(page.getByRole('heading', { name: 'Phone' })).toBeVisible()
  await expect(page.getByText('Your role cannot change phone settings.')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Edit/ })).toHaveCount(0)
  await screen.follow('Security profiles')
  await screen.see('Security profiles')
  await expect(page.getByRole('link', { name: 'Admin' })).toBeVisible()
  await expect(page.getByRole('button', { name: /create/i })).toHaveCount(0)
})

test('a page that is unknown says so, and the way back', async ({ page, world, complaints }) => {
  complaints.expected.push(/404/)
  await signIn(page, 'supervisor', `/${world.alias}/people/nobody`)
  await new Screen(page).see(/not found/i)
  await page
    .getByRole('link', { name: /people/i })
    .last()
    .click()
  await new Screen(page).see('People')
})
