import type { Right, User } from '@patchbay/contract'
import { permissionCatalogue } from '@patchbay/contract/permission-catalogue'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routeTable } from '../../http/route-table.ts'
import type { Answer, AnyBody } from '../testing/open-console.ts'
import { cases, openMatrixWorld, roles, type Case, type MatrixWorld, type RoleName } from './testing/matrix-world.ts'

/**
 * Every route × field × role × place of the person, asked over HTTP and compared with what stands in the tables below. These
 * say it anew, in plain words: they import nothing of the code that decides.
 */
type Reach = 'everyone' | 'own' | 'nobody'
type Reaches = Readonly<Record<RoleName, Reach>>

const readers: Reaches = { administrator: 'everyone', supervisor: 'own', helpdesk: 'everyone', auditor: 'everyone' }
const desk: Reaches = { administrator: 'everyone', supervisor: 'own', helpdesk: 'everyone', auditor: 'nobody' }
const leads: Reaches = { administrator: 'everyone', supervisor: 'own', helpdesk: 'nobody', auditor: 'nobody' }

interface PersonRow {
  readonly what: string
  readonly reaches: Reaches
  /** What the change does beyond touching the person; each is for some roles never allowed. */
  readonly is?: 'read' | 'raise' | 'beyond' | 'misplaced'
  /** Whether somebody with none of the route's rights is told apart from one who lacks this field's. */
  readonly body?: (person: User) => object
  /** What below the person has a version of its own. */
  readonly part?: string
}

let world: MatrixWorld
beforeAll(async () => {
  world = await openMatrixWorld()
})
afterAll(() => world.console[Symbol.asyncDispose]())

const profile = (name: string) => world.profiles.get(name) ?? ''
const withProfile = (name: string) => (person: User) => ({
  securityProfileIds: [...person.securityProfiles.map(({ id }) => id), profile(name)],
})
const identityOf = (change: Partial<User['identity']>) => (person: User) => ({ ...person.identity, ...change })

