import { createHash } from 'node:crypto'
import { UpdateUserPhoneConfigCommand } from '@aws-sdk/client-connect'
import type { Change, ChangeList, ExportedChanges } from '@patchbay/contract'
import { describe, expect, test } from 'vitest'
import { openConsole, type OpenConsole, type Person } from '../testing/open-console.ts'
import { findSomeone } from '../testing/someone.ts'

const phone = { phoneType: 'SOFT_PHONE', autoAccept: true, afterContactWorkSeconds: 4_321, deskPhoneNumber: null }

async function openWithSomeone(options: Parameters<typeof openConsole>[0] = {}) {
  const world = await openConsole(options)
  const administrator = await world.signIn('administrator')
  const user = await findSomeone(world, administrator)
  const save = (body: object = phone) =>
    administrator.put(`${world.base}/users/${user.id}/phone`, { ...body, version: user.version, reason: '=INC-1' })
  return { world, administrator, user, save, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

async function list(as: Person, query = ''): Promise<ChangeList> {
  const { status, body } = await as.get(`/changes${query}`)
  expect(status).toBe(200)
  return body as unknown as ChangeList
}

async function exported(as: Person, body: object): Promise<ExportedChanges> {
  const answer = await as.post('/changes/export', body)
  expect(answer.status).toBe(200)
  return answer.body as unknown as ExportedChanges
}

/** As docs/audit-trail.md says, without any of our code. */
function expectWhole(lines: readonly string[]): void {
  let previous = '0'.repeat(64)
  for (const [at, line] of lines.entries()) {
    const [, body = '', hash, before, seq] =
      /^\{"body":(.*),"hash":"([0-9a-f]{64})","previous":"([0-9a-f]{64})","seq":(\d+)\}$/.exec(line) ?? []
    expect([Number(seq), before]).toEqual([at + 1, previous])
    expect(hash).toBe(createHash('sha256').update(`${previous}\n${seq}\n${body}`).digest('hex'))
    previous = hash ?? ''
  }
}

describe('the list', () => {
  test('tells who changed what, newest first, and one change whole', async () => {
    await using opened = await openWithSomeone()
    const { world, administrator, user, save } = opened
    const { body: saved } = await save()
    await administrator.put(`${world.base}/users/${user.id}/identity`, {
      ...user.identity,
      firstName: 'Ada',
      version: saved.version,
    })
    const { items, total, trail, complete } = await list(administrator)
    expect([total, complete, items.map(({ action }) => action)]).toEqual([
      2,
      true,
      ['users.updateIdentity', 'users.updatePhone'],
    ])
    expect(items[0]?.fields).toEqual([{ field: 'firstName', key: null, before: user.identity.firstName, after: 'Ada' }])
    expect(trail).toEqual({ head: { seq: 6, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }, mirror: null })
    const one = await administrator.get(`/changes/${items[1]?.id}`)
    expect([one.status, one.body]).toEqual([200, items[1]])
    expect((await administrator.get('/changes/00000000-0000-4000-8000-000000000000')).status).toBe(404)
  })

  test.each<[string, (change: Change) => string]>([
    ['person', (change) => change.person?.id ?? ''],
    ['target', (change) => change.target?.id ?? ''],
    ['instance', (change) => change.instance ?? ''],
    ['field', (change) => change.fields[0]?.field ?? ''],
    ['action', (change) => change.action],
    ['status', (change) => change.status ?? ''],
    ['from', (change) => change.at],
  ])('is filtered by %s', async (name, valueOf) => {
    await using opened = await openWithSomeone()
    const { administrator, save } = opened
    await save()
    const [change] = (await list(administrator)).items
    const value = encodeURIComponent(valueOf(change as Change))
    expect((await list(administrator, `?${name}=${value}`)).total).toBe(1)
    const other = name === 'status' ? 'failed' : name === 'from' ? '2200-01-01T00:00:00Z' : 'other'
    expect(await list(administrator, `?${name}=${other}`)).toMatchObject({ items: [], total: 0 })
  })

  test('has the refusals too, and who may not read it is refused', async () => {
    await using opened = await openWithSomeone()
    const { world, administrator, user } = opened
    const helpdesk = await world.signIn('helpdesk')
    expect((await helpdesk.get('/changes')).status).toBe(403)
    await helpdesk.put(`${world.base}/users/${user.id}/hierarchy-group`, { hierarchyGroupId: null, version: 'x' })
    const { items } = await list(administrator, '?kind=refusal')
    expect(items.map(({ person, action, code }) => [person?.id, action, code])).toEqual([
      [helpdesk.id, 'users.updateHierarchyGroup', 'FORBIDDEN'],
      [helpdesk.id, 'changes.search', 'FORBIDDEN'],
    ])
  })
})

describe('an export', () => {
  test('of the whole trail can be checked from the first record to the head', async () => {
    await using opened = await openWithSomeone()
    const { administrator, save } = opened
    await save()
    const { content, head, next } = await exported(administrator, { format: 'records' })
    const lines = content.trimEnd().split('\n')
    expect([lines.length, head.seq, next]).toEqual([3, 3, null])
    expectWhole(lines)
    expect(lines.at(-1)).toContain(`"hash":"${head.hash}"`)
    // That it was exported is written down, after what was exported.
    expect((await list(administrator, '?kind=export')).total).toBe(1)
    const later = await exported(administrator, { format: 'records' })
    expectWhole(later.content.trimEnd().split('\n'))
    expect(later.head.seq).toBe(4)
    const selected = await exported(administrator, { format: 'json-lines' })
    expect(selected.content).toBe(content)
  })

  test('as CSV starts no formula in a spreadsheet', async () => {
    await using opened = await openWithSomeone()
    const { administrator, save } = opened
    await save()
    const { content } = await exported(administrator, { format: 'csv' })
    const [, line = ''] = content.split('\r\n')
    expect(content.startsWith('\ufeff"time","person"')).toBe(true)
    expect(line).toContain(`"'=INC-1"`)
    expect(content).not.toMatch(/"[=+@-]/)
  })
})

test('as CSV a change is told in the words of the screen, with names as they are stored beside them', async () => {
  await using world = await openConsole({ spec: { securityProfiles: 24, routingProfiles: 3 } })
  const administrator = await world.signIn('administrator')
  const made = await administrator.post(`${world.base}/security-profiles`, {
    name: 'Night shift',
    description: '',
    permissions: ['BasicAgentAccess', 'Users.Edit'],
    tags: {},
  })
  expect(made.status).toBe(201)
  const user = await findSomeone(world, administrator)
  const routing = (await administrator.get(`${world.base}/routing-profiles`)).body.items as unknown as {
    id: string
    name: string
  }[]
  const other = routing.find(({ id }) => id !== user.routingProfile?.id)
  await administrator.put(`${world.base}/users/${user.id}/routing-profile`, {
    version: user.version,
    routingProfileId: other?.id,
  })
  const { content } = await exported(administrator, { format: 'csv' })
  const [head = [], ...lines] = content
    .replace('\ufeff', '')
    .trimEnd()
    .split('\r\n')
    .map((line) => [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell))
  const cellsOf = (field: string) => {
    const line = lines.find((cells) => cells[head.indexOf('field')] === field) ?? []
    return ['what', 'before', 'after', 'before as stored', 'after as stored'].map((name) => line[head.indexOf(name)])
  }
  expect(cellsOf('permissions')).toEqual([
    'Permissions',
    '',
    'Contact Control Panel: Access; Users: Edit',
    '',
    'BasicAgentAccess; Users.Edit',
  ])
  expect(cellsOf('routingProfileId')).toEqual([
    'Routing profile',
    user.routingProfile?.name,
    other?.name,
    user.routingProfile?.id,
    other?.id,
  ])
})

describe('a change whose end nobody saw', () => {
  /** Connect fails each write; another tool may then do what was wanted, as a call does that was on its way all the time. */
  async function openPending() {
    let now = Date.now()
    const opened = await openWithSomeone({ now: () => new Date(now) })
    const { world } = opened
    world.emulator.setFault({ operation: 'UpdateUserPhoneConfig', error: 'InternalServiceException' })
    const { status, body } = await opened.save()
    expect([status, body.data.changes?.map((change) => change.status)]).toEqual([502, ['pending']])
    world.emulator.clearFaults()
    return { ...opened, pass: (milliseconds: number) => void (now += milliseconds) }
  }
  const statuses = async (world: OpenConsole) => (await world.changes()).map(({ status }) => status)

  test('is confirmed once its values are seen', async () => {
    await using opened = await openPending()
    const { world, user, pass } = opened
    await world.otherTool.send(
      new UpdateUserPhoneConfigCommand({
        InstanceId: world.instanceId,
        UserId: user.id,
        PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: true, AfterContactWorkTimeLimit: 4_321 },
      }),
    )
    pass(6_000)
    await expect.poll(() => statuses(world)).toEqual(['confirmed'])
  })

  test('has failed when the old values still stand after two minutes, and not before', async () => {
    await using opened = await openPending()
    const { world, pass } = opened
    const looks = world.calls('DescribeUser').length
    pass(6_000)
    await expect.poll(() => world.calls('DescribeUser').length).toBeGreaterThan(looks)
    expect(await statuses(world)).toEqual(['pending'])
    pass(120_000)
    await expect.poll(() => statuses(world)).toEqual(['failed'])
    expect((await world.changes())[0]?.note).toMatch(/^It was not done/)
  })
})

test('of forty saves at once, with faults, each call to Connect stands in the trail, and the chain is whole', async () => {
  await using world = await openConsole({ spec: { users: 40 } })
  const administrator = await world.signIn('administrator')
  const { body } = await administrator.get(`${world.base}/users?pageSize=500`)
  world.emulator.setFault({ operation: 'UpdateUserPhoneConfig', error: 'ThrottlingException', count: 10 })
  world.emulator.setFault({ operation: 'UpdateUserPhoneConfig', error: 'InvalidRequestException', count: 5 })
  await Promise.all(
    body.items.map(async ({ id }) => {
      const { body: user } = await administrator.get(`${world.base}/users/${id}`)
      await administrator.put(`${world.base}/users/${id}/phone`, { ...phone, version: user.version })
    }),
  )
  const calls = world.emulator.listCalls({ instanceId: world.instanceId, operation: 'UpdateUserPhoneConfig' })
  const changes = await world.changes()
  expect(calls.length).toBeGreaterThanOrEqual(40)
  expect(changes.flatMap(({ connectRequestIds }) => connectRequestIds).toSorted()).toEqual(
    calls.map(({ requestId }) => requestId).toSorted(),
  )
  // Who was throttled at each try has failed, too: whom that hits is up to chance.
  expect(changes.filter(({ code }) => code === 'connect.refused')).toHaveLength(5)
  expect(changes.every(({ status }) => status !== 'pending')).toBe(true)
  const { content } = await exported(administrator, { format: 'records' })
  expectWhole(content.trimEnd().split('\n'))
})
