import { expectFit } from './expect-fit.ts'
import { Screen } from './screen.ts'
import { expect, signIn, test } from './world.ts'

test('an auditor sees all 1,200 people of the sample instance, a page at a time', async ({ page }) => {
  await signIn(page, 'auditor', '/meridian/people')
  await expect(page.getByRole('heading', { name: '1,200 people' })).toBeVisible()
  await expect(new Screen(page).rows()).toHaveCount(50)
  await page.getByRole('button', { name: 'Page 2 of 24' }).click()
  await expect(page).toHaveURL(/page=2/)
  await expect(new Screen(page).rows()).toHaveCount(50)
})

test('in a narrow window pages are turned by their arrows, and a page that is no more leads to the last one', async ({
  page,
  world,
}) => {
  await page.setViewportSize({ width: 400, height: 800 })
  await world.open(page, 'auditor', 'people?pageSize=25&page=7')
  await expect(page.getByText('There is no such page')).toBeVisible()
  await page.getByRole('button', { name: 'Go to the last page' }).click()
  const pages = page.getByRole('navigation', { name: 'Pages of people' })
  await expect(pages).toHaveText('Page 2 of 2')
  await expect(new Screen(page).rows()).toHaveCount(15)
  await expect(pages.getByRole('button', { name: 'Next page' })).toBeDisabled()
  await pages.getByRole('button', { name: 'Previous page' }).press('Enter')
  await expect(pages).toHaveText('Page 1 of 2')
  await expect(new Screen(page).rows()).toHaveCount(25)
  await expectFit(page)
})

test('names have the room that they need, and short columns no more', async ({ page, world }) => {
  await page.setViewportSize({ width: 1_920, height: 1_080 })
  await world.open(page, 'auditor')
  await expect(new Screen(page).rows().first()).toBeVisible()
  const widthOf = async (name: string) =>
    (await page.getByRole('columnheader', { name }).first().boundingBox())?.width ?? 0
  expect(await widthOf('Name')).toBeGreaterThan(250)
  expect(await widthOf('Auto-accept')).toBeLessThan(110)
})

test('finding somebody by a part of the name keeps its place in the address', async ({ page, world }) => {
  const { Id, Username } = await world.describeUser()
  await world.open(page, 'helpdesk')
  await page.getByLabel('Find people').fill(Username)
  await expect(page).toHaveURL(new RegExp(`search=${encodeURIComponent(Username)}`))
  await expect(new Screen(page).rows().first()).toContainText(Username)
  const address = page.url()

  await page.reload()
  await expect(page.getByLabel('Find people')).toHaveValue(Username)
  await new Screen(page).rows().filter({ hasText: Username }).first().getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`/people/${Id}`))
  await page.goBack()
  expect(page.url()).toBe(address)
})

test('sorting by user name turns the list round', async ({ page, world }) => {
  await world.open(page, 'auditor', 'people?sort=username&order=asc')
  const firstRow = new Screen(page).rows().first()
  await expect(firstRow).toBeVisible()
  const first = await firstRow.innerText()
  await page.getByRole('button', { name: 'User name, sorted ascending' }).press('Enter')
  await expect(page).toHaveURL(/order=desc/)
  await expect(firstRow).not.toHaveText(first)
  await expect(page.getByRole('columnheader', { name: /^User name, sorted descending/ })).toBeVisible()
})

test('nobody found says so and offers to clear the search', async ({ page, world }) => {
  await world.open(page, 'auditor', 'people?search=nobody-is-called-this')
  await page.getByRole('button', { name: /clear/i }).last().click()
  await expect(new Screen(page).rows().first()).toBeVisible()
})

test('a failing Amazon Connect is told in place, and trying again helps', async ({ page, world, complaints }) => {
  complaints.expected.push(/50[0-9]/)
  await world.fault({ operation: 'SearchUsers', error: 'InternalServiceException' })
  await world.open(page, 'auditor')
  await expect(page.getByText('Amazon Connect did not answer as expected').first()).toBeVisible()
  await world.clearFaults()
  await page.getByRole('button', { name: /try again|retry/i }).click()
  await expect(new Screen(page).rows().first()).toBeVisible()
})