/** What one person can be asked for, route by route and field by field. */
const personRoutes: Readonly<Record<string, readonly PersonRow[]>> = {
  'users.describe': [{ what: 'the person', reaches: readers, is: 'read' }],
  'users.summarize': [{ what: 'the person', reaches: readers, is: 'read' }],
  'users.listEffectivePermissions': [{ what: 'the person', reaches: readers, is: 'read' }],
  'users.describeStatus': [{ what: 'what they do', reaches: { ...readers, helpdesk: 'nobody' }, is: 'read' }],
  'users.updateStatus': [
    { what: 'what they do', reaches: leads, part: '/status', body: () => ({ agentStatus: 'Training' }) },
  ],
  'users.dismissContact': [
    {
      what: 'a missed contact',
      reaches: leads,
      part: '/status',
      body: ({ id }) => ({ contactId: world.giveContact(id) }),
    },
  ],
  'users.listRefusals': [{ what: 'what is refused', reaches: readers, is: 'read' }],
  'users.listWorkspaces': [{ what: 'workspaces', reaches: readers, is: 'read' }],
  'users.listNotifications': [{ what: 'notifications', reaches: readers, is: 'read' }],
  'users.updateIdentity': [
    { what: 'first name', reaches: desk, body: identityOf({ firstName: 'Other' }) },
    { what: 'last name', reaches: desk, body: identityOf({ lastName: 'Other' }) },
    { what: 'mobile', reaches: desk, body: identityOf({ mobile: '+442071838750' }) },
    { what: 'e-mail', reaches: leads, body: identityOf({ email: 'other@body.example' }) },
    { what: 'secondary e-mail', reaches: leads, body: identityOf({ secondaryEmail: 'other@body.example' }) },
  ],
  'users.updatePhone': [
    { what: 'phone', reaches: desk, body: ({ phone }) => ({ ...phone, afterContactWorkSeconds: 77 }) },
  ],
  'users.updateRoutingProfile': [
    { what: 'routing profile', reaches: leads, body: () => ({ routingProfileId: world.routingProfileIds[1] }) },
  ],
  'users.updateHierarchyGroup': [
    {
      what: 'to another group of the scope',
      reaches: leads,
      is: 'raise',
      body: ({ hierarchyGroup }) => ({
        hierarchyGroupId: hierarchyGroup?.id === world.groups.in ? world.groups.edge : world.groups.in,
      }),
    },
    { what: 'to the parent', reaches: leads, is: 'misplaced', body: () => ({ hierarchyGroupId: world.groups.parent }) },
    {
      what: 'out of scope',
      reaches: leads,
      is: 'misplaced',
      body: ({ hierarchyGroup }) => ({
        hierarchyGroupId: hierarchyGroup?.id === world.groups.out ? world.groups.parent : world.groups.out,
      }),
    },
    {
      what: 'to a group that is not there',
      reaches: leads,
      is: 'misplaced',
      body: () => ({ hierarchyGroupId: 'd290f1ee-6c54-4b01-90e6-d701748f0851' }),
    },
    { what: 'to none', reaches: leads, is: 'misplaced', body: () => ({ hierarchyGroupId: null }) },
  ],
  'users.updateSecurityProfiles': [
    { what: 'within the ceiling', reaches: leads, is: 'raise', body: withProfile('QualityAnalyst') },
    { what: 'beyond the ceiling', reaches: leads, is: 'beyond', body: withProfile('Flow Designer') },
    {
      what: 'the administrator profile',
      reaches: leads,
      is: 'beyond',
      body: (person) =>
        person.securityProfiles.some(({ name }) => name === 'Admin')
          ? withProfile('Break-glass')(person)
          : withProfile('Admin')(person),
    },
    { what: 'one that may give any other', reaches: leads, is: 'beyond', body: withProfile('Break-glass') },
  ],
  'users.updateChannels': [
    {
      what: 'chat',
      reaches: desk,
      body: () => ({ channels: [{ channel: 'CHAT', autoAccept: true, afterContactWorkSeconds: 41 }] }),
    },
  ],
  'users.describeProficiencies': [{ what: 'proficiencies', reaches: readers, is: 'read' }],
  'users.updateProficiencies': [
    {
      what: 'proficiencies',
      reaches: leads,
      part: '/proficiencies',
      body: () => ({ proficiencies: [{ attributeName: 'Skill', attributeValue: 'Fraud', level: 3 }] }),
    },
  ],
  'users.updateWorkspaces': [
    {
      what: 'workspaces',
      reaches: leads,
      part: '/workspaces',
      body: () => ({ workspaceIds: [world.workspaceId] }),
    },
  ],
  'users.updateNotification': [
    {
      what: 'a notification',
      reaches: leads,
      part: '/notifications',
      body: () => ({ notificationId: world.notificationId, status: 'READ' }),
    },
  ],
  'users.updateTags': [{ what: 'tags', reaches: leads, body: () => ({ tags: { Site: 'Lisbon' } }) }],
  'users.updateSettings': [
    { what: 'phone', reaches: desk, body: ({ phone }) => ({ phone: { ...phone, afterContactWorkSeconds: 78 } }) },
    {
      what: 'e-mail',
      reaches: leads,
      body: (person) => ({ identity: identityOf({ email: 'o@body.example' })(person) }),
    },
    { what: 'tags', reaches: leads, body: () => ({ tags: { Site: 'Porto' } }) },
    {
      what: 'phone and a group out of scope',
      reaches: leads,
      is: 'misplaced',
      body: ({ phone, hierarchyGroup }) => ({
        phone: { ...phone, afterContactWorkSeconds: 79 },
        hierarchyGroupId: hierarchyGroup?.id === world.groups.out ? world.groups.parent : world.groups.out,
      }),
    },
    {
      what: 'phone and a profile beyond the ceiling',
      reaches: leads,
      is: 'beyond',
      body: (person) => ({
        phone: { ...person.phone, afterContactWorkSeconds: 80 },
        ...withProfile('Routing Manager')(person),
      }),
    },
  ],
  'users.listQuickConnects': [{ what: 'what leads to the person', reaches: leads, is: 'read' }],
  'users.delete': [{ what: 'the person', reaches: leads, is: 'raise', body: () => ({}) }],
}

