// Who has to give a reason is a setting: these tests run in a Patchbay of their own.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UpdateUserPhoneConfigCommand } from '@aws-sdk/client-connect'
import { control } from './emulator-control.ts'
import { expectFit } from './expect-fit.ts'
import { enterOwnPatchbay } from './own-patchbay.ts'
import { pressEnabled } from './press-enabled.ts'
import { Screen } from './screen.ts'
import { tellEveryone } from './tell-everyone.ts'
import { expect, test } from './world.ts'

test.describe.configure({ mode: 'default' })

const helpdesk = {
  name: 'helpdesk',
  title: 'Helpdesk',
  rights: ['*.read', 'users.phone.write', 'users.notifications.write'],
  scope: 'all',
  reasonRequired: true,
}

let leave = async (): Promise<void> => {}

test.beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'patchbay-roles-'))
  const file = join(folder, 'roles.json')
  await writeFile(file, JSON.stringify({ roles: [helpdesk] }))
  const leavePatchbay = await enterOwnPatchbay({ PATCHBAY_CONFIG_FILE: file })
  await control('PUT', 'throttles', { mode: 'off' })
  leave = async () => {
    await leavePatchbay()
    await rm(folder, { recursive: true })
  }
})

test.afterAll(() => leave())

test('the helpdesk reset with its ticket: three actions from the search result, one write', async ({ page, world }) => {
  const { Id, Username } = await world.describeUser()
  const PhoneConfig = { PhoneType: 'SOFT_PHONE' as const, AutoAccept: true, AfterContactWorkTimeLimit: 5 }
  await world.connect.send(new UpdateUserPhoneConfigCommand({ InstanceId: world.instanceId, UserId: Id, PhoneConfig }))
  await world.open(page, 'helpdesk')
  const screen = new Screen(page)
  await expect(screen.rows().first()).toBeVisible()
  await screen.search(Username)

  const before = await countCalls()
  let presses = 0
  const press = async (key: string) => {
    presses += 1
    await page.keyboard.press(key)
  }
  // 1: open.
  await press('ArrowDown')
  await press('Enter')
  await expect(page.getByRole('button', { name: 'Reset' })).toBeEnabled()
  await expect(screen.value('Phone type')).toBeVisible()
  // 2: reset. What was used last is chosen, and what would change stands there.
  await press('r')
  const dialog = page.getByRole('dialog', { name: /^Reset / })
  await expect(dialog.getByLabel('What changes')).toContainText('Auto-accept')
  const ticket = dialog.getByRole('textbox', { name: 'Ticket number', exact: true })
  await expect(ticket).toBeFocused()
  // 3: confirm with the ticket; without it nothing is sent.
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('your role asks for a reason')
  await expect(ticket).toBeFocused()
  for (const key of 'INC-4711') await press(key)
  await press('Enter')
  await screen.hear(/is reset: Standard soft phone/)

  // Read for the page, again for the version, and again to confirm what was written: Connect has no version of its own.
  expect(presses).toBe(4 + 'INC-4711'.length)
  const after = await countCalls()
  expect([after.writes - before.writes, after.reads - before.reads]).toEqual([1, 3])
  expect((await world.describeUser(Id)).PhoneConfig).toMatchObject({
    PhoneType: 'SOFT_PHONE',
    AutoAccept: false,
    AfterContactWorkTimeLimit: 60,
  })

  async function countCalls() {
    const writes = await world.calls('UpdateUserPhoneConfig')
    const reads = await world.calls('DescribeUser')
    return { writes: writes.length, reads: reads.length }
  }
})

test('a notification is marked with its ticket too: asked for before it is sent', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await tellEveryone(world, { en_US: 'Calls are short today' })
  await world.open(page, 'helpdesk', `people/${Id}`)
  const screen = new Screen(page)
  const menu = page.getByRole('button', { name: /^Mark the notification/ })
  const dialog = page.getByRole('dialog', { name: 'Hide?' })
  const reason = dialog.getByRole('textbox', { name: 'Reason' })
  const chooseHide = async () => {
    await pressEnabled(menu)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(reason).toBeFocused()
  }
  await chooseHide()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(menu).toBeFocused()
  await chooseHide()
  await expect(dialog).toContainText('Calls are short today')
  await expectFit(page)
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('your role asks for a reason')
  expect(await world.calls('UpdateUserNotificationStatus')).toEqual([])
  await page.keyboard.type('INC-4712')
  await page.keyboard.press('Enter')
  await screen.hear(/“Calls are short today” of .* is hidden/)
  await expect(dialog).toHaveCount(0)
  await expect(menu).toBeFocused()
  await page.getByRole('link', { name: 'View change' }).click()
  await expect(page.getByText('INC-4712')).toBeVisible()
})
