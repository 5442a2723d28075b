import { Screen } from './screen.ts'
import { expect, test } from './world.ts'

test('a supervisor reads what they may do, to whom and what they may hand out, from the menu under their name', async ({
  page,
  world,
}) => {
  await world.open(page, 'supervisor')
  const screen = new Screen(page)
  await screen.see('People')
  await screen.press(/Joanna Whitfield/)
  await expect(page.getByRole('menuitem', { name: 'Roles' })).toHaveCount(0)
  await page.getByRole('menuitem', { name: 'What may I do?' }).click()
  await screen.see('What may I do?')
  await expect(page).toHaveURL(new RegExp(`/${world.alias}/what-may-i-do$`))
  await expect(screen.value('Your role')).toHaveText('Supervisor')
  await expect(screen.value('Whom it reaches')).toContainText(
    'Europe, Middle East and Africa / Deutschland and all groups below',
  )
  await expect(screen.value('What you may hand out')).toContainText('CallCenterManager')
  await expect(screen.value('People whom only administrators change')).toContainText('Admin')
  await expect(screen.value('Whom to ask for more')).toHaveText('Whoever manages sign-in at your organisation')

  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
  await expect(row('change phone settings')).toContainText('Yes')
  await expect(row('change phone settings')).toContainText('Deutschland and below')
  await expect(row('export the record of changes')).toContainText('There is no button for it')
})

test('nobody but who may look at the roles finds them', async ({ page, world }) => {
  for (const person of ['supervisor', 'helpdesk'] as const) {
    await world.open(page, person, 'roles')
    await new Screen(page).see('Page not found')
  }
  await world.open(page, 'helpdesk', 'what-may-i-do')
  await new Screen(page).see('What may I do?')
  await expect(page.getByRole('link', { name: 'All roles' })).toHaveCount(0)
})

test('an administrator compares the roles, and sees who has them', async ({ page, world }) => {
  await world.open(page, 'helpdesk')
  await new Screen(page).see('People')
  await world.open(page, 'administrator', 'what-may-i-do')
  const screen = new Screen(page)
  await screen.follow('All roles')
  await screen.see('Roles')
  const table = page.getByRole('grid', { name: 'Roles side by side' })
  const cells = (row: string) => table.getByRole('row', { name: new RegExp(row) }).getByRole('gridcell')
  await expect(table.getByRole('columnheader')).toHaveText([
    'What',
    'Administrator',
    'Supervisor',
    'Helpdesk',
    'Auditor',
  ])
  await expect(cells('May change e-mail addresses')).toHaveText(['Yes', 'Yes', 'No', 'No'])
  await expect(cells('Given by the claim')).toHaveText(['administrator', 'supervisor', 'helpdesk', 'auditor'])
  await expect(cells('^Where')).toHaveText([
    'Everywhere',
    /In the hierarchy groups that the claim patchbay_scope names/,
    'Everywhere',
    'Everywhere',
  ])
  const people = page.getByRole('table', { name: 'Who has the roles' })
  await expect(people.getByRole('row', { name: /Rafael Moreno/ })).toContainText('Helpdesk')
  await expect(people.getByRole('row', { name: /Amara Okafor/ })).toContainText('Administrator')
})

test('the short addresses lead on, and the menu does by keyboard alone', async ({ page, world }) => {
  await world.open(page, 'administrator')
  const screen = new Screen(page)
  await screen.see('People')
  await page.getByRole('button', { name: /Amara Okafor/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'What may I do?' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await screen.see('Roles')
  await page.goto('/what-may-i-do')
  await screen.see('What may I do?')
  await page.goto('/roles')
  await screen.see('Roles')
})