const ownCases: ReadonlySet<Case> = new Set(['in', 'edge', 'privileged', 'self'])

/** allowed, refused (403), or not there (404). */
function verdict({ reaches, is }: PersonRow, role: RoleName, which: Case): 'allowed' | 'refused' | 'not there' {
  const reach = reaches[role]
  if (reach === 'nobody' && isWithoutRoute(role, reaches)) return 'refused'
  if (which === 'absent') return 'not there'
  if (role === 'supervisor' && !ownCases.has(which)) return 'not there'
  if (reach === 'nobody') return 'refused'
  if (is === 'read' || role === 'administrator') return 'allowed'
  if (which === 'privileged') return 'refused'
  if (is === 'beyond' || (is === 'misplaced' && role === 'supervisor')) return 'refused'
  return which === 'self' && is === 'raise' ? 'refused' : 'allowed'
}

/** Helpdesk may write some fields of the identity, so only those who may write none are turned away at once. */
function isWithoutRoute(role: RoleName, reaches: Reaches): boolean {
  return role === 'auditor' || (role === 'helpdesk' && reaches.helpdesk === 'nobody' && !isIdentity)
}
let isIdentity = false

const routeOf = (name: string) => {
  const route = routeTable.find((one) => one.name === name)
  if (!route) throw new Error(`No route ${name}.`)
  return route
}

async function ask(role: RoleName, name: string, id: string, body: object | undefined) {
  const { method, path } = routeOf(name)
  const address = path.replace('/{instance}', world.console.base).replace('{id}', id)
  return await world.people[role].request(method, address, body)
}

/** Summary, status, workspaces and notifications ask the directory, which has to hear first of whom another tool made. */
const asksDirectory = ({ body, part }: PersonRow): boolean =>
  !body || (part !== undefined && ['/status', '/workspaces', '/notifications'].includes(part))

async function readDirectory(): Promise<void> {
  await world.people.administrator.get(`${world.console.base}/users?pageSize=1&fresh=true`)
}

async function bodyFor(row: PersonRow, id: string, which: Case): Promise<object | undefined> {
  // What nobody has can still be asked for in the form of somebody.
  const shown = row.body && which === 'absent' ? await world.personIn('in', 'administrator') : id
  if (shown !== id && asksDirectory(row)) await readDirectory()
  if (!row.body) return undefined
  const { body } = await world.people.administrator.get(`${world.console.base}/users/${shown}`)
  const { part } = row
  return { ...row.body(body), version: part === undefined ? body.version : await world.readVersion(shown, part) }
}

const verdictOf = ({ status, body }: Answer<AnyBody>): string => {
  if (status >= 200 && status < 300) return 'allowed'
  // A group that Connect does not know is allowed by us, and refused by Connect.
  if (status === 422 && body.code === 'connect.refused') return 'allowed'
  return { FORBIDDEN: 'refused', NOT_FOUND: 'not there' }[body.code] ?? `${status} ${body.code}`
}

describe.each(Object.entries(personRoutes))('%s', (name, rows) => {
  describe.each(rows)('$what', (row) => {
    it.each(roles)('as %s', async (role) => {
      isIdentity = name === 'users.updateIdentity' || (name === 'users.updateSettings' && row.what === 'e-mail')
      const expected: Partial<Record<Case, string>> = {}
      const found: Partial<Record<Case, string>> = {}
      let wasted = 0
      const ids = new Map<Case, string>()
      for (const which of cases) ids.set(which, await world.personIn(which, role))
      if (asksDirectory(row)) await readDirectory()
      for (const [which, id] of ids) {
        const body = await bodyFor(row, id, which)
        expected[which] = verdict(row, role, which)
        let answer: Answer<AnyBody> | undefined
        const calls = await world.callsOf(async () => (answer = await ask(role, name, id, body)))
        found[which] = verdictOf(answer as Answer<AnyBody>)
        // Who was read is as they were; one's own user has a name of its own and cannot be made twice.
        const isChanged = found[which] === 'allowed' && row.is !== 'read'
        if (isChanged && (which !== 'self' || name === 'users.delete')) world.retire(id)
        wasted += lacksRoute(role, name) ? calls : 0
      }
      expect(found).toEqual(expected)
      expect(wasted).toBe(0)
    })
  })
})

