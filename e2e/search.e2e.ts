import { ListUsersCommand } from '@aws-sdk/client-connect'
import { expectFit } from './expect-fit.ts'
import { Screen } from './screen.ts'
import { expect, test, type World } from './world.ts'

/** Whom nobody sees who is bounded to a part of the hierarchy. */
async function findGroupless(world: World): Promise<string> {
  const { UserSummaryList = [] } = await world.connect.send(new ListUsersCommand({ InstanceId: world.instanceId }))
  for (const { Id } of UserSummaryList) {
    const user = await world.describeUser(Id)
    if (user.HierarchyGroupId === undefined) return user.Username
  }
  throw new Error('Everybody of this world is in a group.')
}

test('people, profiles, groups and permissions are found from any page by keyboard, within rights and scope', async ({
  page,
  world,
}) => {
  const { Id, Username } = await world.describeUser()
  const stranger = await findGroupless(world)
  await world.open(page, 'supervisor', 'what-may-i-do')
  const screen = new Screen(page)
  await screen.see('What may I do?')
  const dialog = page.getByRole('dialog', { name: `Search ${world.alias}` })
  const field = dialog.getByRole('combobox', { name: 'Search everything' })

  await page.keyboard.press('/')
  await expect(field).toBeFocused()
  // Enter before the answer: what was typed decides.
  await page.keyboard.type(Username)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/people/${Id}$`))
  await expect(page.locator('h1')).toBeFocused()
  await expect(dialog).toHaveCount(0)

  await page.keyboard.press('Control+k')
  await page.keyboard.type(stranger)
  await expect(dialog.getByText('Nothing that you may see matches.')).toBeVisible()

  await field.fill('Deutschland')
  const group = dialog.getByRole('group', { name: 'Hierarchy groups' }).getByRole('option', { name: /^Deutschland/ })
  await expect(group).toHaveAttribute('aria-selected', 'true')
  await field.fill('agent')
  await expect(dialog.getByRole('group', { name: 'Security profiles' }).getByRole('option').first()).toBeVisible()
  await expectFit(page)
  await field.fill('users.create')
  await expect(dialog.getByRole('option', { name: 'Users: Create' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await screen.see('Security profiles')
  await expect(page.getByText('Only those that grant Users: Create')).toBeVisible()
  await expect(screen.rows().filter({ hasText: /^Agent/ })).toHaveCount(0)
  await screen.follow('People who hold it')
  await screen.see('People')
  await expect(page.getByRole('heading', { name: /\d match/ })).toBeVisible()
})

test('what is typed before the dialog is there is searched for, and is no key of the page', async ({ page, world }) => {
  const { Id, Username } = await world.describeUser()
  const stranger = await findGroupless(world)
  const { promise: arrived, resolve: arrive } = Promise.withResolvers<void>()
  await page.route('**/search-dialog-*.js', async (route) => {
    await arrived
    await route.continue()
  })
  await world.open(page, 'helpdesk', `people/${Id}`)
  await expect(page.getByRole('button', { name: 'Reset' })).toBeEnabled()
  await page.keyboard.press('Control+k')
  // R of the page would ask for a reset.
  await page.keyboard.press('r')
  await page.keyboard.press('Backspace')
  await page.keyboard.type(stranger)
  await page.keyboard.press('Enter')
  arrive()
  await expect(page).toHaveURL(/\/people\/[^?]+$/)
  await expect(page.getByRole('main')).toContainText(stranger)

  await page.keyboard.press('Control+k')
  await page.keyboard.type(Username)
  await expect(page.getByRole('combobox', { name: 'Search everything' })).toHaveValue(Username)
})

test('a search without an answer says so and can be tried again; it leaves a form that is not saved only when asked', async ({
  page,
  context,
  world,
  complaints,
}) => {
  complaints.expected.push(/ERR_INTERNET_DISCONNECTED/)
  const { Id, Username } = await world.describeUser()
  await world.open(page, 'helpdesk', `people/${Id}?edit=phone`)
  const after = new Screen(page).field('After-contact work')
  await after.fill('7:77')
  await after.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search everything' })).toBeFocused()
  await context.setOffline(true)
  await page.keyboard.type(Username)
  const dialog = page.getByRole('dialog', { name: /^Search / })
  await expect(dialog.getByText(/^People could not be searched/)).toBeVisible()
  await context.setOffline(false)
  await dialog.getByRole('button', { name: 'Try again' }).first().click()
  await expect(dialog.getByRole('option').filter({ hasText: Username })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(after).toBeFocused()
  await after.press('Control+k')
  await page.keyboard.type('Users.Create')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Stay on this page' }).last().click()
  await expect(after).toHaveValue('7:77')
})

test('a part of the page whose code does not come leaves the rest as it is, with what was typed', async ({
  page,
  context,
  world,
  complaints,
}) => {
  complaints.expected.push(/ERR_INTERNET_DISCONNECTED|could not be loaded/)
  const { Id } = await world.describeUser()
  await world.open(page, 'administrator', `people/${Id}?edit=phone`)
  const after = new Screen(page).field('After-contact work')
  await after.fill('7:77')
  await context.setOffline(true)
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(dialog.getByRole('alert')).toContainText('could not be loaded')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(after).toHaveValue('7:77')
})
