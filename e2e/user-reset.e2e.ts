import { UpdateUserPhoneConfigCommand } from '@aws-sdk/client-connect'
import { Screen } from './screen.ts'
import { expect, test } from './world.ts'

test('helpdesk resets somebody by keyboard: open, reset, confirm with the ticket', async ({ page, world }) => {
  const { Id, Username } = await world.describeUser()
  await world.connect.send(
    new UpdateUserPhoneConfigCommand({
      InstanceId: world.instanceId,
      UserId: Id,
      PhoneConfig: {
        PhoneType: 'DESK_PHONE',
        DeskPhoneNumber: '+4930901820',
        AutoAccept: true,
        AfterContactWorkTimeLimit: 5,
      },
    }),
  )
  await world.open(page, 'helpdesk')
  const screen = new Screen(page)
  await expect(screen.rows().first()).toBeVisible()
  await screen.search(Username)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Reset' })).toBeVisible()
  await page.keyboard.press('r')
  const dialog = page.getByRole('dialog', { name: /^Reset / })
  await expect(dialog.getByRole('radio', { name: 'Standard soft phone' })).toBeChecked()
  const changes = dialog.getByLabel('What changes')
  await expect(changes).toContainText('Phone type')
  await expect(changes).toContainText('After-contact work')
  await expect(dialog).toContainText('Passwords cannot be reset from here')
  await dialog.getByRole('textbox', { name: /^Ticket number/ }).focus()
  await page.keyboard.type('INC-4711')
  await page.keyboard.press('Enter')

  await screen.hear(/is reset: Standard soft phone/)
  expect((await world.describeUser(Id)).PhoneConfig).toMatchObject({
    PhoneType: 'SOFT_PHONE',
    AutoAccept: false,
    AfterContactWorkTimeLimit: 60,
  })
  expect(await world.calls('UpdateUserPhoneConfig')).toHaveLength(2)
})

test('a desk phone asks for its number, and a preset that changes nothing sends nothing', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await world.connect.send(
    new UpdateUserPhoneConfigCommand({
      InstanceId: world.instanceId,
      UserId: Id,
      PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: false, AfterContactWorkTimeLimit: 60 },
    }),
  )
  await world.open(page, 'helpdesk', `people/${Id}?edit=reset`)
  const screen = new Screen(page)
  const dialog = page.getByRole('dialog', { name: /^Reset / })
  await expect(dialog).toContainText('Nothing would change')
  const confirm = dialog.getByRole('button', { name: 'Reset', exact: true })
  await confirm.click()
  await dialog.getByRole('radio', { name: 'Desk phone' }).check()
  await confirm.click()
  await expect(dialog).toContainText('A desk phone needs a number')
  expect(await world.calls('UpdateUserPhoneConfig')).toHaveLength(1)
  await screen.fill('Desk phone number', '+49 30 901820')
  await confirm.click()
  await screen.hear(/is reset: Desk phone/)
  expect((await world.describeUser(Id)).PhoneConfig).toMatchObject({
    PhoneType: 'DESK_PHONE',
    DeskPhoneNumber: '+4930901820',
  })
})

test('somebody who changed meanwhile is shown again before anything is written', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/409/)
  const { Id } = await world.describeUser()
  const setPhone = (seconds: number) =>
    world.connect.send(
      new UpdateUserPhoneConfigCommand({
        InstanceId: world.instanceId,
        UserId: Id,
        PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: true, AfterContactWorkTimeLimit: seconds },
      }),
    )
  await setPhone(10)
  await world.open(page, 'helpdesk', `people/${Id}?edit=reset`)
  const dialog = page.getByRole('dialog', { name: /^Reset / })
  await expect(dialog).toContainText('10 s')
  await setPhone(20)
  const confirm = dialog.getByRole('button', { name: 'Reset', exact: true })
  await confirm.click()
  await expect(dialog).toContainText('Nothing was changed: look again')
  await expect(dialog).toContainText('20 s')
  expect((await world.describeUser(Id)).PhoneConfig?.AfterContactWorkTimeLimit).toBe(20)
  await confirm.click()
  await new Screen(page).hear(/is reset/)
})
