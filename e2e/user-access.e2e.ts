import {
  CreateSecurityProfileCommand,
  ListRoutingProfilesCommand,
  UpdateUserRoutingProfileCommand,
  UpdateUserSecurityProfilesCommand,
} from '@aws-sdk/client-connect'
import { Screen } from './screen.ts'
import { expect, test, type World } from './world.ts'

test('a supervisor gives somebody another routing profile, found by typing', async ({ page, world }) => {
  const { Id, RoutingProfileId } = await world.describeUser()
  const other = (await routingProfiles(world)).find((one) => one.Id !== RoutingProfileId)
  await world.open(page, 'administrator', `people/${Id}`)
  const screen = new Screen(page)
  await screen.press('Edit routing profile')
  await screen.pick('Routing profile', other?.Name ?? '')
  await expect(screen.form('Routing profile').getByLabel('What changes')).toContainText(other?.Name ?? '')
  await screen.press('Save 1 change')

  await screen.hear(/routing profile of .+ is saved/i)
  expect((await world.describeUser(Id)).RoutingProfileId).toBe(other?.Id)
})

test('a person is taken out of the hierarchy and put into a group that a path tells apart', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await world.open(page, 'administrator', `people/${Id}?edit=hierarchy-group`)
  const screen = new Screen(page)
  await screen.pick('Hierarchy group', 'In no group')
  await screen.press('Save 1 change')
  await screen.hear(/hierarchy group of .+ is saved/i)
  expect((await world.describeUser(Id)).HierarchyGroupId).toBeUndefined()

  await screen.press('Edit hierarchy group')
  await screen
    .form('Hierarchy group')
    .getByRole('button', { name: /Hierarchy group/ })
    .click()
  const deep = page.getByRole('option').filter({ hasText: ' / ' }).first()
  await deep.click()
  await expect(screen.form('Hierarchy group').getByLabel('What changes')).toContainText(/In no group.*\/ .+ \/ /)
  await screen.press('Save 1 change')
  await screen.hear(/hierarchy group of .+ is saved/i)
  expect((await world.describeUser(Id)).HierarchyGroupId).toMatch(/^[0-9a-f-]{36}$/)
})

test('a security profile that takes a restriction away is warned of before it is given', async ({ page, world }) => {
  const { Id, Username } = await world.describeUser()
  const InstanceId = world.instanceId
  const { SecurityProfileId: blue = '' } = await world.connect.send(
    new CreateSecurityProfileCommand({
      InstanceId,
      SecurityProfileName: 'Blue team only',
      Permissions: ['Users.View', 'Users.Edit'],
      AllowedAccessControlTags: { team: 'blue' },
      TagRestrictedResources: ['User'],
    }),
  )
  await world.connect.send(
    new CreateSecurityProfileCommand({
      InstanceId,
      SecurityProfileName: 'All people',
      Permissions: ['Users.View', 'Users.Create'],
    }),
  )
  await world.connect.send(
    new UpdateUserSecurityProfilesCommand({ InstanceId, UserId: Id, SecurityProfileIds: [blue] }),
  )

  await world.open(page, 'administrator', `people/${Id}?edit=security-profiles`)
  const screen = new Screen(page)
  await screen.pick('Security profiles', 'All people')
  const form = screen.form('Security profiles')
  await expect(form).toContainText(/“Blue team only” is restricted, but “All people” gives Users: View without/)
  await screen.press('Save 1 change')

  const dialog = page.getByRole('dialog', { name: /Change what .+ may do/ })
  await expect(dialog).toContainText('This widens what a restriction allows')
  await expect(dialog).toContainText('Gains 1')
  await expect(dialog).toContainText('Users: Create')
  await dialog.getByRole('button', { name: 'Go back', exact: true }).click()
  expect((await world.describeUser(Id)).SecurityProfileIds).toEqual([blue])

  await screen.press('Save 1 change')
  await dialog.getByRole('button', { name: 'Change the security profiles' }).click()
  await screen.hear(/security profiles of .+ are saved/i)
  expect((await world.describeUser(Id)).SecurityProfileIds).toHaveLength(2)
  expect((await world.describeUser(Id)).Username).toBe(Username)
})

test('taking away the last security profile is refused at its field, and nothing is sent', async ({ page, world }) => {
  const { Id, SecurityProfileIds = [] } = await world.describeUser()
  await world.open(page, 'administrator', `people/${Id}?edit=security-profiles`)
  const screen = new Screen(page)
  const form = screen.form('Security profiles')
  for (const _ of SecurityProfileIds)
    await form
      .getByRole('button', { name: /^Take away/ })
      .first()
      .click()
  await screen.press('Save 1 change')
  await expect(form).toContainText('A person needs at least one security profile.')
  expect(await world.calls('UpdateUserSecurityProfiles')).toEqual([])
})

test('a colleague who gives another routing profile meanwhile is shown beside mine', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/409/)
  const { Id, RoutingProfileId } = await world.describeUser()
  const [mine, theirs] = (await routingProfiles(world)).filter((one) => one.Id !== RoutingProfileId)
  await world.open(page, 'administrator', `people/${Id}?edit=routing-profile`)
  const screen = new Screen(page)
  await screen.pick('Routing profile', mine?.Name ?? '')
  await world.connect.send(
    new UpdateUserRoutingProfileCommand({
      InstanceId: world.instanceId,
      UserId: Id,
      RoutingProfileId: theirs?.Id,
    }),
  )
  await screen.press('Save 1 change')
  const form = screen.form('Routing profile')
  await expect(form).toContainText(`Theirs: ${theirs?.Name}`)
  await expect(form).toContainText(`Mine: ${mine?.Name}`)
  await screen.press('Continue with these choices')
  await screen.press('Save 1 change')
  await screen.hear(/is saved/)
  expect((await world.describeUser(Id)).RoutingProfileId).toBe(mine?.Id)
})

test('permissions that cannot be read are not taken for none, and trying again helps', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/50[0-9]/)
  const { Id } = await world.describeUser()
  await world.open(page, 'administrator', `people/${Id}`)
  const screen = new Screen(page)
  await expect(page.getByRole('button', { name: 'Edit security profiles' })).toBeVisible()
  await world.fault({ operation: 'DescribeSecurityProfile', error: 'InternalServiceException' })
  await screen.press('Edit security profiles')
  await screen
    .form('Security profiles')
    .getByRole('button', { name: /Security profiles/ })
    .click()
  await page.getByRole('option').last().click()
  await page.keyboard.press('Escape')
  await expect(screen.form('Security profiles')).toContainText('What these profiles allow cannot be shown')
  await world.clearFaults()
  await screen.press('Try again')
  await expect(screen.form('Security profiles')).toContainText(/Gains|No permission is gained/)
})

test('helpdesk sees place and access, and is told why they cannot be changed', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await world.open(page, 'helpdesk', `people/${Id}`)
  for (const what of ['change routing profiles', 'move people in the hierarchy', 'change security profiles of people'])
    await expect(page.getByText(`Your role cannot ${what}. What may I do?`)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Edit (routing|hierarchy|security)/ })).toHaveCount(0)
})

async function routingProfiles(world: World) {
  const { RoutingProfileSummaryList = [] } = await world.connect.send(
    new ListRoutingProfilesCommand({ InstanceId: world.instanceId }),
  )
  return RoutingProfileSummaryList
}
