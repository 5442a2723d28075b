import { UpdateUserIdentityInfoCommand } from '@aws-sdk/client-connect'
import { Screen } from './screen.ts'
import { expect, test } from './world.ts'

test('a supervisor renames somebody, and Amazon Connect has it', async ({ page, world }) => {
  const { Id, IdentityInfo } = await world.describeUser()
  await world.open(page, 'administrator', `people/${Id}`)
  const screen = new Screen(page)
  await screen.press('Edit identity')
  await screen.fill('First name', 'Žofie')
  await screen.fill('Mobile', '+420601123456')
  await expect(screen.form('Identity')).toContainText('Žofie')
  await screen.press('Save 2 changes')

  await screen.hear(/saved/i)
  await screen.see(/Žofie/)
  expect((await world.describeUser(Id)).IdentityInfo).toEqual({
    ...IdentityInfo,
    FirstName: 'Žofie',
    Mobile: '+420601123456',
  })
})

test('a changed e-mail address is asked about, since it can take over the account', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await world.open(page, 'administrator', `people/${Id}`)
  const screen = new Screen(page)
  await screen.press('Edit identity')
  await screen.fill('E-mail', 'new@example.com')
  await screen.press('Save 1 change')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(/password/i)
  expect(await world.calls('UpdateUserIdentityInfo')).toEqual([])
  await dialog.getByRole('button').last().click()
  await screen.hear(/saved/i)
  expect((await world.describeUser(Id)).IdentityInfo?.Email).toBe('new@example.com')
})

test('helpdesk may change name and mobile, never an e-mail address', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await world.open(page, 'helpdesk', `people/${Id}`)
  const screen = new Screen(page)
  await screen.press('Edit identity')
  await expect(screen.field('First name')).toBeEditable()
  await expect(screen.field('Mobile')).toBeEditable()
  await expect(screen.field('E-mail')).toHaveCount(0)
  await expect(screen.field('Secondary e-mail')).toHaveCount(0)
})

test('a colleague’s change in between is shown beside mine, and nothing is overwritten', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/409/)
  const { Id, IdentityInfo } = await world.describeUser()
  await world.open(page, 'administrator', `people/${Id}`)
  const screen = new Screen(page)
  await screen.press('Edit identity')
  await screen.fill('First name', 'Mine')

  await world.connect.send(
    new UpdateUserIdentityInfoCommand({
      InstanceId: world.instanceId,
      UserId: Id,
      IdentityInfo: { ...IdentityInfo, FirstName: 'Theirs' },
    }),
  )
  await screen.press('Save 1 change')
  await expect(screen.form('Identity')).toContainText('Theirs')
  await expect(screen.form('Identity')).toContainText('Mine')
  expect(await world.calls('UpdateUserIdentityInfo')).toHaveLength(1)
  expect((await world.describeUser(Id)).IdentityInfo?.FirstName).toBe('Theirs')
})
