import { CreateSecurityProfileCommand, UpdateUserSecurityProfilesCommand } from '@aws-sdk/client-connect'
import { describe, expect, test } from 'vitest'
import { openConsole } from '../testing/open-console.ts'
import { findSomeone } from '../testing/someone.ts'

describe('search', () => {
  test('answers names instead of ids, a total, and when it was read', async () => {
    await using world = await openConsole({ spec: { users: 60, hierarchyGroups: 40 } })
    const auditor = await world.signIn('auditor')
    const { status, body } = await auditor.get(`${world.base}/users?pageSize=25&page=3`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ total: 60, complete: true })
    expect(body.items).toHaveLength(10)
    expect(Math.abs(Date.now() - Date.parse(body.asOf))).toBeLessThan(10_000)
    for (const row of body.items) {
      expect(row.routingProfile?.name).toEqual(expect.any(String))
      for (const { name } of row.securityProfiles) expect(name).toEqual(expect.any(String))
      expect(row.hierarchyGroup?.path.at(-1)?.id).toBe(row.hierarchyGroup?.id)
    }
  })

  test('a page beyond the end is empty and has the right total', async () => {
    await using world = await openConsole()
    const auditor = await world.signIn('auditor')
    const { status, body } = await auditor.get(`${world.base}/users?page=999`)
    expect([status, body.items, body.total]).toEqual([200, [], 12])
  })

  test('the first page does not wait for the count of all, where that is not asked for', async () => {
    await using world = await openConsole({ spec: { users: 60 } })
    const auditor = await world.signIn('auditor')
    // Every user name has a dot.
    const first = await auditor.get(`${world.base}/users?search=.&exactTotal=false`)
    const all = await auditor.get(`${world.base}/users?search=.&pageSize=1`)
    expect(all.body).toMatchObject({ isExactTotal: true, total: 60 })
    expect(first.body).toMatchObject({ isExactTotal: false, total: 51 })
    expect(first.body.items).toHaveLength(50)
    const refused = await auditor.get(`${world.base}/users?exactTotal=maybe`)
    expect([refused.status, JSON.stringify(refused.body)]).toEqual([
      400,
      expect.stringContaining('exactTotal is true or false.'),
    ])
  })

  test('all pages together are everybody, each once', async () => {
    await using world = await openConsole({ spec: { users: 90 } })
    const auditor = await world.signIn('auditor')
    const seen: string[] = []
    for (let page = 1; page <= 4; page += 1) {
      const { body } = await auditor.get(`${world.base}/users?pageSize=25&sort=phoneType&order=desc&page=${page}`)
      seen.push(...body.items.map(({ id }) => id))
    }
    expect(seen).toHaveLength(90)
    expect(new Set(seen).size).toBe(90)
  })

  test('filters by tokens in the query, and tells which one makes no sense', async () => {
    await using world = await openConsole({ spec: { users: 60 } })
    const auditor = await world.signIn('auditor')
    const token = (at: number, property: string, operator: string, value: string) =>
      Object.entries({ property, operator, value }).map(([key, text]) => [`filter[${at}][${key}]`, text])
    const query = new URLSearchParams([...token(0, 'phoneType', '=', 'DESK_PHONE'), ['pageSize', '500']])
    const desk = await auditor.get(`${world.base}/users?${query.toString()}`)
    expect(desk.body.total).toBeGreaterThan(0)
    expect(desk.body.items.every(({ phone }) => phone.phoneType === 'DESK_PHONE')).toBe(true)

    const nonsense = new URLSearchParams([
      ...token(0, 'phoneType', '=', 'DESK_PHONE'),
      ...token(1, 'autoAccept', 'under', 'x'),
    ])
    const refused = await auditor.get(`${world.base}/users?${nonsense.toString()}`)
    expect(refused).toMatchObject({
      status: 400,
      body: { code: 'BAD_REQUEST', data: { fields: [{ field: 'filter.1.operator' }] } },
    })
  })

  test('a group is told apart from its namesakes by its path, and found with all below it', async () => {
    await using world = await openConsole({ spec: { users: 300, hierarchyGroups: 180 } })
    const auditor = await world.signIn('auditor')
    const { body: tree } = await auditor.get(`${world.base}/hierarchy`)
    const namesakes = tree.groups.filter(({ name }) => name === 'Team 1')
    expect(namesakes.length).toBeGreaterThan(1)
    const top = tree.groups.find(({ parentId, people }) => parentId === null && people.withChildren > 0)
    const query = new URLSearchParams({
      'filter[0][property]': 'hierarchyGroup',
      'filter[0][operator]': 'under',
      'filter[0][value]': top?.id ?? '',
      pageSize: '500',
    })
    const { body } = await auditor.get(`${world.base}/users?${query.toString()}`)
    expect(body.total).toBe(top?.people.withChildren)
    const paths = body.items.map(({ hierarchyGroup }) => hierarchyGroup?.path.map(({ id }) => id) ?? [])
    expect(paths.every(([first]) => first === top?.id)).toBe(true)
  })

  test('a search that fails midway is an error, never a short list', async () => {
    await using world = await openConsole({ spec: { users: 700 }, hits: [false, true] })
    const auditor = await world.signIn('auditor')
    world.emulator.setFault({ operation: 'SearchUsers', error: 'AccessDeniedException', rate: 0.5 })
    const { status, body } = await auditor.get(`${world.base}/users`)
    expect([status, body.code]).toEqual([502, 'connect.access_denied'])
    expect(world.calls('SearchUsers')).toEqual(['SearchUsers 200', 'SearchUsers 403'])
  })
})

