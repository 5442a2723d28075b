// What a person does on a screen, in their words. Selectors live here, not in the tests.
import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test'

export class Screen {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async see(heading: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).click()
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.page.getByRole('link', { name }).first().click()
  }

  /** A field is named by its label; Cloudscape appends "- optional" to some. */
  field(label: string): Locator {
    return this.page.getByRole('textbox', { name: new RegExp(`^${label}( - optional)?$`) })
  }

  async fill(label: string, value: string): Promise<void> {
    await this.field(label).fill(value)
  }

  async choose(option: string): Promise<void> {
    await this.page.getByRole('radio', { name: option }).check()
  }

  /** Opens a select by its label, types what is looked for and takes the option of that name. */
  async pick(label: string, option: string): Promise<void> {
    await this.page
      .getByRole('form')
      .getByRole('button', { name: new RegExp(`^${label}|${label}$`) })
      .click()
    await this.page.keyboard.type(option)
    await this.page.getByRole('option').filter({ hasText: option }).first().click()
    await this.page.keyboard.press('Escape')
  }

  /** Opens the select that has the focus, finds `option` by typing and takes it, once what it offers has been read. */
  async pickByKeyboard(option: string): Promise<void> {
    await this.page.keyboard.press('Enter')
    await this.page.keyboard.type(option)
    await expect(this.page.getByRole('option').filter({ hasText: option }).first()).toBeVisible()
    await this.page.keyboard.press('ArrowDown')
    await this.page.keyboard.press('Enter')
  }

  /** In the window that the page offers once its session has ended; the page itself stays as it is. */
  async signInAgain(context: BrowserContext, as: RegExp): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: 'Your session has ended' })
    const [signInWindow] = await Promise.all([
      context.waitForEvent('page'),
      dialog.getByRole('button', { name: 'Sign in again' }).click(),
    ])
    await signInWindow.getByRole('button', { name: as }).click()
    await expect(dialog).toHaveCount(0)
  }

  form(name: string): Locator {
    return this.page.getByRole('form', { name })
  }

  /** The value that stands under a label on a page that is being read. */
  value(label: string): Locator {
    return this.page
      .locator('dt', { hasText: new RegExp(`^${label}$`) })
      .locator('xpath=following-sibling::dd[1]')
      .first()
  }

  async hear(notification: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('list', { name: 'Messages' }).getByText(notification)).toBeVisible()
  }

  /** By keyboard, until the rows are those of the last letter: a row that goes takes the focus with it. */
  async search(text: string): Promise<void> {
    await this.page.keyboard.press('/')
    await this.page.keyboard.type(text)
    await expect(this.page).toHaveURL(({ searchParams }) => searchParams.get('search') === text)
    await expect(this.page.getByRole('heading', { name: /match/ })).toBeVisible()
    await expect(this.rows().filter({ hasNotText: text })).toHaveCount(0)
  }

  rows(): Locator {
    return this.page
      .getByRole('grid')
      .getByRole('row')
      .filter({ has: this.page.getByRole('link') })
  }
}
