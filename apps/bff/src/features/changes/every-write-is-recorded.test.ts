import type { User } from '@patchbay/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { routeTable } from '../../http/route-table.ts'
import { openMatrixWorld, type MatrixWorld } from '../access/testing/matrix-world.ts'

// From the route table: whatever changes something, hands out the trail, or refuses to, leaves a record of who asked for what.

let world: MatrixWorld
beforeAll(async () => {
  world = await openMatrixWorld()
})
afterAll(() => world.console[Symbol.asyncDispose]())

interface Asked {
  readonly path: string
  readonly body: object
}
type Ask = () => Promise<Asked>

const readPerson = async () => {
  const id = await world.personIn('in', 'administrator')
  return (await world.people.administrator.get(`${world.console.base}/users/${id}`)).body
}

/** One setting of somebody, other than it is. */
const changing =
  (below: string, body: (person: User) => object): Ask =>
  async () => {
    const person = await readPerson()
    const path = `${world.console.base}/users/${person.id}${below}`
    // Of whom another tool made, the directory has to hear first.
    const isOfStatus = below === '/status' || below === '/contact'
    if (isOfStatus || below === '/workspaces' || below === '/notifications')
      await world.people.administrator.get(`${world.console.base}/users?pageSize=1&fresh=true`)
    const hasOwnVersion = ['/proficiencies', '/workspaces', '/notifications'].includes(below)
    const versioned = isOfStatus ? '/status' : hasOwnVersion ? below : ''
    const version = await world.readVersion(person.id, versioned)
    return { path, body: { ...body(person), version } }
  }

const unique = () => Math.random().toString(36).slice(2, 12)
const profile = (name: string) => world.profiles.get(name) ?? ''

/** For each route that is no GET, what changes something by it. */
const asks: Readonly<Record<string, Ask>> = {
  'users.create': async () => ({
    path: `${world.console.base}/users`,
    body: {
      username: `n${unique()}`,
      password: 'Secret123',
      identity: { firstName: 'New', lastName: 'Person', email: null, secondaryEmail: null, mobile: null },
      phone: { phoneType: 'SOFT_PHONE', autoAccept: false, afterContactWorkSeconds: 0, deskPhoneNumber: null },
      routingProfileId: world.routingProfileIds[0],
      hierarchyGroupId: null,
      securityProfileIds: [profile('Agent')],
      tags: {},
    },
  }),
  'users.updateIdentity': changing('/identity', ({ identity }) => ({ ...identity, firstName: unique() })),
  'users.updatePhone': changing('/phone', ({ phone }) => ({
    ...phone,
    afterContactWorkSeconds: phone.afterContactWorkSeconds + 1,
  })),
  'users.updateRoutingProfile': changing('/routing-profile', ({ routingProfile }) => ({
    routingProfileId: world.routingProfileIds.find((id) => id !== routingProfile?.id),
  })),
  'users.updateHierarchyGroup': changing('/hierarchy-group', ({ hierarchyGroup }) => ({
    hierarchyGroupId: hierarchyGroup?.id === world.groups.edge ? world.groups.in : world.groups.edge,
  })),
  'users.updateSecurityProfiles': changing('/security-profiles', () => ({
    securityProfileIds: [profile('QualityAnalyst')],
  })),
  'users.updateChannels': changing('/channels', () => ({
    channels: [{ channel: 'CHAT', autoAccept: true, afterContactWorkSeconds: 41 }],
  })),
  'users.updateProficiencies': changing('/proficiencies', () => ({
    proficiencies: [{ attributeName: 'Skill', attributeValue: 'Fraud', level: 3 }],
  })),
  'users.updateStatus': changing('/status', () => ({ agentStatus: 'Training' })),
  'users.dismissContact': changing('/contact', ({ id }) => ({ contactId: world.giveContact(id) })),
  'users.updateWorkspaces': changing('/workspaces', () => ({ workspaceIds: [world.workspaceId] })),
  'users.updateNotification': changing('/notifications', () => ({
    notificationId: world.notificationId,
    status: 'READ',
  })),
  'users.updateTags': changing('/tags', () => ({ tags: { Site: unique() } })),
  'users.updateSettings': changing('/settings', ({ phone }) => ({
    phone: { ...phone, autoAccept: !phone.autoAccept },
  })),
  'users.delete': async () => {
    const asked = await changing('', () => ({}))()
    world.retire(asked.path.split('/').at(-1) ?? '')
    return asked
  },
  'securityProfiles.create': async () => ({
    path: `${world.console.base}/security-profiles`,
    body: { name: `Made ${unique()}`, description: '', permissions: [], tags: {} },
  }),
  'securityProfiles.update': async () => {
    const path = `${world.console.base}/security-profiles/${profile('QualityAnalyst')}`
    const { version, permissions, tags } = (await world.people.administrator.get(path)).body
    return { path, body: { version, description: unique(), permissions, tags } }
  },
  'presets.update': async () => {
    const path = `${world.console.base}/presets`
    const { version } = (await world.people.administrator.get(path)).body
    const phone = { phoneType: null, autoAccept: true, afterContactWorkSeconds: null }
    return { path, body: { version, items: [{ name: unique(), phone }] } }
  },
  'changes.export': async () => ({ path: '/changes/export', body: { format: 'csv' } }),
}