/** Said once more, by the contract's rights: who has none of a route's rights costs Amazon Connect nothing. */
function lacksRoute(role: RoleName, name: string): boolean {
  const asked = [routeOf(name).right].flat() as readonly (Right | 'signed-in')[]
  if (role === 'auditor') return !asked.some((right) => right.endsWith('.read') || right === 'signed-in')
  const own = [
    'describe',
    'summarize',
    'listEffectivePermissions',
    'describeProficiencies',
    'listRefusals',
    'listWorkspaces',
    'listNotifications',
    'updateIdentity',
    'updatePhone',
    'updateChannels',
    'updateSettings',
  ]
  return role === 'helpdesk' && !own.some((one) => name === `users.${one}`)
}

describe('someone out of scope answers as nobody does', () => {
  it.each(Object.entries(personRoutes))('%s', async (name, [row]) => {
    if (!row) throw new Error(`No row for ${name}.`)
    const asked = async (which: Case) => {
      const id = await world.personIn(which, 'supervisor')
      // What is kept because somebody else looked at it must not be quicker.
      await world.people.administrator.get(`${world.console.base}/users/${id}`)
      if (asksDirectory(row)) await readDirectory()
      const body = await bodyFor(row, id, which)
      let answer: Answer<AnyBody> | undefined
      const calls = await world.callsOf(async () => (answer = await ask('supervisor', name, id, body)))
      const { data, ...rest } = answer?.body ?? ({} as AnyBody)
      return JSON.stringify([answer?.status, { ...rest, data: { ...data, requestId: 'r' } }, calls])
    }
    const nobody = await asked('absent')
    expect(nobody).toContain('NOT_FOUND')
    for (const which of ['out', 'parent', 'nowhere'] as const) expect(await asked(which)).toBe(nobody)
  })
})

/** Routes that are about nobody in particular: what each role is answered. Their content is tested below. */
const otherRoutes: Readonly<Record<string, Readonly<Record<RoleName, 200 | 403>>>> = {
  'session.read': { administrator: 200, supervisor: 200, helpdesk: 200, auditor: 200 },
  'session.rights': { administrator: 200, supervisor: 200, helpdesk: 200, auditor: 200 },
  'connection.read': { administrator: 200, supervisor: 200, helpdesk: 200, auditor: 200 },
  'roles.list': { administrator: 200, supervisor: 403, helpdesk: 403, auditor: 200 },
  'federation.read': { administrator: 200, supervisor: 200, helpdesk: 200, auditor: 403 },
  'presets.read': { administrator: 200, supervisor: 200, helpdesk: 200, auditor: 200 },
  'changes.search': { administrator: 200, supervisor: 200, helpdesk: 403, auditor: 200 },
  'users.search': { administrator: 200, supervisor: 200, helpdesk: 200, auditor: 200 },
  'securityProfiles.list': { administrator: 200, supervisor: 200, helpdesk: 200, auditor: 200 },
  'permissions.listHolders': { administrator: 200, supervisor: 200, helpdesk: 200, auditor: 200 },
  'hierarchy.read': { administrator: 200, supervisor: 200, helpdesk: 200, auditor: 200 },
  'users.listStatuses': { administrator: 200, supervisor: 200, helpdesk: 403, auditor: 403 },
  'users.listAssignableWorkspaces': { administrator: 200, supervisor: 200, helpdesk: 403, auditor: 403 },
  'predefinedAttributes.list': { administrator: 200, supervisor: 200, helpdesk: 200, auditor: 200 },
  'routingProfiles.list': { administrator: 200, supervisor: 200, helpdesk: 200, auditor: 200 },
}

