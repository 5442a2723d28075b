import { readFile } from 'node:fs/promises'
import { UpdateUserPhoneConfigCommand } from '@aws-sdk/client-connect'
import type { Page } from '@playwright/test'
import { expectFit } from './expect-fit.ts'
import { makeChange } from './make-change.ts'
import { Screen } from './screen.ts'
import { expect, test, type World } from './world.ts'

/** Opens somebody's page as `person` and gives them this after-contact work. */
async function setAfterContactWork(page: Page, id: string, time: string): Promise<void> {
  await page.goto(page.url().replace(/(\/www-[^/]+\/).*/, `$1people/${id}`))
  const screen = new Screen(page)
  await screen.press('Edit phone')
  await screen.fill('After-contact work', time)
  await screen.press('Save 1 change')
}

async function changeSomething(page: Page, world: World) {
  const somebody = await world.describeUser()
  await world.open(page, 'administrator')
  await setAfterContactWork(page, somebody.Id, '2:05')
  await new Screen(page).hear(/are saved/)
  return somebody
}

test('what somebody changed stands in the list, with who, whom, which field and how it ended', async ({
  page,
  world,
}) => {
  const { Username } = await changeSomething(page, world)
  const screen = new Screen(page)
  await screen.follow('Changes')
  await screen.see('Changes')
  const row = screen.rows().first()
  for (const text of ['administrator', 'Phone changed', Username, 'After-contact work', 'Confirmed']) {
    await expect(row).toContainText(text)
  }
})

test('a save leads to its change, and the person’s own page has its history', async ({ page, world }) => {
  await changeSomething(page, world)
  const screen = new Screen(page)
  const history = page.getByRole('list', { name: 'Last changes' })
  await expect(history.getByRole('listitem')).toHaveCount(1)
  await expect(history).toContainText('Phone changed by Amara Okafor')
  await expect(history).toContainText('Confirmed')
  await screen.follow('View change')
  await screen.see(/^Phone changed/)
  await page.goBack()
  await screen.follow('All changes')
  await expect(page).toHaveURL(/changes\?target=/)
  await expect(screen.rows()).toHaveCount(1)
})

test('a security profile has its history too; who may not see changes sees none', async ({ page, world }) => {
  await world.open(page, 'administrator', 'security-profiles/create')
  const screen = new Screen(page)
  await screen.fill('Name', 'Night shift')
  await screen.press(/^Create/)
  await screen.see('Night shift')
  await expect(page.getByRole('list', { name: 'Last changes' })).toContainText('Security profile created')

  const address = page.url()
  await world.open(page, 'helpdesk')
  await new Screen(page).see('People')
  await page.goto(address)
  await screen.see('Night shift')
  await expect(page.getByRole('heading', { name: 'Permissions' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'History' })).toHaveCount(0)
})

test('one change is told before and after, with the ids that support asks for, under a link of its own', async ({
  page,
  world,
}) => {
  const { user } = await makeChange(page, world)
  await world.open(page, 'auditor', 'changes')
  const screen = new Screen(page)
  await screen.rows().first().getByRole('link').first().click()
  await screen.see(new RegExp(`^Phone changed: .*${user.Username}`))

  const table = page.getByRole('grid', { name: 'Before and after' })
  await expect(table.getByRole('row', { name: /After-contact work/ })).toContainText('2 minutes 5 seconds')
  await expect(screen.value('Outcome')).toContainText('Confirmed')
  await expect(screen.value('Operation of Amazon Connect')).toHaveText('UpdateUserPhoneConfig')
  await expect(screen.value('Request id of Amazon Connect')).toHaveText(/[0-9a-f-]{36}/)
  await page.reload()
  await screen.see(/Phone changed/)
})

test('the filter is the address: a shared link shows the same changes', async ({ page, world }) => {
  const { user } = await makeChange(page, world)
  await world.open(page, 'administrator', 'changes')
  const screen = new Screen(page)
  const filter = page.getByRole('combobox', { name: 'Filter changes by property' })
  await filter.fill('Outcome = Failed')
  await filter.press('Enter')
  await expect(page).toHaveURL(/status=failed/)
  await expect(page.getByText('Nothing matches')).toBeVisible()

  await world.open(page, 'auditor', `changes?target=${user.Id}&field=afterContactWorkSeconds`)
  await expect(screen.rows()).toHaveCount(1)
  await expect(page.getByRole('heading', { name: '1 match' })).toBeVisible()
  await world.open(page, 'auditor', `changes?target=${user.Id}&field=mobile`)
  await page.getByRole('button', { name: 'Clear filters' }).nth(-1).click()
  await expect(screen.rows()).toHaveCount(1)
})

test('the filter finds people of whom nothing was changed', async ({ page, world }) => {
  const { Id, Username } = await world.describeUser()
  await world.open(page, 'auditor', 'changes')
  const filter = page.getByRole('combobox', { name: 'Filter changes by property' })
  await filter.fill(`Whom or what = ${Username}`)
  await page
    .getByRole('option', { name: new RegExp(`\\(${Username}\\)`) })
    .first()
    .click()
  await expect(page).toHaveURL(new RegExp(`target=${Id}`))
  await expect(page.getByText('Nothing matches')).toBeVisible()
})

