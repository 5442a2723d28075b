import type { BrowserContext, Locator, Page } from '@playwright/test'
import { Screen } from './screen.ts'
import { expect, test, type World } from './world.ts'

interface EditedForm {
  readonly edit: string
  /** How the session ends. Default: it is gone at the next request. */
  readonly end?: (context: BrowserContext, world: World) => Promise<void>
  readonly type: (page: Page) => Promise<void>
  readonly typed: (page: Page) => Promise<void>
}

/** The first tab says so at once. */
async function signOutInAnotherTab(context: BrowserContext, world: World): Promise<void> {
  const other = await context.newPage()
  await other.goto(`/${world.alias}/hierarchy`)
  await other.getByRole('button', { name: /administrator/ }).click()
  await other.getByRole('menuitem', { name: 'Sign out' }).click()
  await expect(other.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await other.close()
}

/**
 * A person's page asks by itself what they do at the moment, and might learn of the end of the session before what a test tries
 * does. What was refused is not asked again.
 */
async function openAskingNothing(page: Page, world: World, path: string): Promise<void> {
  await world.fault({ operation: 'GetCurrentUserData', error: 'AccessDeniedException' })
  await world.open(page, 'administrator', path)
  await expect(page.getByRole('alert').filter({ hasText: 'GetCurrentUserData' })).toBeVisible()
}

const forms: readonly EditedForm[] = [
  {
    edit: 'channels',
    end: signOutInAnotherTab,
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

for (const { edit, end, type, typed } of forms) {
  test(`a session that ends while ${edit} are edited loses nothing`, async ({ page, world, context, complaints }) => {
    complaints.expected.push(/401|502/)
    const { Id } = await world.describeUser()
    await openAskingNothing(page, world, `people/${Id}?edit=${edit}`)
    await type(page)
    const screen = new Screen(page)
    if (end === undefined) {
      await context.clearCookies()
      await screen.press('Save 1 change')
    } else await end(context, world)
    await screen.signInAgain(context, /administrator/i)
    await typed(page)
    await screen.press('Save 1 change')
    await screen.hear(/ are saved/i)
  })
}

test('a session that ended keeps what was typed: somebody else signs in and goes on', async ({
  page,
  world,
  context,
  complaints,
}) => {
  complaints.expected.push(/401|502/)
  const { Id } = await world.describeUser()
  await openAskingNothing(page, world, `people/${Id}`)
  const screen = new Screen(page)
  await screen.press('Edit identity')
  await screen.fill('Last name', 'Still-here')
  await context.clearCookies()
  await screen.press('Save 1 change')

  await screen.signInAgain(context, /supervisor/i)
  await expect(screen.field('Last name')).toHaveValue('Still-here')
  await screen.press('Save 1 change')
  await screen.hear(/saved/i)
  expect((await world.describeUser(Id)).IdentityInfo?.LastName).toBe('Still-here')
})

/** Tries once while Patchbay cannot be reached, and once while one is signed out, and signs in again. */
async function tryInVain(screen: Screen, as: RegExp, attempt: () => Promise<void>, place: Locator): Promise<void> {
  const context = screen.page.context()
  await context.setOffline(true)
  await attempt()
  await expect(place).toContainText('Patchbay did not answer.')
  await context.setOffline(false)
  await context.clearCookies()
  await attempt()
  await screen.signInAgain(context, as)
}

test('a reset keeps preset, number and ticket while Patchbay cannot be reached and while one is signed out', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/401|Failed to fetch|ERR_/)
  const { Id } = await world.describeUser()
  await world.open(page, 'helpdesk', `people/${Id}?edit=reset`)
  const screen = new Screen(page)
  const dialog = page.getByRole('dialog', { name: /^Reset / })
  await dialog.getByRole('radio', { name: 'Desk phone' }).check()
  await screen.fill('Desk phone number', '+4930901821')
  await screen.fill('Ticket number', 'INC-4712')
  const confirm = dialog.getByRole('button', { name: 'Reset', exact: true })
  await tryInVain(screen, /helpdesk/i, () => confirm.click(), dialog)
  await expect(screen.field('Desk phone number')).toHaveValue('+4930901821')
  await expect(screen.field('Ticket number')).toHaveValue('INC-4712')
  await confirm.click()
  await screen.hear(/is reset: Desk phone/)
  expect((await world.describeUser(Id)).PhoneConfig?.DeskPhoneNumber).toBe('+4930901821')
})

test('somebody half typed is kept while Patchbay cannot be reached and while one is signed out', async ({
  page,
  world,
  complaints,
}) => {
  complaints.expected.push(/401|Failed to fetch|ERR_/)
  await world.open(page, 'administrator', 'people/create')
  const screen = new Screen(page)
  await screen.fill('User name', 'once.only')
  await screen.fill('Password', 'Difference1')
  await screen.fill('First name', 'Emmy')
  await screen.fill('Last name', 'Noether')
  await screen.pick('Routing profile', '')
  await expect(page.getByText('Free', { exact: true })).toBeVisible()
  await tryInVain(screen, /administrator/i, () => screen.press('Create person'), screen.form('Create person'))
  await expect(screen.field('Password')).toHaveValue('Difference1')
  await screen.press('Create person')
  await screen.hear('Emmy Noether is created.')
  expect(await world.calls('CreateUser')).toHaveLength(1)
})
