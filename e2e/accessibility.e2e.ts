import { expectFit } from './expect-fit.ts'
import { Screen } from './screen.ts'
import { expect, test, type Person } from './world.ts'

const screens: readonly { name: string; path: (id: string) => string; heading: string | RegExp; person?: Person }[] = [
  { name: 'people', path: () => 'people', heading: 'People' },
  { name: 'a person', path: (id: string) => `people/${id}`, heading: /./ },
  { name: 'the identity form', path: (id: string) => `people/${id}?edit=identity`, heading: /./ },
  { name: 'the phone form', path: (id: string) => `people/${id}?edit=phone`, heading: /./ },
  { name: 'the channels form', path: (id: string) => `people/${id}?edit=channels`, heading: /./ },
  { name: 'the tags form', path: (id: string) => `people/${id}?edit=tags`, heading: /./ },
  { name: 'the proficiencies form', path: (id: string) => `people/${id}?edit=proficiencies`, heading: /./ },
  { name: 'the security profiles form', path: (id: string) => `people/${id}?edit=security-profiles`, heading: /./ },
  { name: 'the hierarchy group form', path: (id: string) => `people/${id}?edit=hierarchy-group`, heading: /./ },
  { name: 'a new person', path: () => 'people/create', heading: 'Create person' },
  { name: 'the question before deleting', path: (id: string) => `people/${id}?edit=delete`, heading: /./ },
  { name: 'the reset', path: (id: string) => `people/${id}?edit=reset`, heading: /./ },
  { name: 'the presets', path: () => 'people/presets', heading: 'Presets', person: 'administrator' },
  { name: 'security profiles', path: () => 'security-profiles', heading: 'Security profiles' },
  { name: 'a new security profile', path: () => 'security-profiles/create', heading: /create/i },
  { name: 'the hierarchy', path: () => 'hierarchy', heading: 'Agent hierarchy' },
  { name: 'the changes', path: () => 'changes', heading: 'Changes' },
  { name: 'what one may do', path: () => 'what-may-i-do', heading: 'What may I do?' },
  { name: 'the roles', path: () => 'roles', heading: 'Roles', person: 'administrator' },
]

for (const { name, path, heading, person = 'supervisor' } of screens) {
  test(`${name}: axe finds nothing serious, and nothing runs out of a narrow window`, async ({ page, world }) => {
    const { Id } = await world.describeUser()
    await world.open(page, person, path(Id))
    await new Screen(page).see(heading)
    await expect(page.getByText('Loading')).toHaveCount(0)
    await expectFit(page)
  })
}
