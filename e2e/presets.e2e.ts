import { Screen } from './screen.ts'
import { expect, test } from './world.ts'

test('an administrator makes a preset, and helpdesk is offered it', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await world.open(page, 'administrator', `people/${Id}?edit=reset`)
  const screen = new Screen(page)
  await screen.follow('Change the presets')
  await screen.see('Presets')
  await screen.press('Add preset')
  await screen.press('Save 1 change')
  await expect(screen.form('Presets')).toContainText('Enter the name.')
  await page.getByRole('textbox', { name: 'Name of preset 3' }).fill('Night shift')
  await page.getByRole('textbox', { name: 'After-contact work of preset 3' }).fill('2:00')
  await screen.press('Save 1 change')
  await screen.hear('The presets are saved.')

  await world.open(page, 'helpdesk', `people/${Id}?edit=reset`)
  const dialog = page.getByRole('dialog', { name: /^Reset / })
  await dialog.getByRole('radio', { name: 'Night shift' }).check()
  await expect(dialog.getByLabel('What changes')).toContainText('2 min')
  await expect(page.getByRole('link', { name: 'Change the presets' })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Reset', exact: true }).click()
  await screen.hear(/is reset: Night shift/)
  expect((await world.describeUser(Id)).PhoneConfig?.AfterContactWorkTimeLimit).toBe(120)
})
