import { CreateQuickConnectCommand, SearchQuickConnectsCommand } from '@aws-sdk/client-connect'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible } from './expect-fit.ts'
import { Screen } from './screen.ts'
import { expect, test, type World } from './world.ts'

async function leadTo({ connect, instanceId: InstanceId }: World, UserId: string, Name: string): Promise<void> {
  const QuickConnectConfig = { QuickConnectType: 'USER' as const, UserConfig: { UserId, ContactFlowId: 'to-agent' } }
  await connect.send(new CreateQuickConnectCommand({ InstanceId, Name, QuickConnectConfig }))
}

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: /^Delete / })

test('the quick connects that deleting would orphan are named, and the job is done by keyboard', async ({
  page,
  world,
}) => {
  const { Id, Username } = await world.describeUser()
  for (const name of ['Night desk', 'Second line']) await leadTo(world, Id, name)
  await world.open(page, 'administrator', `people/${Id}`)
  const remove = page.getByRole('button', { name: 'Delete', exact: true })
  await expect(remove).toBeEnabled()
  await remove.press('Enter')
  const dialog = dialogOf(page)
  await expect(dialog).toContainText('2 quick connects are left behind')
  await expect(dialog).toContainText('count against the instance’s quota')
  await expect(dialog.getByRole('list', { name: 'Quick connects left behind' }).getByRole('listitem')).toHaveText([
    'Night desk',
    'Second line',
  ])
  expect(await world.calls('SearchQuickConnects')).toHaveLength(1)
  await page.setViewportSize({ width: 400, height: 900 })
  await expectAccessible(page)

  await expect(dialog.getByRole('textbox', { name: /^Type .* to confirm/ })).toBeFocused()
  await page.keyboard.type(Username)
  await page.keyboard.press('Enter')
  await new Screen(page).hear(/is deleted/)
  const left = await world.connect.send(new SearchQuickConnectsCommand({ InstanceId: world.instanceId }))
  expect(left.QuickConnects?.map(({ Name }) => Name)).toEqual(['Night desk', 'Second line'])
})

test('where they cannot be read the dialog says that it is not known, and reads them again', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/50\d/)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const { Id } = await world.describeUser()
  await leadTo(world, Id, 'Night desk')
  await world.fault({ operation: 'SearchQuickConnects', error: 'AccessDeniedException' })
  await world.open(page, 'administrator', `people/${Id}?edit=delete`)
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('alert')).toContainText('is not known: they could not be read')
  await expect(dialog).not.toContainText('No quick connect leads')
  await expectAccessible(page)
  await world.clearFaults()
  await dialog.getByRole('button', { name: 'Read them again' }).press('Enter')
  await expect(dialog).toContainText('1 quick connect is left behind')
  await expect(dialog.getByRole('alert')).toHaveCount(0)
})

test('nobody’s quick connects are said to be nobody’s', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await world.open(page, 'administrator', `people/${Id}?edit=delete`)
  await expect(dialogOf(page)).toContainText('No quick connect leads to this person.')
})
