import { Screen } from './screen.ts'
import { expect, test } from './world.ts'

test('a link to an open form opens it, and Back closes one that was opened here', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await world.open(page, 'helpdesk', `people/${Id}?edit=phone`)
  const screen = new Screen(page)
  await expect(screen.form('Phone')).toBeVisible()
  await screen.press('Cancel')
  await expect(screen.form('Phone')).toHaveCount(0)
  await screen.press('Edit identity')
  await expect(page).toHaveURL(/edit=identity/)
  await page.goBack()
  await expect(screen.form('Identity')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Edit identity' })).toBeFocused()
})

test('after a save the focus is on the button again, and one step back leaves the page', async ({ page, world }) => {
  await world.open(page, 'helpdesk')
  const screen = new Screen(page)
  await screen.rows().first().getByRole('link').click()
  await screen.press('Edit phone')
  await screen.fill('After-contact work', '77')
  await screen.press('Save 1 change')
  await screen.hear(/are saved/)
  await expect(page.getByRole('button', { name: 'Edit phone' })).toBeFocused()
  await page.goBack()
  await screen.see('People')
})

test('closing a form with changes asks first, by Back, by Cancel and by opening another one', async ({
  page,
  world,
}) => {
  const { Id } = await world.describeUser()
  await world.open(page, 'helpdesk', `people/${Id}`)
  const screen = new Screen(page)
  await screen.press('Edit phone')
  await screen.fill('After-contact work', '9')
  const question = page.getByRole('dialog', { name: 'Leave without saving?' })
  const ways = [
    () => page.goBack(),
    () => screen.press('Cancel'),
    () => page.getByRole('button', { name: 'Edit identity' }).click(),
  ]
  for (const leave of ways) {
    await leave()
    await question.getByText('Stay on this page').click()
    await expect(screen.field('After-contact work')).toHaveValue('9')
  }
  await screen.press('Cancel')
  await question.getByText('Leave without saving').last().click()
  await expect(screen.form('Phone')).toHaveCount(0)
})

test('a profile being edited is guarded the same way', async ({ page, world }) => {
  await world.open(page, 'administrator', 'security-profiles')
  const screen = new Screen(page)
  await screen.follow(/^Agent$/)
  await screen.press(/^Edit/)
  await screen.see('Edit Agent')
  await screen.fill('Description', 'Typed with care')
  await page.goBack()
  await page.getByRole('dialog').getByText('Stay on this page').click()
  await expect(screen.field('Description')).toHaveValue('Typed with care')
  await screen.press('Save 1 change')
  await screen.hear(/saved/)
  await screen.see(/^Agent$/)
  await page.goBack()
  await screen.see('Security profiles')
})
