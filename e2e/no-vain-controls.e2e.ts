import { readFileSync } from 'node:fs'
import {
  DescribeSecurityProfileCommand,
  ListSecurityProfilesCommand,
  SearchUsersCommand,
} from '@aws-sdk/client-connect'
import type { Page } from '@playwright/test'
import { makeChange } from './make-change.ts'
import { giveContact } from './give-contact.ts'
import { putStatus } from './put-status.ts'
import { tellEveryone } from './tell-everyone.ts'
import { expect, test, type Person, type World } from './world.ts'

// What the server would refuse is not offered: for each role and each page exactly these controls change or hand out something.

const people: readonly Person[] = ['administrator', 'supervisor', 'helpdesk', 'auditor']
type Offered = Readonly<Record<Person, readonly string[]>>

const nothing: readonly string[] = []
const nobody: Offered = { administrator: nothing, supervisor: nothing, helpdesk: nothing, auditor: nothing }
const deskSections = ['Edit channels', 'Edit identity', 'Edit phone', 'Reset']
const allSections = [
  'Create one like this',
  'Delete',
  'Dismiss the contact: Voice, missed',
  'Edit channels',
  'Edit hierarchy group',
  'Edit identity',
  'Edit live status',
  'Edit phone',
  'Edit proficiencies',
  'Edit routing profile',
  'Edit security profiles',
  'Edit tags',
  'Edit workspaces',
  'Mark the notification: Calls are short today',
  'Reset',
]

interface Shown {
  readonly what: string
  /** As in the router. */
  readonly route: string
  /** Below the instance; left out where it is the route. */
  readonly path?: (world: World, page: Page) => Promise<string> | string
  readonly offered: Offered
}

const pages: readonly Shown[] = [
  {
    what: 'the list of people',
    route: '/people',
    offered: { administrator: ['Create person'], supervisor: ['Create person'], helpdesk: nothing, auditor: nothing },
  },
  {
    what: 'an agent',
    route: '/people/$id',
    path: async (world) => `people/${await signedIn(world, (await world.describeUser()).Id)}`,
    offered: { administrator: allSections, supervisor: allSections, helpdesk: deskSections, auditor: nothing },
  },
  {
    what: 'somebody privileged',
    route: '/people/$id',
    path: async (world) => `people/${await signedIn(world, await findHolder(world, 'Admin'))}`,
    offered: { administrator: allSections, supervisor: nothing, helpdesk: nothing, auditor: nothing },
  },
  {
    what: 'a new person',
    route: '/people/create',
    offered: { administrator: ['Create person'], supervisor: ['Create person'], helpdesk: nothing, auditor: nothing },
  },
  {
    what: 'the presets',
    route: '/people/presets',
    offered: { administrator: ['Add preset'], supervisor: nothing, helpdesk: nothing, auditor: nothing },
  },
  {
    what: 'the security profiles',
    route: '/security-profiles',
    offered: {
      administrator: ['Create security profile'],
      supervisor: ['Create security profile'],
      helpdesk: nothing,
      auditor: nothing,
    },
  },
  {
    what: 'a profile within the ceiling',
    route: '/security-profiles/$id',
    path: async (world) => `security-profiles/${await findProfile(world, 'Agent')}`,
    offered: { administrator: ['Edit'], supervisor: ['Edit'], helpdesk: nothing, auditor: nothing },
  },
  {
    what: 'a privileged profile',
    route: '/security-profiles/$id',
    path: async (world) => `security-profiles/${await findProfile(world, 'Admin')}`,
    offered: { administrator: ['Edit'], supervisor: nothing, helpdesk: nothing, auditor: nothing },
  },
  {
    what: 'a new security profile',
    route: '/security-profiles/create',
    offered: {
      administrator: ['Create security profile'],
      supervisor: ['Create security profile'],
      helpdesk: nothing,
      auditor: nothing,
    },
  },
  {
    what: 'the changes',
    route: '/changes',
    offered: { administrator: ['Export'], supervisor: nothing, helpdesk: nothing, auditor: ['Export'] },
  },
  {
    what: 'a change',
    route: '/changes/$id',
    path: async (world, page) => `changes/${(await makeChange(page, world)).id}`,
    offered: nobody,
  },
  { what: 'the hierarchy', route: '/hierarchy', offered: nobody },
  { what: 'what one may do', route: '/what-may-i-do', offered: nobody },
  { what: 'the roles', route: '/roles', offered: nobody },
  // Whom it would sign in is not set up in this Patchbay: open-connect.e2e.ts has one where it is.
  { what: 'Amazon Connect as oneself', route: '/open-connect', offered: nobody },
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

/** Of nobody else can the status be set; held up by a contact, and told something. */
async function signedIn(world: World, id: string): Promise<string> {
  await putStatus(world, id, 'Available')
  await giveContact(world, id, 'MISSED')
  await tellEveryone(world, { en_US: 'Calls are short today' }, 'Told once')
  return id
}

/** What lies at the top, or below an instance, and shows nothing of its own: it leads to one of the others. */
const leading = ['/', '/signed-in', '/$instance']

test('the table knows every route of the browser', () => {
  const router = readFileSync(new URL('../apps/web/src/router.tsx', import.meta.url), 'utf8')
  const known = new Set([...leading, ...pages.map(({ route }) => route)])
  const routes = [...router.matchAll(/\bpath: '([^']+)'/g)].map(([, path = '']) => path)
  expect(routes.length).toBe(router.split('createRoute({').length - 1)
  expect(new Set(routes)).toEqual(known)
})

const acting = /^(Add preset|Dismiss|Edit|Mark|Create|Delete|Reset|Export|Save|Open Amazon)\b/

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
    const addresses: string[] = []
    for (const { route, path } of pages) addresses.push(path ? await path(world, page) : route.slice(1))
    await world.open(page, person)
    for (const [at, { what, offered }] of pages.entries()) {
      await page.goto(`/${world.alias}/${addresses[at]}`)
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