describe('one person', () => {
  test('answers a person whole', async () => {
    await using world = await openConsole({ spec: { users: 40, hierarchyGroups: 40 } })
    const auditor = await world.signIn('auditor')
    const user = await findSomeone(world, auditor, ({ hierarchyGroup }) => hierarchyGroup !== null)
    expect(user.identity.email).toMatch(/@/)
    expect(user.version).toMatch(/^[\w-]{43}$/)
    expect(user.channels.map(({ channel }) => channel)).toEqual(['VOICE', 'CHAT', 'TASK', 'EMAIL'])
    expect(user.hierarchyGroup?.path.at(-1)).toEqual({ id: user.hierarchyGroup?.id, name: user.hierarchyGroup?.name })
    expect(Date.parse(user.lastModifiedAt ?? '')).toBeLessThan(Date.now())
  })

  test('the same state has the same version, read twice and in whatever order its profiles come', async () => {
    await using world = await openConsole({ spec: { securityProfiles: 12, users: 20 } })
    const auditor = await world.signIn('auditor')
    const user = await findSomeone(world, auditor, ({ securityProfiles }) => securityProfiles.length > 1)
    await world.otherTool.send(
      new UpdateUserSecurityProfilesCommand({
        InstanceId: world.instanceId,
        UserId: user.id,
        SecurityProfileIds: user.securityProfiles.map(({ id }) => id).toReversed(),
      }),
    )
    expect((await auditor.get(`${world.base}/users/${user.id}`)).body.version).toBe(user.version)
  })

  test('a person with ten security profiles has all ten, by name', async () => {
    await using world = await openConsole({ spec: { securityProfiles: 20, users: 12 } })
    const auditor = await world.signIn('auditor')
    const user = await findSomeone(world, auditor, ({ securityProfiles }) => securityProfiles.length === 10)
    expect(user.securityProfiles.every(({ name }) => name !== null)).toBe(true)
  })

  test('a security profile that another tool has just made is told by its name', async () => {
    let now = Date.now()
    await using world = await openConsole({ now: () => new Date(now) })
    const auditor = await world.signIn('auditor')
    const user = await findSomeone(world, auditor)
    const { SecurityProfileId } = await world.otherTool.send(
      new CreateSecurityProfileCommand({ InstanceId: world.instanceId, SecurityProfileName: 'Brand new' }),
    )
    await world.otherTool.send(
      new UpdateUserSecurityProfilesCommand({
        InstanceId: world.instanceId,
        UserId: user.id,
        SecurityProfileIds: [SecurityProfileId ?? ''],
      }),
    )
    now += 10_000
    const { body } = await auditor.get(`${world.base}/users/${user.id}?fresh=true`)
    expect(body.securityProfiles).toEqual([{ id: SecurityProfileId, name: 'Brand new' }])
  })

  test.each([
    ['users', '/users/no-such-person', 'There is no such user in Amazon Connect.'],
    ['profiles', '/security-profiles/no-such-profile', 'There is no such security profile in Amazon Connect.'],
  ])('unknown %s are 404 in words', async (_what, path, message) => {
    await using world = await openConsole()
    const auditor = await world.signIn('auditor')
    const { status, body } = await auditor.get(`${world.base}${path}`)
    expect([status, body.code, body.message]).toEqual([404, 'NOT_FOUND', message])
  })

  test('an unknown instance is 404 in words on every route of it', async () => {
    await using world = await openConsole()
    const administrator = await world.signIn('administrator')
    for (const path of [
      '/users',
      '/users/x',
      '/security-profiles',
      '/security-profiles/x',
      '/hierarchy',
      '/routing-profiles',
    ]) {
      const { status, body } = await administrator.get(`/nowhere${path}`)
      expect([path, status, body.code]).toEqual([path, 404, 'NOT_FOUND'])
      expect(body.message).toContain('no such Amazon Connect instance')
    }
  })

  test('nothing of AWS but ids of resources reaches the browser', async () => {
    await using world = await openConsole()
    const auditor = await world.signIn('auditor')
    const user = await findSomeone(world, auditor)
    expect(JSON.stringify(user)).not.toContain('arn:')
    expect(Object.keys(user)).not.toContain('persistentConnection')
  })
})
