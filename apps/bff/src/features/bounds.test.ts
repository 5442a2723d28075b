import { describe, expect, test } from 'vitest'
import type { OpenDoorOptions } from '../connect/testing/open-door.ts'
import {
  astralLengths,
  emailAddresses,
  lengths,
  phoneNumbers,
  reasons,
  refused,
  shapeCases,
  tagCases,
  taken,
  withValue,
  type BoundCase,
} from './testing/bound-cases.ts'
import { openConsole, type AnyBody, type Answer, type OpenConsole, type Person } from './testing/open-console.ts'
import { findSomeone } from './testing/someone.ts'

type Body = Record<string, unknown>

/** How one write is sent, over and over. */
interface Route {
  /** A body that is taken, based on how things stand now. */
  readonly fresh: () => Promise<Body>
  readonly send: (as: Person, body: Body) => Promise<Answer<AnyBody>>
}

/** A person may send 300 requests in 6 seconds; this one takes turns. */
function turns(world: OpenConsole): () => Promise<Person> {
  let [count, person] = [0, world.signIn('administrator')]
  return () => {
    count += 1
    if (count % 250 === 0) person = world.signIn('administrator')
    return person
  }
}

/**
 * Sends each case. What is refused answers 400 naming the field, and nothing at all is written; what is taken gets past
 * the contract and is taken by Connect too, whose bounds the emulator has from AWS's own service model. Answers what is
 * not so, in words.
 */
async function walk(
  world: OpenConsole,
  route: Route,
  cases: readonly BoundCase[],
  takenStatus: number,
): Promise<string[]> {
  const next = turns(world)
  const found: string[] = []
  for (const { field, at = field, what, value, isTaken } of cases) {
    const body = withValue(await route.fresh(), at, value)
    const writesBefore = world.writes().length
    const { status, body: answer } = await route.send(await next(), body)
    const name = `${field}: ${what}`
    if (isTaken) {
      if (status !== takenStatus)
        found.push(`${name} should be taken but was answered ${status} ${answer.code} ${answer.message}`)
      continue
    }
    const fields = answer.data?.fields?.map((fault) => fault.field) ?? []
    if (status !== 400 || answer.code !== 'BAD_REQUEST')
      found.push(`${name} should be refused but was answered ${status}`)
    else if (!fields.some((one) => one === field || one.startsWith(`${field}.`)))
      found.push(`${name} names ${fields.join(', ')}`)
    if (answer.data?.fields?.some(({ message }) => message === '')) found.push(`${name} has no words`)
    if (world.writes().length !== writesBefore) found.push(`${name} was refused, and yet something was written`)
  }
  return found
}

