import { CreateUserCommand, DescribeUserCommand, UpdateUserIdentityInfoCommand } from '@aws-sdk/client-connect'
import type { Page } from '@playwright/test'
import { Screen } from './screen.ts'
import { expect, test, type World } from './world.ts'

test('a supervisor creates somebody, and Amazon Connect has the whole person', async ({ page, world }) => {
  await world.open(page, 'supervisor')
  const screen = new Screen(page)
  await screen.follow('Create person')
  await screen.see('Create person')
  await screen.fill('User name', 'ada.byron')
  await expect(page.getByText('Free', { exact: true })).toBeVisible()
  await screen.fill('Password', 'Difference1')
  await screen.fill('First name', 'Ada')
  await screen.fill('Last name', 'Byron')
  await screen.pick('Routing profile', '')
  const form = screen.form('Create person')
  await form.getByRole('button', { name: /Hierarchy group/ }).click()
  await expect(page.getByRole('option').first()).toBeVisible()
  await expect(page.getByRole('option', { name: 'In no group' })).toHaveCount(0)
  await page.getByRole('option').first().click()
  await form.getByRole('button', { name: /Security profiles/ }).click()
  const admin = page.getByRole('option', { name: /^Admin/ })
  await expect(admin).toHaveAttribute('aria-disabled', 'true')
  await expect(admin).toHaveAccessibleDescription(/Only an administrator may give or take/)
  await page.keyboard.press('Escape')
  await screen.press('Create person')

  await screen.hear('Ada Byron is created.')
  await screen.see('Ada Byron')
  expect(await describeShown(world, page)).toMatchObject({
    Username: 'ada.byron',
    IdentityInfo: { FirstName: 'Ada', LastName: 'Byron' },
    PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: false },
  })
  await page.goBack()
  await screen.see('People')
})

test('one like somebody else has the same place and access, and a name of its own', async ({ page, world }) => {
  const { Id, Username, ...somebody } = await world.describeUser()
  await world.open(page, 'administrator', `people/${Id}`)
  const screen = new Screen(page)
  await screen.follow('Create one like this')
  await screen.see('Create person')
  await screen.fill('User name', Username)
  await expect(page.getByText('Taken by')).toBeVisible()
  await expect(page.getByRole('form').getByRole('link').first()).toHaveAttribute('href', new RegExp(Id))
  await screen.fill('User name', 'the-copy')
  await screen.fill('Password', 'Difference1')
  await screen.fill('First name', 'The')
  await screen.fill('Last name', 'Copy')
  await screen.press('Create person')

  await screen.see('The Copy')
  const copy = await describeShown(world, page)
  expect(copy.Username).toBe('the-copy')
  expect(copy.RoutingProfileId).toBe(somebody.RoutingProfileId)
  expect(copy.SecurityProfileIds?.toSorted()).toEqual(somebody.SecurityProfileIds?.toSorted())
  expect(copy.HierarchyGroupId).toBe(somebody.HierarchyGroupId)
})

test('what is wrong is told at each field and nothing is sent; a name taken meanwhile lands on the name', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/409/)
  const { RoutingProfileId, SecurityProfileIds } = await world.describeUser()
  await world.open(page, 'administrator', 'people/create')
  const screen = new Screen(page)
  await screen.fill('User name', 'two words')
  await screen.press('Create person')
  await expect(screen.field('User name')).toBeFocused()
  await expect(screen.form('Create person')).toContainText(/5 fields need another look/)
  expect(await world.calls('CreateUser')).toEqual([])

  await screen.fill('User name', 'twice')
  await screen.fill('Password', 'Difference1')
  await screen.fill('First name', 'Two')
  await screen.fill('Last name', 'Times')
  await screen.pick('Routing profile', '')
  await expect(page.getByText('Free', { exact: true })).toBeVisible()
  await world.connect.send(
    new CreateUserCommand({
      InstanceId: world.instanceId,
      Username: 'twice',
      Password: 'Difference1',
      IdentityInfo: { FirstName: 'First', LastName: 'Comer' },
      PhoneConfig: { PhoneType: 'SOFT_PHONE' },
      RoutingProfileId,
      SecurityProfileIds,
    }),
  )
  await screen.press('Create person')
  await expect(screen.field('User name')).toHaveAttribute('aria-invalid', 'true')
  await expect(screen.form('Create person')).toContainText('This user name is taken.')
  await expect(screen.field('Last name')).toHaveValue('Times')
})