/** Routes with tables of their own, further down. */
const tested = [
  'presets.update',
  'changes.describe',
  'changes.export',
  'users.create',
  'securityProfiles.describe',
  'securityProfiles.listRefusals',
  'securityProfiles.listUngrantable',
  'securityProfiles.listUngrantablePermissions',
  'securityProfiles.create',
  'securityProfiles.update',
]

it('knows every route: a new one has to be put into a table here', () => {
  const known = [...Object.keys(personRoutes), ...Object.keys(otherRoutes), ...tested]
  expect(known.toSorted()).toEqual(routeTable.map(({ name }) => name).toSorted())
})

describe.each(Object.entries(otherRoutes))('%s', (name, expected) => {
  it.each(roles)('as %s', async (role) => {
    const query = name === 'session.rights' ? `?instance=${world.console.instance.info.alias}` : ''
    const { method, path } = routeOf(name)
    let answer: Answer<AnyBody> | undefined
    const calls = await world.callsOf(async () => {
      answer = await world.people[role].request(method, `${path.replace('/{instance}', world.console.base)}${query}`)
    })
    expect(answer?.status).toBe(expected[role])
    expect(expected[role] === 403 ? calls : 0).toBe(0)
  })
})

describe('users.create', () => {
  const places = { in: 'in', edge: 'edge', parent: 'parent', out: 'out', nowhere: null } as const
  const creates = Object.keys(places).flatMap((place) =>
    ['Agent', 'Flow Designer', 'Admin', 'Break-glass'].map((name) => ({ place: place as keyof typeof places, name })),
  )
  it.each(creates)('in $place with the profile $name', async ({ place, name }) => {
    const group = places[place]
    for (const role of roles) {
      const isOwn = (place === 'in' || place === 'edge') && name === 'Agent'
      const expected = role === 'administrator' || (role === 'supervisor' && isOwn) ? 201 : 403
      const { status, body } = await world.people[role].post(`${world.console.base}/users`, {
        username: `n${Math.random().toString(36).slice(2, 14)}`,
        password: 'Secret123',
        identity: { firstName: 'New', lastName: 'Person', email: null, secondaryEmail: null, mobile: null },
        phone: { phoneType: 'SOFT_PHONE', autoAccept: false, afterContactWorkSeconds: 0, deskPhoneNumber: null },
        routingProfileId: world.routingProfileIds[0],
        hierarchyGroupId: group && world.groups[group],
        securityProfileIds: [profile(name)],
        tags: {},
      })
      expect([role, status]).toEqual([role, expected])
      const field = place === 'in' || place === 'edge' ? 'securityProfileIds' : 'hierarchyGroupId'
      const named = role === 'supervisor' && expected === 403 ? [field] : undefined
      expect(body.data?.fields?.map((fault) => fault.field)).toEqual(named)
    }
  })
})