async function openFor(options: OpenDoorOptions = {}) {
  const world = await openConsole({
    ...options,
    spec: { users: 12, hierarchyGroups: 6, securityProfiles: 14, ...options.spec },
  })
  const asking = turns(world)
  const first = await findSomeone(world, await asking())
  const { body: profiles } = await (await asking()).get(`${world.base}/security-profiles`)
  const ofUser = async () => (await (await asking()).get(`${world.base}/users/${first.id}`)).body
  const userRoute = (group: string, bodyOf: (user: AnyBody) => Body): Route => ({
    fresh: async () => {
      const user = await ofUser()
      return { ...bodyOf(user), version: user.version, reason: 'INC-1' }
    },
    send: (as, body) => as.put(`${world.base}/users/${first.id}/${group}`, body),
  })
  return {
    world,
    first,
    userRoute,
    profileIds: profiles.items.map(({ id }) => id),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

/** The version is compared, so only a wrong one can be walked to its end: those answer that it is stale. */
const versions: BoundCase[] = [...refused('version', '', 'x'.repeat(129)), ...refused('version', null, 1)]

describe('PUT identity', () => {
  test('addresses and numbers, on an instance that Connect manages', async () => {
    await using opened = await openFor()
    const { world, userRoute } = opened
    const route = userRoute('identity', ({ identity }) => ({ ...identity }))
    const cases = [
      ...emailAddresses('email'),
      ...emailAddresses('secondaryEmail'),
      ...phoneNumbers('mobile'),
      ...reasons(),
      ...versions,
      ...shapeCases(await route.fresh(), ['reason'], ['email', 'secondaryEmail', 'mobile']),
      // USR-09
      ...lengths('firstName', { min: 1, max: 255 }),
      ...lengths('lastName', { min: 1, max: 256 }),
    ]
    expect(await walk(world, route, cases, 200)).toEqual([])
  })

  test('names, on a SAML instance', async () => {
    await using opened = await openFor({ spec: { identityManagementType: 'SAML' } })
    const { world, userRoute } = opened
    const route = userRoute('identity', ({ identity }) => ({ ...identity }))
    const cases = [
      ...lengths('firstName', { min: 0, max: 255 }),
      ...astralLengths('firstName', 255),
      ...lengths('lastName', { min: 0, max: 300 }),
      ...astralLengths('lastName', 300),
      // Decomposed, it is longer than the bound; Connect gets it composed (USR-09).
      ...taken('firstName', 'é'.normalize('NFD').repeat(255)),
    ]
    expect(await walk(world, route, cases, 200)).toEqual([])
  })
})

test('PUT phone', async () => {
  await using opened = await openFor()
  const { world, userRoute } = opened
  const soft = { phoneType: 'SOFT_PHONE', autoAccept: true, afterContactWorkSeconds: 30, deskPhoneNumber: null }
  const route = userRoute('phone', () => soft)
  const cases = [
    ...taken('afterContactWorkSeconds', 0, 1, 1_999_999, 2_000_000),
    ...refused('afterContactWorkSeconds', -1, 2_000_001, 0.5, '30', null, 1e21),
    ...taken('autoAccept', true, false),
    ...refused('autoAccept', 'true', 1, null),
    ...taken('phoneType', 'SOFT_PHONE'),
    ...refused('phoneType', 'DESK', 'soft_phone', '', null),
    ...phoneNumbers('deskPhoneNumber'),
    ...reasons(),
    ...versions,
    ...shapeCases(await route.fresh(), ['reason'], ['deskPhoneNumber']),
  ]
  expect(await walk(world, route, cases, 200)).toEqual([])
  // PHONE-07
  const desk = userRoute('phone', () => ({ ...soft, phoneType: 'DESK_PHONE', deskPhoneNumber: '+12' }))
  expect(
    await walk(
      world,
      desk,
      [...taken('deskPhoneNumber', '+442071838750'), ...refused('deskPhoneNumber', null, '')],
      200,
    ),
  ).toEqual([])
})

test('PUT routing-profile', async () => {
  await using opened = await openFor({ spec: { routingProfiles: 3 } })
  const { world, userRoute } = opened
  const route = userRoute('routing-profile', ({ routingProfile }) => ({ routingProfileId: routingProfile?.id }))
  const cases = [...refused('routingProfileId', '', 'x'.repeat(257)), ...reasons(), ...versions]
  expect(await walk(world, route, [...cases, ...shapeCases(await route.fresh(), ['reason'], [])], 200)).toEqual([])
  expect(await walk(world, route, taken('version', 'x', 'x'.repeat(128)), 409)).toEqual([])
  // Past the contract, and then Connect knows nothing by this id.
  expect(await walk(world, route, taken('routingProfileId', 'x', 'x'.repeat(256), '../x'), 422)).toEqual([])
})

test('PUT channels', async () => {
  await using opened = await openFor()
  const { world, userRoute } = opened
  const route = userRoute('channels', () => ({ channels: [{ channel: 'CHAT', autoAccept: true }] }))
  const chat = (setting: object) => [{ channel: 'CHAT', ...setting }]
  const voice = (setting: object) => [{ channel: 'VOICE', phoneType: 'SOFT_PHONE', ...setting }]
  const each = ['VOICE', 'CHAT', 'TASK', 'EMAIL'].map((channel) => ({ channel, autoAccept: true }))
  const cases = [
    ...taken('channels', each, chat({ afterContactWorkSeconds: 0 }), chat({ afterContactWorkSeconds: 2_000_000 })),
    ...taken('channels', voice({ voiceEnhancementMode: 'NONE' }), voice({ persistentConnection: false })),
    ...refused('channels', [], [...each, each[0]], [each[0], each[0]], [{ channel: 'FAX' }], [null], [{}]),
    ...refused('channels', chat({ afterContactWorkSeconds: -1 }), chat({ afterContactWorkSeconds: 2_000_001 })),
    ...refused('channels', chat({ afterContactWorkSeconds: 0.5 }), chat({ autoAccept: null }), chat({ unknownKey: 1 })),
    // PHONE-11
    ...refused('channels', chat({ phoneType: 'SOFT_PHONE' }), chat({ voiceEnhancementMode: 'NONE' })),
    ...refused('channels', voice({ voiceEnhancementMode: 'LOUD' }), voice({ phoneType: 'DESK' })),
    ...refused('channels', voice({ phoneNumber: '+1' }), voice({ phoneNumber: '12' })),
    ...reasons(),
    ...versions,
    ...shapeCases(await route.fresh(), ['reason'], []),
  ]
  expect(await walk(world, route, cases, 200)).toEqual([])
})

test('PUT tags', async () => {
  await using opened = await openFor()
  const { world, userRoute } = opened
  const route = userRoute('tags', () => ({ tags: {} }))
  const cases = [...tagCases(), ...reasons(), ...versions, ...shapeCases(await route.fresh(), ['reason'], [])]
  expect(await walk(world, route, cases, 200)).toEqual([])
})

test('PUT settings', async () => {
  await using opened = await openFor()
  const { world, userRoute, profileIds } = opened
  const soft = { phoneType: 'SOFT_PHONE', autoAccept: true, afterContactWorkSeconds: 30, deskPhoneNumber: null }
  const route = userRoute('settings', ({ identity }) => ({
    identity: { ...identity },
    phone: soft,
    securityProfileIds: profileIds.slice(0, 1),
    hierarchyGroupId: null,
    tags: {},
  }))
  const cases = [
    ...taken('phone.afterContactWorkSeconds', 0, 2_000_000),
    ...refused('phone.afterContactWorkSeconds', -1, 2_000_001),
    ...refused('identity.mobile', '+1', '12'),
    ...refused('channels', [], [{ channel: 'FAX' }]),
    ...taken('securityProfileIds', profileIds.slice(0, 10)),
    ...refused('securityProfileIds', [], profileIds.slice(0, 11)),
    ...refused('routingProfileId', '', 'x'.repeat(257), null),
    ...refused('tags', { 'aws:x': 'x' }),
    ...reasons(),
    ...versions,
  ]
  expect(await walk(world, route, cases, 200)).toEqual([])
})

test('PUT proficiencies', async () => {
  await using opened = await openFor()
  const { world, first } = opened
  const asking = turns(world)
  const path = `${world.base}/users/${first.id}/proficiencies`
  const route: Route = {
    fresh: async () => {
      const { version } = (await (await asking()).get(path)).body
      return { proficiencies: [], version, reason: 'x' }
    },
    send: (as, body) => as.put(path, body),
  }
  const one = { attributeName: 'Skill', attributeValue: 'Fraud', level: 3 }
  const names = [
    'Arabic',
    'English',
    'French',
    'German',
    'Hindi',
    'Japanese',
    'Polish',
    'Spanish',
    'Turkish',
    'Українська',
  ]
  const ten = names.map((attributeValue) => ({ attributeName: 'connect:Language', attributeValue, level: 5 }))
  const cases = [
    ...taken('proficiencies', [], [{ ...one, level: 1 }], [{ ...one, level: 5 }], ten),
    ...refused('proficiencies', [{ ...one, level: 0 }], [{ ...one, level: 6 }], [{ ...one, level: 1.5 }], [one, one]),
    ...refused('proficiencies', [{ ...one, level: '3' }], [{ ...one, attributeName: '' }], [{ ...one, unknownKey: 1 }]),
    ...refused('proficiencies', [{ ...one, attributeValue: 'x'.repeat(101) }], [...ten, one], [null], [{}]),
    ...reasons(),
    ...versions,
    ...shapeCases(await route.fresh(), ['reason'], []),
  ]
  expect(await walk(world, route, cases, 200)).toEqual([])
  const emptied = await route.send(await asking(), await route.fresh())
  expect(emptied.status).toBe(200)
  const unknown = [{ ...one, attributeName: '😀'.repeat(100) }]
  expect(await walk(world, route, taken('proficiencies', unknown), 422)).toEqual([])
})

test('PUT hierarchy-group', async () => {
  await using opened = await openFor()
  const { world, userRoute } = opened
  const route = userRoute('hierarchy-group', ({ hierarchyGroup }) => ({ hierarchyGroupId: hierarchyGroup?.id ?? null }))
  const cases = [
    ...taken('hierarchyGroupId', null),
    ...refused('hierarchyGroupId', '', 'x'.repeat(257)),
    ...reasons(),
    ...versions,
  ]
  expect(
    await walk(world, route, [...cases, ...shapeCases(await route.fresh(), ['reason'], ['hierarchyGroupId'])], 200),
  ).toEqual([])
  expect(await walk(world, route, taken('hierarchyGroupId', 'x', 'x'.repeat(256)), 422)).toEqual([])
})

test('PUT security-profiles', async () => {
  await using opened = await openFor()
  const { world, userRoute, profileIds } = opened
  const [one = '', two = ''] = profileIds
  const route = userRoute('security-profiles', () => ({ securityProfileIds: [one] }))
  const cases = [
    ...taken('securityProfileIds', [one], [two, one], profileIds.slice(0, 10)),
    ...refused('securityProfileIds', [], profileIds.slice(0, 11), [one, one], [''], [1], [null], ['x'.repeat(257)]),
    ...reasons(),
    ...versions,
    ...shapeCases(await route.fresh(), ['reason'], []),
  ]
  expect(await walk(world, route, cases, 200)).toEqual([])
})

test('DELETE user', async () => {
  await using opened = await openFor()
  const { world, first } = opened
  const route: Route = {
    fresh: () => Promise.resolve({ version: 'stale', reason: 'left' }),
    send: (as, body) => as.delete(`${world.base}/users/${first.id}`, body),
  }
  const cases = [...reasons(), ...shapeCases(await route.fresh(), ['reason'], [])]
  expect(await walk(world, route, cases, 409)).toEqual([])
  expect(world.writes()).toEqual([])
})

test('POST users', async () => {
  await using opened = await openFor()
  const { world, first, profileIds } = opened
  let count = 0
  const route: Route = {
    fresh: () => {
      count += 1
      return Promise.resolve({
        username: `new.${count}`,
        password: 'Secret-123',
        identity: {
          firstName: 'New',
          lastName: 'Comer',
          email: 'new@mail.example',
          secondaryEmail: null,
          mobile: null,
        },
        phone: { phoneType: 'SOFT_PHONE', autoAccept: true, afterContactWorkSeconds: 30, deskPhoneNumber: null },
        routingProfileId: first.routingProfile?.id,
        hierarchyGroupId: first.hierarchyGroup?.id ?? null,
        securityProfileIds: profileIds.slice(0, 1),
        tags: {},
        reason: 'INC-1',
      })
    },
    send: (as, body) => as.post(`${world.base}/users`, body),
  }
  const nullable = ['email', 'secondaryEmail', 'mobile', 'deskPhoneNumber', 'hierarchyGroupId']
  const cases = [
    // USR-01: 20 where the instance is not SAML; 64 is the contract’s own bound.
    ...lengths('username', { min: 1, max: 20 }),
    ...taken('username', 'a_b-c.d\\e', 'name@example.com', 'ä'),
    ...refused('username', 'x'.repeat(64), 'x'.repeat(65), 'a b', 'a@b', 'a@b.c', '@', 'name@example.com@x.co', 'a\n'),
    ...taken('password', 'Aa345678', `Aa3${'!'.repeat(61)}`, 'Pä55wördX'),
    ...refused(
      'password',
      'Aa34567',
      `Aa3${'!'.repeat(62)}`,
      'aa345678',
      'AA345678',
      'Aaaaaaaa',
      'Aa3 45678',
      'Aa345678\n',
    ),
    ...refused('password', undefined, null),
    ...lengths('identity.firstName', { min: 1, max: 255 }),
    ...lengths('identity.lastName', { min: 1, max: 256 }),
    ...emailAddresses('identity.email'),
    ...emailAddresses('identity.secondaryEmail'),
    ...phoneNumbers('identity.mobile'),
    ...taken('phone.afterContactWorkSeconds', 0, 2_000_000),
    ...refused('phone.afterContactWorkSeconds', -1, 2_000_001, 1.5),
    ...refused('phone.phoneType', 'FAX', 'DESK_PHONE'.toLowerCase()),
    ...phoneNumbers('phone.deskPhoneNumber'),
    ...refused('phone', {
      phoneType: 'DESK_PHONE',
      autoAccept: true,
      afterContactWorkSeconds: 0,
      deskPhoneNumber: null,
    }),
    ...refused('routingProfileId', '', 'x'.repeat(257)),
    ...taken('hierarchyGroupId', null),
    ...refused('hierarchyGroupId', '', 'x'.repeat(257)),
    ...taken('securityProfileIds', profileIds.slice(0, 10)),
    ...refused('securityProfileIds', [], profileIds.slice(0, 11), [profileIds[0], profileIds[0]], ['']),
    ...tagCases(),
    ...reasons(),
    ...shapeCases(await route.fresh(), ['reason'], nullable),
  ]
  expect(await walk(world, route, cases, 201)).toEqual([])
  expect(await walk(world, route, taken('routingProfileId', 'x', 'x'.repeat(256)), 422)).toEqual([])
})

/** What POST and PUT of a profile take alike. */
const profileCases: BoundCase[] = [
  ...lengths('description', { min: 0, max: 250 }),
  ...astralLengths('description', 250),
  ...taken('permissions', [], ['x'], ['x'.repeat(128)], ['😀'.repeat(128)], numbered(500)),
  ...refused('permissions', [''], ['x'.repeat(129)], ['😀'.repeat(129)], [1], [null], ['x', 'x'], numbered(501)),
  ...tagCases(),
  ...reasons(),
]

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_unused, at) => `Permission.${at}`)
}