const writing = routeTable.filter(({ method }) => method !== 'GET')

it('knows every route that is no GET: a new one has to be put into the table here', () => {
  expect(Object.keys(asks).toSorted()).toEqual(writing.map(({ name }) => name).toSorted())
})

interface Told {
  readonly kind: string
  readonly action?: string
  readonly change?: string
  readonly person: { readonly id: string } | null
  readonly requestId: string | null
}

/** The bodies of all records that `act` adds. */
async function recordsOf(act: () => Promise<unknown>): Promise<Told[]> {
  const { database } = world.console.store
  const before = await database.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow()
  await act()
  const rows = await database
    .selectFrom('audit_records')
    .select('body')
    .where('seq', '>', before.seq)
    .orderBy('seq')
    .execute()
  return rows.map(({ body }) => JSON.parse(body) as Told)
}

const ask = async (name: string): Promise<Asked> => {
  const made = asks[name]
  if (!made) throw new Error(`Nothing is asked of ${name}.`)
  return await made()
}

async function askAsAdministrator({ name, method }: { readonly name: string; readonly method: string }) {
  const { path, body } = await ask(name)
  let status = 0
  const records = await recordsOf(async () => {
    status = (await world.people.administrator.request(method, path, body)).status
  })
  expect([200, 201]).toContain(status)
  expect(new Set(records.map(({ person }) => person?.id))).toEqual(new Set([world.people.administrator.id]))
  return records
}

const [handingOut, changingSomething] = [true, false].map((isExport) =>
  writing.filter(({ name }) => name.endsWith('.export') === isExport),
)

it.each(changingSomething ?? [])('$name: what it does stands in the trail, before and after', async (route) => {
  const records = await askAsAdministrator(route)
  const intents = records.filter(({ kind }) => kind === 'intent')
  expect(intents.length).toBeGreaterThan(0)
  expect(new Set(intents.map(({ action }) => action))).toEqual(new Set([route.name]))
  for (const { change } of intents) {
    const kinds = records.filter((one) => one.change === change).map(({ kind }) => kind)
    expect(kinds).toEqual(['intent', 'outcome', 'confirmation'])
  }
})

it.each(handingOut ?? [])('$name: what it hands out stands in the trail', async (route) => {
  expect((await askAsAdministrator(route)).map(({ kind }) => kind)).toEqual(['export'])
})

it.each(writing)(
  '$name: that a role without the right was refused stands in the trail, and nothing else',
  async (route) => {
    const { path, body } = await ask(route.name)
    // Who may write nothing; but an auditor may export.
    const someone = world.people[route.name === 'changes.export' ? 'helpdesk' : 'auditor']
    let status = 0
    const records = await recordsOf(async () => {
      status = (await someone.request(route.method, path, body)).status
    })
    expect(status).toBe(403)
    expect(records).toMatchObject([
      { kind: 'refusal', action: route.name, code: 'FORBIDDEN', person: { id: someone.id } },
    ])
  },
)

const guarded = routeTable.filter(({ method, right }) => method === 'GET' && right !== 'signed-in')

it.each(guarded)(
  '$name: that somebody without any role was refused stands in the trail',
  async ({ name, method, path }) => {
    const nobody = await world.console.signIn('no-such-role' as 'auditor')
    const address = path
      .replace('/{instance}', world.console.base)
      .replace('{id}', '5f5e6404-6de0-4305-b4bd-35fd681e8c99')
    const records = await recordsOf(async () => {
      const answer = await nobody.request(method, address.replace('{name}', 'Users.Edit'))
      expect(answer.status).toBe(403)
    })
    expect(records).toMatchObject([{ kind: 'refusal', action: name, code: 'FORBIDDEN', person: { id: nobody.id } }])
  },
)
