import { Screen } from './screen.ts'
import { expect, test } from './world.ts'

test('helpdesk gives somebody a desk phone, and Amazon Connect has it', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await world.open(page, 'helpdesk', `people/${Id}`)
  const screen = new Screen(page)
  await screen.press('Edit phone')
  await screen.choose('Desk phone')
  await screen.fill('Desk phone number', '+4930901820')
  await screen.fill('After-contact work', '2 min 5 s')
  await expect(screen.form('Phone')).toContainText('2 minutes 5 seconds')
  await screen.press(/^Save \d changes?$/)

  await screen.hear(/phone settings of .+ are saved/i)
  await expect(screen.value('Desk phone number')).toHaveText('+4930901820')
  const { PhoneConfig } = await world.describeUser(Id)
  expect(PhoneConfig).toMatchObject({
    PhoneType: 'DESK_PHONE',
    DeskPhoneNumber: '+4930901820',
    AfterContactWorkTimeLimit: 125,
  })
})

test('a bad number is told at its field and nothing is sent', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await world.open(page, 'helpdesk', `people/${Id}`)
  const screen = new Screen(page)
  await screen.press('Edit phone')
  await screen.choose('Desk phone')
  await screen.fill('Desk phone number', '0049 30 901820')
  await screen.fill('After-contact work', 'soon')
  await screen.press(/^Save/)

  await expect(screen.field('Desk phone number')).toHaveAttribute('aria-invalid', 'true')
  await expect(screen.field('Desk phone number')).toBeFocused()
  await expect(screen.form('Phone')).toContainText('E.164')
  await expect(screen.field('Desk phone number')).toHaveValue('0049 30 901820')
  expect(await world.calls('UpdateUserPhoneConfig')).toEqual([])
})

test('what Amazon Connect refuses or fails at keeps what was typed', async ({ page, world, complaints }) => {
  complaints.expected.push(/50[0-9]/)
  const { Id } = await world.describeUser()
  await world.open(page, 'administrator', `people/${Id}`)
  const screen = new Screen(page)
  await screen.press('Edit phone')
  await screen.fill('After-contact work', '7:00')
  await world.fault({ operation: 'UpdateUserPhoneConfig', error: 'InternalServiceException' })
  await screen.press('Save 1 change')

  await expect(screen.form('Phone')).toContainText('Amazon Connect did not answer as expected')
  await expect(screen.field('After-contact work')).toHaveValue('7:00')
  await world.clearFaults()
  await screen.press('Save 1 change')
  await screen.hear(/are saved/i)
  expect((await world.describeUser(Id)).PhoneConfig?.AfterContactWorkTimeLimit).toBe(420)
})

test('leaving with unsaved changes asks first', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await world.open(page, 'helpdesk', `people/${Id}`)
  const screen = new Screen(page)
  await screen.press('Edit phone')
  await screen.fill('After-contact work', '9')
  await screen.follow('Hierarchy')
  await page.getByRole('dialog').getByText('Stay on this page').click()
  await expect(screen.field('After-contact work')).toHaveValue('9')
  await screen.follow('Hierarchy')
  await page.getByRole('dialog').getByRole('button', { name: /leave/i }).click()
  await screen.see('Agent hierarchy')
})
