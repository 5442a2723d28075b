import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { Screen } from './screen.ts'
import { expect, test } from './world.ts'

const screens = [
  { name: 'people', path: () => 'people', heading: 'People' },
  { name: 'a person', path: (id: string) => `people/${id}`, heading: /./ },
  { name: 'the identity form', path: (id: string) => `people/${id}?edit=identity`, heading: /./ },
  { name: 'the phone form', path: (id: string) => `people/${id}?edit=phone`, heading: /./ },
  { name: 'the security profiles form', path: (id: string) => `people/${id}?edit=security-profiles`, heading: /./ },
  { name: 'the hierarchy group form', path: (id: string) => `people/${id}?edit=hierarchy-group`, heading: /./ },
  { name: 'a new person', path: () => 'people/create', heading: 'Create person' },
  { name: 'the question before deleting', path: (id: string) => `people/${id}?edit=delete`, heading: /./ },
  { name: 'the reset', path: (id: string) => `people/${id}?edit=reset`, heading: /./ },
  { name: 'the presets', path: () => 'people/presets', heading: 'Presets', person: 'administrator' as const },
  { name: 'security profiles', path: () => 'security-profiles', heading: 'Security profiles' },
  { name: 'a new security profile', path: () => 'security-profiles/create', heading: /create/i },
  { name: 'the hierarchy', path: () => 'hierarchy', heading: 'Agent hierarchy' },
  { name: 'the changes', path: () => 'changes', heading: 'Changes' },
]

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, path, heading } of screens) {
    test(`${name}, ${colorScheme}: axe finds nothing serious, and nothing runs out of a narrow window`, async ({
      page,
      world,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const { Id } = await world.describeUser()
      await world.open(page, 'supervisor', path(Id))
      await new Screen(page).see(heading)
      await expect(page.getByText('Loading')).toHaveCount(0)
      expect(await seriousFaults(page)).toEqual([])

      await page.setViewportSize({ width: 400, height: 800 })
      await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
      expect(await seriousFaults(page)).toEqual([])
    })
  }
}

/** Pixels by which the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))
}
