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
  const names = ['Edit identity', 'Edit phone', 'Edit channels', 'Edit tags', 'Edit proficiencies', 'Reset', 'Delete']
  for (const name of names) {
    const button = page.getByRole('button', { name, exact: true })
    await expect(button).toBeDisabled()
    await expect(button).toHaveAccessibleDescription(/“Admin”, so only an administrator may change them/)
  }
  await page.goto(`/${world.alias}/people/${id}?edit=delete`)
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toBeDisabled()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('an administrator changes them all the same', async ({ page, world }) => {
  const id = await somebodyPrivileged(world)
  await world.open(page, 'administrator', `people/${id}?edit=delete`)
  await expect(page.getByRole('dialog', { name: /^Delete / })).toBeVisible()
})