test('a time that is none is told, and nothing is filtered by it', async ({ page, world }) => {
  await makeChange(page, world)
  await world.open(page, 'auditor', 'changes')
  const filter = page.getByRole('combobox', { name: 'Filter changes by property' })
  await filter.fill('Time >= recently')
  await filter.press('Enter')
  await expect(page.getByRole('alert').getByText('“recently” is not a time')).toBeVisible()
  await expect(new Screen(page).rows()).toHaveCount(1)
})

test('a save that Amazon Connect refused is a failed change that says why', async ({ page, world, complaints }) => {
  complaints.expected.push(/50[0-9]|4\d\d/)
  const { Id } = await world.describeUser()
  await world.open(page, 'administrator')
  await world.fault({ operation: 'UpdateUserPhoneConfig', error: 'AccessDeniedException' })
  await setAfterContactWork(page, Id, '7:00')
  const screen = new Screen(page)
  await expect(screen.form('Phone').getByRole('link', { name: 'View change' })).toBeVisible()
  await world.open(page, 'administrator', 'changes')
  await expect(screen.rows().first()).toContainText('Failed')
  await expect(screen.rows().first()).toContainText('AWS role is not allowed')
})

test('a change without an answer is confirming until its values are seen, and form and page then say so by themselves', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/50[0-9]/)
  const { Id, PhoneConfig } = await world.describeUser()
  await world.open(page, 'administrator')
  await world.fault({ operation: 'UpdateUserPhoneConfig', error: 'InternalServiceException' })
  await setAfterContactWork(page, Id, '7:00')
  const screen = new Screen(page)
  await expect(screen.form('Phone')).toContainText('did not answer as expected')
  await expect(screen.form('Phone')).toContainText('Confirming')
  await world.clearFaults()
  const other = await page.context().newPage()
  await world.open(other, 'administrator', 'changes')
  const list = new Screen(other)
  await expect(list.rows().first()).toContainText('Outcome unknown')
  await expect(list.rows().first()).toContainText('Patchbay reads until it knows how it ended')
  await list.rows().first().getByRole('link').first().click()
  await expect(other.getByText('Not confirmed yet')).toBeVisible()

  // The write went through after all.
  await world.connect.send(
    new UpdateUserPhoneConfigCommand({
      InstanceId: world.instanceId,
      UserId: Id,
      PhoneConfig: { ...PhoneConfig, PhoneType: PhoneConfig?.PhoneType, AfterContactWorkTimeLimit: 420 },
    }),
  )
  await expect(list.value('Outcome')).toContainText('Confirmed')
  await expect(screen.form('Phone')).toContainText('Confirmed')
})

test('an administrator exports what was found as CSV and the trail with its proof', async ({ page, world }) => {
  const { user } = await makeChange(page, world)
  await world.open(page, 'administrator', 'changes')
  const screen = new Screen(page)
  const exportAs = async (name: RegExp) => {
    await screen.press('Export')
    const saving = page.waitForEvent('download')
    await page.getByRole('menuitem', { name }).click()
    const download = await saving
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
  const csv = await exportAs(/^CSV of 1 found/)
  expect(csv.name).toMatch(/^patchbay-changes-.+\.csv$/)
  expect(csv.text).toContain(user.Username)
  await screen.hear(/Keep its head beside the file/)

  const trail = await exportAs(/whole trail/)
  expect(trail.name).toMatch(/\.jsonl$/)
  const records = trail.text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { seq: number })
  expect(records.map(({ seq }) => seq)).toEqual(records.map((_, index) => index + 1))
})

test('a supervisor looks and exports nothing; helpdesk finds no changes at all', async ({ page, world }) => {
  await world.open(page, 'supervisor', 'changes')
  await new Screen(page).see('Changes')
  await expect(page.getByText('No changes yet')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Export' })).toHaveCount(0)
  await world.open(page, 'helpdesk')
  await new Screen(page).see('People')
  await expect(page.getByRole('link', { name: 'Changes' })).toHaveCount(0)
})

test('one change and a history: axe finds nothing serious, and nothing runs out of a narrow window', async ({
  page,
  world,
}) => {
  await changeSomething(page, world)
  const screen = new Screen(page)
  await expect(page.getByRole('list', { name: 'Last changes' })).toBeVisible()
  await expectFit(page)
  await screen.follow('View change')
  await screen.see(/^Phone changed/)
  await expectFit(page)
})

test('from the list to a change and back, by keyboard alone', async ({ page, world }) => {
  await makeChange(page, world)
  await world.open(page, 'auditor', 'changes')
  const screen = new Screen(page)
  const link = screen.rows().first().getByRole('link').first()
  await expect(link).toBeVisible()
  await page.keyboard.press('j')
  await expect(link).toBeFocused()
  await page.keyboard.press('Enter')
  await screen.see(/Phone changed/)
  await page.goBack()
  await expect(link).toBeFocused()
})

test('a failed reading keeps what was there and can be tried again', async ({ page, world, complaints }) => {
  complaints.expected.push(/503|Failed to fetch|ERR_/)
  await makeChange(page, world)
  await world.open(page, 'auditor', 'changes')
  const screen = new Screen(page)
  await expect(screen.rows()).toHaveCount(1)
  await page.context().setOffline(true)
  await screen.press('Refresh')
  await expect(page.getByText('The changes could not be refreshed')).toBeVisible()
  await expect(screen.rows()).toHaveCount(1)
  await page.context().setOffline(false)
  await screen.press('Try again')
  await expect(page.getByText('The changes could not be refreshed')).toHaveCount(0)
})
