// An outage is of all instances of one Patchbay, as is how far Connect's search lags behind: these tests run in a Patchbay of their own, one after the other.
import { control } from './emulator-control.ts'
import { expectFit } from './expect-fit.ts'
import { enterOwnPatchbay } from './own-patchbay.ts'
import { Screen } from './screen.ts'
import { expect, test } from './world.ts'

test.describe.configure({ mode: 'default' })

let leave = async (): Promise<void> => {}

test.beforeAll(async () => {
  leave = await enterOwnPatchbay()
})

test.afterAll(() => leave())

test('an outage is told on every page: what was read stays, nothing can be changed, and it passes by itself', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/50[0-9]/)
  const screen = new Screen(page)
  const { Id } = await world.describeUser()
  await world.open(page, 'supervisor', `people/${Id}`)
  await expect(page.getByRole('button', { name: 'Edit phone' })).toBeEnabled()

  await control('POST', 'faults', { operation: '*', error: 'drop' })
  // Five calls in a row without an answer are an outage: a reading makes three.
  const banner = page.getByText(/Amazon Connect has not answered since \d\d:\d\d/)
  await expect(async () => {
    await screen.press('Refresh')
    await expect(banner).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await expect(page.getByText(/Not current: as last read/)).toBeVisible()
  await expect(screen.value('Phone type')).toBeVisible()
  await page.getByRole('button', { name: 'Edit phone' }).hover()
  await expect(page.getByText('Changes are possible as soon as it does.').first()).toBeAttached()
  await page.getByRole('button', { name: 'Edit phone' }).click({ force: true })
  await expect(screen.form('Phone')).toHaveCount(0)
  await expectFit(page)

  await page.getByRole('link', { name: 'People', exact: true }).first().click()
  await expect(screen.rows().first()).toBeVisible()
  await expect(banner).toBeVisible()
  await expectFit(page)

  await screen.press('Refresh')
  await expect(page.getByText(/Not current: as last read/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await expectFit(page)

  // A form that is opened by its address says it before anybody types, and can be used as soon as Connect is back.
  await page.goto(`/${world.alias}/people/${Id}?edit=phone`)
  await expect(page.getByText('This cannot be saved now.')).toBeVisible()
  await screen.fill('After-contact work', '777')
  await expect(page.getByRole('button', { name: 'Save 1 change' })).toHaveAttribute('aria-disabled', 'true')
  await expectFit(page)
  await control('DELETE', 'faults')
  await expect(banner).toHaveCount(0)
  await expect(page.getByText('This cannot be saved now.')).toHaveCount(0)
  await screen.press('Save 1 change')
  await screen.hear(/are saved/i)

  await page.getByRole('link', { name: 'People', exact: true }).first().click()
  await screen.rows().first().getByRole('link').first().click()
  await expect(page.getByRole('button', { name: 'Edit phone' })).toBeEnabled()
})

test('while Connect’s search lags, the filter finds who waits for it', async ({ page, world }) => {
  const { Id, Username } = await world.describeUser()
  await control('PUT', 'search-lag', { seconds: 600 })
  await world.open(page, 'supervisor', `people/${Id}?edit=phone`)
  const screen = new Screen(page)
  await screen.fill('After-contact work', '7:07')
  await screen.press('Save 1 change')
  await screen.hear(/are saved/i)
  await page.getByRole('link', { name: 'People', exact: true }).first().click()
  const filter = page.getByRole('combobox', { name: 'Filter people by property' })
  await filter.fill('Waiting for confirmation = Yes')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '1 match' })).toBeVisible()
  await expect(screen.rows()).toContainText([Username])
  await expect(screen.rows().first()).toContainText('7 min 7 s')
  await expect(screen.rows().first()).toContainText('Waiting for confirmation')

  await control('PUT', 'search-lag', { seconds: 0 })
  await expect(async () => {
    await screen.press('Refresh')
    await expect(page.getByText('Nobody matches')).toBeVisible({ timeout: 2_000 })
  }).toPass()
})