test('POST security-profiles', async () => {
  await using world = await openConsole()
  let count = 0
  const route: Route = {
    fresh: () => {
      count += 1
      return Promise.resolve({
        name: `Profile ${count}`,
        description: 'x',
        permissions: ['Users.View'],
        tags: {},
        reason: 'x',
      })
    },
    send: (as, body) => as.post(`${world.base}/security-profiles`, body),
  }
  const cases = [
    ...lengths('name', { min: 1, max: 127 }),
    ...taken('name', 'Az 09_@-'),
    ...refused('name', 'a.b', 'ä', 'a\n', 'a/b', '😀'),
    ...profileCases,
    ...shapeCases(await route.fresh(), ['reason'], []),
  ]
  expect(await walk(world, route, cases, 201)).toEqual([])
})

test('PUT security-profiles', async () => {
  await using world = await openConsole()
  const asking = turns(world)
  const { body: created } = await (
    await asking()
  ).post(`${world.base}/security-profiles`, { name: 'One', description: 'x', permissions: ['Users.View'], tags: {} })
  const path = `${world.base}/security-profiles/${created.id}`
  const route: Route = {
    fresh: async () => {
      const { description, permissions, tags, version } = (await (await asking()).get(path)).body
      return { description, permissions, tags, version, reason: 'x' }
    },
    send: (as, body) => as.put(path, body),
  }
  const cases = [
    ...profileCases,
    ...versions,
    ...refused('name', 'Two'),
    ...shapeCases(await route.fresh(), ['reason'], []),
  ]
  expect(await walk(world, route, cases, 200)).toEqual([])
})