describe('security profiles', () => {
  const path = (id = '') => `${world.console.base}/security-profiles${id}`
  const content = { description: 'Made by the matrix', tags: {} }

  it.each([
    ['securityProfiles.create, within the ceiling', ['BasicAgentAccess'], 201],
    ['securityProfiles.create, beyond the ceiling', ['BasicAgentAccess', 'Users.Delete'], 403],
    ['securityProfiles.create, so that it may give any other', ['SecurityProfiles.Edit'], 403],
  ])('%s', async (_what, permissions, supervisor) => {
    const expected = { administrator: 201, supervisor, helpdesk: 403, auditor: 403 }
    for (const role of roles) {
      const name = `Matrix ${Math.random().toString(36).slice(2)}`
      const { status, body } = await world.people[role].post(path(), { ...content, name, permissions })
      expect([role, status]).toEqual([role, expected[role]])
      expect(body.data?.fields?.[0]?.field).toBe(role === 'supervisor' && status === 403 ? 'permissions' : undefined)
    }
  })

  const [granted, taken] = [(all: string[]) => [...all, 'Users.Delete'], (all: string[]) => all.slice(0, -1)]
  it.each([
    ['securityProfiles.update, less of one within the ceiling', 'CallCenterManager', taken, 200],
    ['securityProfiles.update, more than the ceiling', 'QualityAnalyst', granted, 403],
    ['securityProfiles.update, less of one beyond the ceiling', 'Flow Designer', taken, 403],
    ['securityProfiles.update, less of a privileged one', 'Break-glass', taken, 403],
    ['securityProfiles.update, the description of a privileged one', 'Admin', (all: string[]) => all, 403],
  ])('%s', async (_what, name, change, supervisor) => {
    const expected = { auditor: 403, helpdesk: 403, supervisor, administrator: 200 }
    for (const role of ['auditor', 'helpdesk', 'supervisor', 'administrator'] as const) {
      const { body: now } = await world.people.administrator.get(path(`/${profile(name)}`))
      const { status } = await world.people[role].put(path(`/${profile(name)}`), {
        version: now.version,
        description: `Changed by ${role}`,
        permissions: change(now.permissions),
        tags: now.tags,
      })
      expect([role, status]).toEqual([role, expected[role]])
    }
  })

  it.each([
    ['supervisor', 'CallCenterManager', ''],
    ['supervisor', 'Flow Designer', 'has permissions that you may not hand out'],
    ['supervisor', 'Admin', 'Only an administrator may change'],
    ['administrator', 'Admin', ''],
    ['helpdesk', 'Admin', ''],
  ] as const)('securityProfiles.listRefusals tells the %s of %s beforehand', async (role, name, reason) => {
    const { body } = await world.people[role].get(path(`/${profile(name)}/refusals`))
    const items = body.items as unknown as { right: string; reason: string }[]
    expect(items.map(({ right }) => right)).toEqual(reason === '' ? [] : ['security-profiles.write'])
    expect(items.map((item) => item.reason).join('')).toContain(reason)
  })

  it.each(['users.create', 'users.security-profiles.write'])(
    'securityProfiles.listUngrantable tells beforehand whom %s refuses what',
    async (right) => {
      const asked = `${world.console.base}/ungrantable-security-profiles?right=${right}`
      for (const role of ['helpdesk', 'auditor'] as const) {
        let status: number | undefined
        const calls = await world.callsOf(async () => ({ status } = await world.people[role].get(asked)))
        expect([role, status, calls]).toEqual([role, 403, 0])
      }
      expect((await world.people.administrator.get(asked)).body).toEqual({ items: [] })
      const { status, body } = await world.people.supervisor.get(asked)
      expect(status).toBe(200)
      const reasons = new Map((body.items as unknown as { id: string; reason: string }[]).map((one) => [one.id, one]))
      const grantable = [...world.profiles].filter(([, id]) => !reasons.has(id)).map(([name]) => name)
      expect(grantable).toEqual(expect.arrayContaining(['Agent', 'CallCenterManager', 'QualityAnalyst']))
      expect(reasons.get(profile('Admin'))?.reason).toContain('Only an administrator')
      expect(reasons.get(profile('Flow Designer'))?.reason).toContain('has permissions that you may not hand out')
      // What it tells is what a save is answered.
      const id = await world.personIn('in', 'supervisor')
      for (const [, given] of world.profiles) {
        const { body: person } = await world.people.administrator.get(`${world.console.base}/users/${id}?fresh=true`)
        const held = person.securityProfiles.map((one) => one.id)
        if (held.includes(given)) continue
        const answer = await world.people.supervisor.put(`${world.console.base}/users/${id}/security-profiles`, {
          version: person.version,
          securityProfileIds: [held[0], given],
        })
        const refused = answer.body.data?.fields?.[0]?.message
        expect([given, refused]).toEqual([given, reasons.get(given)?.reason])
      }
      world.retire(id)
    },
  )

  it('securityProfiles.listUngrantablePermissions tells beforehand which boxes a save would be refused for', async () => {
    const asked = `${world.console.base}/ungrantable-permissions?right=security-profiles.create`
    for (const role of ['helpdesk', 'auditor'] as const) {
      let status: number | undefined
      const calls = await world.callsOf(async () => ({ status } = await world.people[role].get(asked)))
      expect([role, status, calls]).toEqual([role, 403, 0])
    }
    expect((await world.people.administrator.get(asked)).body).toEqual({ items: [] })
    const { body } = await world.people.supervisor.get(asked)
    const refused = (body.items as unknown as { name: string }[]).map(({ name }) => name)
    expect(refused.length).toBeGreaterThan(20)
    expect(refused.length).toBeLessThan(permissionCatalogue.length - 20)
    const make = async (permissions: readonly string[]) => {
      const name = `P${crypto.randomUUID().slice(0, 13)}`
      return (await world.people.supervisor.post(path(), { name, description: '', permissions, tags: {} })).status
    }
    // Each is refused alone; some of them, since each refusal is written down.
    for (const name of refused.filter((_, at) => at % 6 === 0)) expect([name, await make([name])]).toEqual([name, 403])
    const allowed = permissionCatalogue.map(({ name }) => name).filter((name) => !refused.includes(name))
    expect(await make(allowed)).toBe(201)
  })

  it.each([
    ['in', true],
    ['edge', true],
    ['privileged', false],
    ['self', true],
  ] as const)(
    'users.listRefusals tells the supervisor whether somebody like one %s can be made',
    async (which, can) => {
      const id = await world.personIn(which, 'supervisor')
      const { body } = await world.people.supervisor.get(`${world.console.base}/users/${id}/refusals`)
      const items = body.items as unknown as { right: string }[]
      expect(items.some(({ right }) => right === 'users.create')).toBe(!can)
    },
  )

  it('securityProfiles.describe, by all who may read', async () => {
    for (const role of roles) expect((await world.people[role].get(path(`/${profile('Admin')}`))).status).toBe(200)
  })
})