test.describe('on an instance whose people sign in by SAML', () => {
  test.use({ size: { users: 5, hierarchyGroups: 5, securityProfiles: 4, identityManagementType: 'SAML' } })

  test('neither password nor e-mail is asked for, and long user names are fine', async ({ page, world }) => {
    await world.open(page, 'administrator', 'people/create')
    const screen = new Screen(page)
    await screen.fill('User name', 'a.rather.long.name.of.a.person@example.com')
    await expect(screen.field('Password')).toHaveCount(0)
    await expect(screen.field('E-mail')).toHaveCount(0)
    await screen.fill('First name', 'Ada')
    await screen.fill('Last name', 'Byron')
    await screen.pick('Routing profile', '')
    await screen.press('Create person')
    await screen.hear('Ada Byron is created.')
  })
})

test('deleting asks for the user name, says what is lost, and leads back to the list', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/404/)
  const { Id, Username } = await world.describeUser()
  await world.open(page, 'administrator', `people/${Id}`)
  const screen = new Screen(page)
  await screen.press('Delete')
  const dialog = page.getByRole('dialog', { name: /^Delete .+\?$/ })
  await expect(dialog).toContainText('No quick connect leads to this person.')
  const confirmation = dialog.getByRole('textbox', { name: `Type ${Username} to confirm` })
  await confirmation.fill('somebody else')
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
  await expect(dialog).toContainText('That is not the user name.')
  expect(await world.calls('DeleteUser')).toEqual([])

  await confirmation.fill(Username)
  await page.keyboard.press('Enter')
  await screen.hear(new RegExp(`${Username}.+ is deleted`))
  await screen.see('People')
  await expect(screen.rows().filter({ hasText: Username })).toHaveCount(0)
  await expect(
    world.connect.send(new DescribeUserCommand({ InstanceId: world.instanceId, UserId: Id })),
  ).rejects.toThrow(/not found/i)
})

test('somebody who changed since is not deleted before one looked again', async ({ page, world, complaints }) => {
  complaints.expected.push(/409/, /404/)
  const { Id, Username, IdentityInfo } = await world.describeUser()
  await world.open(page, 'administrator', `people/${Id}?edit=delete`)
  const screen = new Screen(page)
  const dialog = page.getByRole('dialog', { name: /^Delete .+\?$/ })
  await dialog.getByRole('textbox', { name: /^Type/ }).fill(Username)
  await world.connect.send(
    new UpdateUserIdentityInfoCommand({
      InstanceId: world.instanceId,
      UserId: Id,
      IdentityInfo: { ...IdentityInfo, FirstName: 'Promoted' },
    }),
  )
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('Not deleted: look again')
  await expect(page.getByRole('dialog', { name: /^Delete Promoted/ })).toBeVisible()
  expect(await world.calls('DeleteUser')).toEqual([])
  await page.keyboard.press('Enter')
  await screen.hear(/is deleted/)
})

test('helpdesk is offered neither', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await world.open(page, 'helpdesk', `people/${Id}?edit=delete`)
  await expect(page.getByRole('button', { name: 'Edit phone' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Delete' })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Create one like this' })).toHaveCount(0)
})

/** Whoever the page shows, as Connect has them. */
async function describeShown(world: World, page: Page) {
  return world.describeUser(/people\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? 'no person is shown')
}