test.each(['{', '[]', 'null', '"x"', '{"version":"x"} x', ''])(
  'a body that is %j is refused in words',
  async (body) => {
    await using world = await openConsole()
    const administrator = await world.signIn('administrator')
    const { status, body: answer } = await administrator.request('PUT', `${world.base}/users/x/phone`, body)
    expect([status, answer.code]).toEqual([400, 'BAD_REQUEST'])
    expect(answer.data.fields?.length).toBeGreaterThan(0)
    expect(JSON.stringify(answer)).not.toMatch(/\bat .*\.ts|SyntaxError/)
  },
)

test('an instance and an id belong into the address, and are not taken from the body', async () => {
  await using opened = await openFor()
  const { world, first } = opened
  const administrator = await world.signIn('administrator')
  const body = { version: first.version, routingProfileId: first.routingProfile?.id, id: 'other', instance: 'other' }
  const { status, body: answer } = await administrator.put(`${world.base}/users/${first.id}/routing-profile`, body)
  expect([status, answer.code]).toEqual([400, 'BAD_REQUEST'])
  expect(answer.data.fields).toEqual([
    { field: 'id', message: 'There is no field “id” here.' },
    { field: 'instance', message: 'There is no field “instance” here.' },
  ])
  for (const query of ['instance=other', 'instance[x]=other']) {
    expect((await administrator.get(`${world.base}/users?${query}`)).body.data?.fields?.[0]?.field).toBe('instance')
  }
  expect(world.writes()).toEqual([])
})