describe('what a supervisor is told of others', () => {
  const all = async (query = '') => {
    const { body } = await world.people.administrator.get(`${world.console.base}/users?pageSize=500${query}`)
    return body.items
  }
  const isOwn = ({ hierarchyGroup }: Pick<User, 'hierarchyGroup'>) =>
    hierarchyGroup?.path.some(({ id }) => id === world.groups.edge) ?? false
  const own = async (query = '') => (await world.people.supervisor.get(`${world.console.base}/users?${query}`)).body

  it('nobody else is in the list, whatever it is filtered, searched or sorted by', async () => {
    const everyone = await all()
    const mine = everyone.filter(isOwn)
    const other = everyone.find((row) => !isOwn(row) && row.hierarchyGroup !== null)
    expect([mine.length > 0, other !== undefined]).toEqual([true, true])
    const filter = (property: string, operator: string, value: string) =>
      `filter[0][property]=${property}&filter[0][operator]=${encodeURIComponent(operator)}&filter[0][value]=${value}`
    for (const sort of ['lastName', 'hierarchyGroup', 'username']) {
      const { items, total } = await own(`pageSize=500&sort=${sort}&order=desc`)
      expect([items.map(({ id }) => id).toSorted(), total]).toEqual([mine.map(({ id }) => id).toSorted(), mine.length])
    }
    expect((await own(filter('hierarchyGroup', '=', other?.hierarchyGroup?.id ?? ''))).total).toBe(0)
    expect((await own(filter('hierarchyGroup', 'under', world.groups.parent))).total).toBe(mine.length)
    expect((await own(filter('hierarchyGroup', '!=', world.groups.out))).total).toBe(mine.length)
    expect((await own(`search=${other?.username}`)).total).toBe(0)
    expect((await own('pageSize=1&page=2')).total).toBe(mine.length)
  })

  it('the tree begins at the own group, and counts the own people', async () => {
    const mine = (await all()).filter(isOwn)
    const whole = (await world.people.administrator.get(`${world.console.base}/hierarchy`)).body
    const { body } = await world.people.supervisor.get(`${world.console.base}/hierarchy`)
    const below = new Set([world.groups.edge])
    for (const group of whole.groups) if (group.parentId !== null && below.has(group.parentId)) below.add(group.id)
    expect(body.groups.map(({ id }) => id).toSorted()).toEqual([...below].toSorted())
    expect(body.groups[0]).toMatchObject({
      id: world.groups.edge,
      parentId: null,
      people: { withChildren: mine.length },
    })
    expect(body.people).toEqual({ total: mine.length, withoutGroup: 0 })
  })

  it('the people of a security profile are counted in scope only', async () => {
    const mine = (await all()).filter(isOwn)
    const { items } = (await world.people.supervisor.get(`${world.console.base}/security-profiles`)).body
    for (const row of items as unknown as { id: string; people: number }[]) {
      const holders = mine.filter(({ securityProfiles }) => securityProfiles.some(({ id }) => id === row.id))
      expect([row.id, row.people]).toEqual([row.id, holders.length])
    }
  })

  it('someone whose claims name no group sees nobody', async () => {
    const lost = await world.console.signIn('supervisor')
    expect((await lost.get(`${world.console.base}/users`)).body).toMatchObject({ items: [], total: 0 })
    expect((await lost.get(`${world.console.base}/hierarchy`)).body.groups).toEqual([])
    const somebody = await world.personIn('in', 'supervisor')
    expect((await lost.get(`${world.console.base}/users/${somebody}`)).status).toBe(404)
  })
})

