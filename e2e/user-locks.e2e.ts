import { ListSecurityProfilesCommand, UpdateUserSecurityProfilesCommand } from '@aws-sdk/client-connect'
import { expect, test, type World } from './world.ts'

/** Somebody whom only an administrator may change. */
async function somebodyPrivileged(world: World): Promise<string> {
  const { Id } = await world.describeUser()
  const { SecurityProfileSummaryList: profiles = [] } = await world.connect.send(
    new ListSecurityProfilesCommand({ InstanceId: world.instanceId }),
  )
  const admin = profiles.find(({ Name }) => Name === 'Admin')?.Id ?? ''
  await world.connect.send(
    new UpdateUserSecurityProfilesCommand({ InstanceId: world.instanceId, UserId: Id, SecurityProfileIds: [admin] }),
  )
  return Id
}

test('a supervisor is told that a privileged person is not theirs to change, before typing anything', async ({
  page,
  world,
}) => {
  const id = await somebodyPrivileged(world)
  await world.open(page, 'supervisor', `people/${id}`)
  const reason = /“Admin”, so only an administrator may change them\. What may I do\?/
  for (const title of [
    'Identity',
    'Phone',
    'Channels',
    'Hierarchy group',
    'Security profiles',
    'Tags',
    'Proficiencies',
  ]) {
    const heading = page.getByRole('heading', { level: 2, name: title, exact: true })
    await expect(heading.locator('xpath=ancestor::*[contains(., "What may I do")][1]')).toContainText(reason)
  }
  await expect(page.getByRole('button', { name: /^Edit/ })).toHaveCount(0)
  const link = page.getByRole('link', { name: /What may I do/ }).first()
  await link.focus()
  await expect(link).toBeFocused()
  for (const name of ['Reset', 'Delete', 'Create one like this']) {
    const control = page.getByRole(name.startsWith('Create') ? 'link' : 'button', { name, exact: true })
    await expect(control).toHaveAccessibleDescription(/“Admin”|“[^”]+” has permissions/)
    await control.focus()
    await expect(control).toBeFocused()
  }
  await page.goto(`/${world.alias}/people/${id}?edit=delete`)
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toBeDisabled()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goto(`/${world.alias}/people/create?from=${id}`)
  await expect(page.getByText('Only an administrator may give or take the security profile “Admin”.')).toBeVisible()
  await expect(page.getByRole('form')).toHaveCount(0)
})

test('an administrator changes them all the same', async ({ page, world }) => {
  const id = await somebodyPrivileged(world)
  await world.open(page, 'administrator', `people/${id}?edit=delete`)
  await expect(page.getByRole('dialog', { name: /^Delete / })).toBeVisible()
})

test('the reset asked for before it is known whether it is allowed opens as soon as it is known', async ({
  page,
  world,
}) => {
  const { Id } = await world.describeUser()
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  await page.route(`**/api/*/users/${Id}/refusals`, async (route) => {
    await answered
    await route.continue()
  })
  await world.open(page, 'helpdesk', `people/${Id}`)
  await expect(page.getByRole('button', { name: 'Reset' })).toBeEnabled()
  const edit = page.getByRole('button', { name: 'Edit phone' })
  await expect(edit).toBeDisabled()
  await expect(edit).toHaveAccessibleDescription(/looking whether you may/)
  await page.keyboard.press('r')
  await expect(page).toHaveURL(/edit=reset/)
  answer()
  await expect(page.getByRole('dialog', { name: /^Reset / })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(edit).toBeEnabled()
})
