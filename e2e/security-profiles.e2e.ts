import { ListSecurityProfilePermissionsCommand, ListSecurityProfilesCommand } from '@aws-sdk/client-connect'
import { Screen } from './screen.ts'
import { expect, test, type World } from './world.ts'

async function permissionsOf(world: World, name: string): Promise<string[] | undefined> {
  const { SecurityProfileSummaryList = [] } = await world.connect.send(
    new ListSecurityProfilesCommand({ InstanceId: world.instanceId }),
  )
  const profile = SecurityProfileSummaryList.find(({ Name }) => Name === name)
  if (profile?.Id === undefined) return undefined
  const { Permissions = [] } = await world.connect.send(
    new ListSecurityProfilePermissionsCommand({
      InstanceId: world.instanceId,
      SecurityProfileId: profile.Id,
      MaxResults: 1000,
    }),
  )
  return Permissions.toSorted()
}

test('a supervisor creates a profile with permissions found in the matrix', async ({ page, world }) => {
  await world.open(page, 'administrator', 'security-profiles')
  const screen = new Screen(page)
  await page
    .getByRole('button', { name: 'Create security profile' })
    .or(page.getByRole('link', { name: 'Create security profile' }))
    .first()
    .click()
  await screen.see(/create/i)
  await screen.fill('Name', 'Weekend lead')
  await screen.fill('Description', 'Looks after weekend shifts')
  await page.getByRole('searchbox', { name: 'Find permissions' }).fill('hours of operation')
  await page.getByRole('checkbox', { name: 'Hours of operation: View' }).check()
  await page.getByRole('checkbox', { name: 'Hours of operation: Edit' }).check()
  await screen.press(/^Create/)

  await screen.see('Weekend lead')
  expect(await permissionsOf(world, 'Weekend lead')).toEqual(['HoursOfOperation.Edit', 'HoursOfOperation.View'])
})

test('a name that is taken is told at the name, and nothing typed is lost', async ({ page, world, complaints }) => {
  complaints.expected.push(/409/)
  await world.open(page, 'administrator', 'security-profiles/create')
  const screen = new Screen(page)
  await screen.fill('Name', 'Agent')
  await screen.fill('Description', 'Typed with care')
  await screen.press(/^Create/)
  await expect(screen.field('Name')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('This security profile name is taken.').first()).toBeVisible()
  await expect(screen.field('Description')).toHaveValue('Typed with care')
})

test('taking a permission away shows the change and its reach before it is saved', async ({ page, world }) => {
  const before = await permissionsOf(world, 'Agent')
  await world.open(page, 'administrator', 'security-profiles')
  const screen = new Screen(page)
  await screen.follow(/^Agent$/)
  await screen.see('Agent')
  await screen.press(/^Edit/)
  await page.getByRole('toolbar', { name: 'Show' }).getByRole('button', { name: 'Granted' }).click()
  const granted = page
    .getByRole('grid', { name: 'Permissions' })
    .getByRole('gridcell')
    .getByRole('checkbox', { checked: true })
  const gone = await granted.first().getAttribute('aria-label')
  await granted.first().uncheck()
  await screen.press('Save 1 change')
  const dialog = page.getByRole('dialog', { name: /Take away 1 permission from \d+ people/ })
  await dialog.getByRole('button', { name: 'Take away 1 permission' }).click()
  await screen.hear(/saved/i)
  const after = await permissionsOf(world, 'Agent')
  expect(after).toHaveLength((before?.length ?? 0) - 1)
  expect(gone).not.toBeNull()
})
