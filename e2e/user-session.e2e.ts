import type { Page } from '@playwright/test'
import { Screen } from './screen.ts'
import { expect, test } from './world.ts'

const forms = [
  {
    edit: 'channels',
    type: (page: Page) => page.getByRole('group', { name: 'Chat' }).getByRole('textbox').fill('3:21'),
    typed: (page: Page) => expect(page.getByRole('group', { name: 'Chat' }).getByRole('textbox')).toHaveValue('3:21'),
  },
  {
    edit: 'tags',
    type: async (page: Page) => {
      await page.getByRole('button', { name: 'Add tag' }).click()
      await page
        .getByLabel(/^Key of tag/)
        .last()
        .fill('Kept')
    },
    typed: (page: Page) => expect(page.getByLabel(/^Key of tag/).last()).toHaveValue('Kept'),
  },
  {
    edit: 'proficiencies',
    type: async (page: Page) => {
      await page.getByRole('button', { name: 'Add proficiency' }).click()
      for (const [label, option] of [
        ['Attribute', 'Product'],
        ['Value', 'Loans'],
        ['Level', '3'],
      ] as const) {
        await page
          .getByRole('button', { name: new RegExp(`${label} of proficiency`) })
          .last()
          .click()
        await page.getByRole('option').filter({ hasText: option }).first().click()
      }
    },
    typed: (page: Page) =>
      expect(page.getByRole('button', { name: /Value of proficiency/ }).last()).toHaveText(/Loans/),
  },
]

for (const { edit, type, typed } of forms) {
  test(`a session that ends while ${edit} are edited loses nothing`, async ({ page, world, context, complaints }) => {
    complaints.expected.push(/401/)
    const { Id } = await world.describeUser()
    await world.open(page, 'administrator', `people/${Id}?edit=${edit}`)
    await type(page)
    await context.clearCookies()
    const screen = new Screen(page)
    await screen.press('Save 1 change')
    await screen.signInAgain(context, /administrator/i)
    await typed(page)
    await screen.press('Save 1 change')
    await screen.hear(/ are saved/i)
  })
}
