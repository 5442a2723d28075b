import { expectFit } from './expect-fit.ts'
import { Screen } from './screen.ts'
import { expect, test, type Person } from './world.ts'

interface Shown {
  readonly name: string
  readonly path: (id: string) => string
  readonly heading: string | RegExp
  readonly person?: Person
  /** What axe looks at, where the page around it is one of the others. */
  readonly part?: string
}

const screens: readonly Shown[] = [
  { name: 'people', path: () => 'people', heading: 'People' },
  { name: 'a person', path: (id: string) => `people/${id}`, heading: /./ },
  { name: 'the identity form', path: (id: string) => `people/${id}?edit=identity`, heading: /./, part: 'form' },
  { name: 'the phone form', path: (id: string) => `people/${id}?edit=phone`, heading: /./, part: 'form' },
  { name: 'the channels form', path: (id: string) => `people/${id}?edit=channels`, heading: /./, part: 'form' },
  { name: 'the tags form', path: (id: string) => `people/${id}?edit=tags`, heading: /./, part: 'form' },
  {
    name: 'the proficiencies form',
    path: (id: string) => `people/${id}?edit=proficiencies`,
    heading: /./,
    part: 'form',
  },
  {
    name: 'the security profiles form',
    path: (id: string) => `people/${id}?edit=security-profiles`,
    heading: /./,
    part: 'form',
  },
  {
    name: 'the hierarchy group form',
    path: (id: string) => `people/${id}?edit=hierarchy-group`,
    heading: /./,
    part: 'form',
  },
  { name: 'a new person', path: () => 'people/create', heading: 'Create person' },
  {
    name: 'the question before deleting',
    path: (id: string) => `people/${id}?edit=delete`,
    heading: /./,
    part: '[role=dialog]',
  },
  { name: 'the reset', path: (id: string) => `people/${id}?edit=reset`, heading: /./, part: '[role=dialog]' },
  { name: 'the presets', path: () => 'people/presets', heading: 'Presets', person: 'administrator' },
  { name: 'security profiles', path: () => 'security-profiles', heading: 'Security profiles' },
  { name: 'a new security profile', path: () => 'security-profiles/create', heading: /create/i },
  { name: 'the hierarchy', path: () => 'hierarchy', heading: 'Agent hierarchy' },
  { name: 'the changes', path: () => 'changes', heading: 'Changes' },
  { name: 'what one may do', path: () => 'what-may-i-do', heading: 'What may I do?' },
  { name: 'the roles', path: () => 'roles', heading: 'Roles', person: 'administrator' },
]

for (const { name, path, heading, person = 'supervisor', part } of screens) {
  test(`${name}: axe finds nothing serious, and nothing runs out of a narrow window`, async ({ page, world }) => {
    const { Id } = await world.describeUser()
    await world.open(page, person, path(Id))
    await new Screen(page).see(heading)
    await expect(page.getByText('Loading')).toHaveCount(0)
    if (part !== undefined) await expect(page.locator(part)).toBeVisible()
    await expectFit(page, part)
  })
}
