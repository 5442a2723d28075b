import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** The only rules that see colours: the others say of a dark page what they said of the light one. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/**
 * Nothing that axe calls serious or critical, narrow and wide, light and dark, and nothing wider than its window. Leaves the page wide and light.
 * `part`: a selector of what axe looks at, where the page around it is looked at elsewhere.
 */
export async function expectFit(page: Page, part?: string): Promise<void> {
  await page.evaluate(stopTransitions)
  for (const width of [320, 1_440]) {
    await page.setViewportSize({ width, height: 900 })
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
    expect(await seriousFaults(axe(page, part)), `${width} px`).toEqual([])
  }
  await useColours(page, 'dark')
  expect(await seriousFaults(axe(page, part).withRules(COLOUR_RULES)), 'dark').toEqual([])
  await useColours(page, 'light')
}

/** Nothing that axe calls serious or critical on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await seriousFaults(axe(page))).toEqual([])
}

async function useColours(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await expect(page.locator('body.awsui-dark-mode')).toHaveCount(colorScheme === 'dark' ? 1 : 0)
}

/** What fades from one colour to another has neither while it does. */
function stopTransitions(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('*, *::before, *::after { transition: none !important }')
  document.adoptedStyleSheets.push(sheet)
}

/** Pixels by which the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Without a tab of its own for frames, which Patchbay has none of, and without a word on what is right: a fifth of the time. */
function axe(page: Page, part?: string): AxeBuilder {
  const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  return part === undefined ? builder : builder.include(part)
}

async function seriousFaults(builder: AxeBuilder): Promise<string[]> {
  const { violations } = await builder.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
