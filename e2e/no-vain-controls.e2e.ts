import {
  DescribeSecurityProfileCommand,
  ListSecurityProfilesCommand,
  SearchUsersCommand,
} from '@aws-sdk/client-connect'
import type { Page } from '@playwright/test'
import { expect, test, type Person, type World } from './world.ts'

// What the server would refuse is not offered: for each role and each page exactly these controls change or hand out something.

const people: readonly Person[] = ['administrator', 'supervisor', 'helpdesk', 'auditor']
type Offered = Readonly<Record<Person, readonly string[]>>

const nothing: readonly string[] = []
const deskSections = ['Edit channels', 'Edit identity', 'Edit phone', 'Reset']
const allSections = [
  'Create one like this',
  'Delete',
  'Edit channels',
  'Edit hierarchy group',
  'Edit identity',
  'Edit phone',
  'Edit proficiencies',
  'Edit routing profile',
  'Edit security profiles',
  'Edit tags',
  'Reset',
]

interface Shown {
  readonly what: string
  readonly path: (world: World) => Promise<string> | string
  readonly offered: Offered
}

const pages: readonly Shown[] = [
  {
    what: 'the list of people',
    path: () => 'people',
    offered: { administrator: ['Create person'], supervisor: ['Create person'], helpdesk: nothing, auditor: nothing },
  },
  {
    what: 'an agent',
    path: async (world) => `people/${(await world.describeUser()).Id}`,
    offered: { administrator: allSections, supervisor: allSections, helpdesk: deskSections, auditor: nothing },
  },
  {
    // Someone like them can be made with other profiles, which the form asks for.
    what: 'somebody privileged',
    path: async (world) => `people/${await findHolder(world, 'Admin')}`,
    offered: { administrator: allSections, supervisor: ['Create one like this'], helpdesk: nothing, auditor: nothing },
  },
  {
    what: 'a new person',
    path: () => 'people/create',
    offered: { administrator: ['Create person'], supervisor: ['Create person'], helpdesk: nothing, auditor: nothing },
  },
  {
    what: 'the presets',
    path: () => 'people/presets',
    offered: { administrator: ['Add preset'], supervisor: nothing, helpdesk: nothing, auditor: nothing },
  },
  {
    what: 'the security profiles',
    path: () => 'security-profiles',
    offered: {
      administrator: ['Create security profile'],
      supervisor: ['Create security profile'],
      helpdesk: nothing,
      auditor: nothing,
    },
  },
  {
    what: 'a profile within the ceiling',
    path: async (world) => `security-profiles/${await findProfile(world, 'Agent')}`,
    offered: { administrator: ['Edit'], supervisor: ['Edit'], helpdesk: nothing, auditor: nothing },
  },
  {
    what: 'a privileged profile',
    path: async (world) => `security-profiles/${await findProfile(world, 'Admin')}`,
    offered: { administrator: ['Edit'], supervisor: nothing, helpdesk: nothing, auditor: nothing },
  },
  {
    what: 'a new security profile',
    path: () => 'security-profiles/create',
    offered: {
      administrator: ['Create security profile'],
      supervisor: ['Create security profile'],
      helpdesk: nothing,
      auditor: nothing,
    },
  },
  {
    what: 'the changes',
    path: () => 'changes',
    offered: { administrator: ['Export'], supervisor: nothing, helpdesk: nothing, auditor: ['Export'] },
  },
]

async function findProfile({ connect, instanceId: InstanceId }: World, name: string): Promise<string> {
  const { SecurityProfileSummaryList: all } = await connect.send(new ListSecurityProfilesCommand({ InstanceId }))
  const SecurityProfileId = all?.find(({ Name }) => Name === name)?.Id
  const { SecurityProfile } = await connect.send(new DescribeSecurityProfileCommand({ InstanceId, SecurityProfileId }))
  return SecurityProfile?.Id ?? ''
}

async function findHolder(world: World, name: string): Promise<string> {
  const Value = await findProfile(world, name)
  const StringCondition = { FieldName: 'SecurityProfileId', Value, ComparisonType: 'EXACT' } as const
  const command = new SearchUsersCommand({ InstanceId: world.instanceId, SearchCriteria: { StringCondition } })
  return (await world.connect.send(command)).Users?.[0]?.Id ?? ''
}

const acting = /^(Add preset|Edit|Create|Delete|Reset|Export)\b/

/** Names of what can be pressed or followed, and changes or hands out something. */
async function offeredOn(page: Page): Promise<string[]> {
  const controls = page.getByRole('main').locator('button:enabled:not([aria-disabled=true]), a[href]')
  // At once: one after the other, some would be gone by then.
  const names = await controls.evaluateAll((all) =>
    all.map((one) => one.getAttribute('aria-label') ?? (one as HTMLElement).innerText),
  )
  return [...new Set(names.map((name) => name.trim()).filter((name) => acting.test(name)))].toSorted()
}

for (const person of people) {
  test(`the ${person} is offered what they may do, and nothing else`, async ({ page, world }) => {
    test.setTimeout(90_000)
    for (const { what, path, offered } of pages) {
      await world.open(page, person, await path(world))
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      await expect.poll(() => offeredOn(page), `on the page of ${what}`).toEqual([...offered[person]].toSorted())
    }
  })
}

test('what may not be changed says why, and leads to what one may do', async ({ page, world }) => {
  await world.open(page, 'helpdesk', `people/${(await world.describeUser()).Id}?edit=identity`)
  await expect(page.getByText('Your role cannot change this.').first()).toBeVisible()
  const link = page.getByRole('link', { name: /What may I do/ }).first()
  await expect(link).toHaveAttribute('href', `/${world.alias}/what-may-i-do`)
  await world.open(page, 'supervisor', `security-profiles/${await findProfile(world, 'Admin')}`)
  await expect(page.getByText('Only an administrator may change the security profile “Admin”.')).toBeVisible()
})
