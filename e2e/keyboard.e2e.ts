import type { Locator, Page } from '@playwright/test'
import { Screen } from './screen.ts'
import { expect, test } from './world.ts'

/** Presses Tab, or back with Shift, until `target` has the focus. Fails where it cannot be reached. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}

test('helpdesk finds somebody and changes phone and channels without touching the mouse', async ({ page, world }) => {
  const { Id, Username } = await world.describeUser()
  await world.open(page, 'helpdesk')
  const screen = new Screen(page)
  await tabTo(page, page.getByRole('searchbox', { name: 'Find people' }))
  await page.keyboard.type(Username)
  await expect(page).toHaveURL(/search=/)
  const person = screen.rows().filter({ hasText: Username }).first().getByRole('link')
  await expect(person).toBeVisible()
  await person.focus()
  await page.keyboard.press('Enter')

  await tabTo(page, page.getByRole('button', { name: 'Edit phone' }))
  await page.keyboard.press('Enter')
  await tabTo(page, screen.field('After-contact work'))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('1:15')
  await page.keyboard.press('Enter')
  await screen.hear(/saved/i)
  expect((await world.describeUser(Id)).PhoneConfig?.AfterContactWorkTimeLimit).toBe(75)

  await tabTo(page, page.getByRole('button', { name: 'Edit channels' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('group', { name: 'Chat' }).getByRole('textbox', { name: /^After-contact work/ }))
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('2:05')
  await page.keyboard.press('Enter')
  await screen.hear(/channels of .+ are saved/i)
  await expect(page.getByRole('button', { name: 'Edit channels' })).toBeFocused()
  const work = (await world.describeUser(Id)).AfterContactWorkConfigs?.find(({ Channel }) => Channel === 'CHAT')
  expect(work?.AfterContactWorkConfig?.AfterContactWorkTimeLimit).toBe(125)
})

test('somebody is created without touching the mouse', async ({ page, world }) => {
  await world.open(page, 'administrator')
  const screen = new Screen(page)
  await expect(screen.rows().first()).toBeVisible()
  await tabTo(page, page.getByRole('link', { name: 'Create person' }))
  await page.keyboard.press('Enter')
  await screen.see('Create person')
  for (const [label, text] of [
    ['User name', 'by.keyboard'],
    ['Password', 'Difference1'],
    ['First name', 'Mary'],
    ['Last name', 'Somerville'],
  ] as const) {
    await tabTo(page, screen.field(label))
    await page.keyboard.type(text)
  }
  await tabTo(page, screen.form('Create person').getByRole('button', { name: /^Routing profile|Routing profile$/ }))
  await screen.pickByKeyboard('Basic Routing Profile')
  await tabTo(page, page.getByRole('button', { name: 'Create person' }))
  await page.keyboard.press('Enter')
  await screen.hear('Mary Somerville is created.')
  await expect(page.getByRole('heading', { level: 1, name: 'Mary Somerville' })).toBeFocused()
})

test('a permission is granted without touching the mouse', async ({ page, world }) => {
  await world.open(page, 'administrator', 'security-profiles/create')
  const screen = new Screen(page)
  await tabTo(page, screen.field('Name'))
  await page.keyboard.type('By keyboard')
  const first = page.getByRole('checkbox', { name: 'Users: View' })
  await tabTo(
    page,
    page
      .getByRole('grid', { name: 'Permissions' })
      .getByRole('button')
      .or(page.getByRole('grid').getByRole('checkbox'))
      .first(),
  )
  for (const key of ['ArrowDown', 'ArrowRight']) await page.keyboard.press(key)
  await expect(first).toBeFocused()
  await page.keyboard.press('Space')
  await expect(first).toBeChecked()
  await tabTo(page, page.getByRole('button', { name: /^Create/ }))
  await page.keyboard.press('Enter')
  await screen.see('By keyboard')
})

test('a supervisor gives a proficiency without touching the mouse', async ({ page, world }) => {
  const { Id } = await world.describeUser()
  await world.open(page, 'supervisor', `people/${Id}`)
  const screen = new Screen(page)
  const edit = page.getByRole('button', { name: 'Edit proficiencies' })
  await expect(edit).toBeEnabled()
  await tabTo(page, edit)
  await page.keyboard.press('Enter')
  const form = screen.form('Proficiencies')
  await expect(form).toBeVisible()
  const lines = await form.getByRole('button', { name: /^Remove / }).count()
  await tabTo(page, form.getByRole('button', { name: 'Add proficiency' }))
  await page.keyboard.press('Enter')
  for (const [label, option] of [
    ['Attribute', 'Product'],
    ['Value', 'Insurance'],
    ['Level', '4'],
  ] as const) {
    const select = form.getByRole('button', { name: new RegExp(`${label} of proficiency ${lines + 1}`) })
    if (label === 'Attribute') await expect(select).toBeFocused()
    await tabTo(page, select)
    await screen.pickByKeyboard(option)
    await expect(select).toContainText(option)
  }
  await tabTo(page, form.getByRole('button', { name: 'Save 1 change' }))
  await page.keyboard.press('Enter')
  await screen.hear(/proficiencies of .+ are saved/i)
  await expect(edit).toBeFocused()
})