describe('the record of changes', () => {
  it('changes.describe, changes.search: the history of whom one may see, and nobody else’s', async () => {
    const made: Record<string, string> = {}
    for (const which of ['in', 'out'] as const) {
      const id = await world.personIn(which, 'supervisor')
      const user = (await world.people.administrator.get(`${world.console.base}/users/${id}`)).body
      const body = { ...user.phone, afterContactWorkSeconds: 91, version: user.version }
      const written = await world.people.administrator.put(`${world.console.base}/users/${id}/phone`, body)
      made[which] = (written.body as unknown as { changes: { id: string }[] }).changes[0]?.id ?? ''
      world.retire(id)
    }
    const statuses = async (role: RoleName) =>
      Promise.all(
        [made['in'], made['out'], 'd290f1ee-6c54-4b01-90e6-d701748f0851'].map(
          async (id) => (await world.people[role].get(`/changes/${id}`)).status,
        ),
      )
    expect(await statuses('administrator')).toEqual([200, 200, 404])
    expect(await statuses('auditor')).toEqual([200, 200, 404])
    expect(await statuses('supervisor')).toEqual([200, 404, 404])
    expect(await statuses('helpdesk')).toEqual([403, 403, 403])
    const { items } = (await world.people.supervisor.get('/changes?pageSize=100')).body
    const listed = new Set(items.map(({ id }) => id))
    expect([listed.has(made['in'] ?? ''), listed.has(made['out'] ?? '')]).toEqual([true, false])
  })

  it('changes.export', async () => {
    const expected = { administrator: 200, supervisor: 403, helpdesk: 403, auditor: 200 }
    for (const role of roles) {
      const { status } = await world.people[role].post('/changes/export', { format: 'csv' })
      expect([role, status]).toEqual([role, expected[role]])
    }
  })
})

it('presets.update, by administrators only', async () => {
  const path = `${world.console.base}/presets`
  for (const role of roles) {
    const { version } = (await world.people.administrator.get(path)).body
    const { status } = await world.people[role].put(path, { version, items: [] })
    expect([role, status]).toEqual([role, role === 'administrator' ? 200 : 403])
  }
})
