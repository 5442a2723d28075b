import {
  GetCurrentUserDataCommand,
  ListAgentStatusesCommand,
  PutUserStatusCommand,
  SearchUsersCommand,
} from '@aws-sdk/client-connect'
import type { AgentStatus, LiveStatus } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { openConsole, type OpenConsole, type Person } from '../testing/open-console.ts'

async function openWithPeople() {
  const world = await openConsole({ spec: { users: 80 } })
  const administrator = await world.signIn('administrator')
  const { Users = [] } = await world.otherTool.send(new SearchUsersCommand({ InstanceId: world.instanceId }))
  const { UserDataList = [] } = await world.otherTool.send(
    new GetCurrentUserDataCommand({ InstanceId: world.instanceId, Filters: {}, MaxResults: 100 }),
  )
  const signedIn = new Set(UserDataList.map(({ User }) => User?.Id))
  const idOf = (wanted: (contacts: number) => boolean) =>
    UserDataList.find(({ Contacts = [] }) => wanted(Contacts.length))?.User?.Id ?? ''
  const pathOf = (id: string) => `${world.base}/users/${id}/status`
  const read = async (id: string) => (await administrator.get(pathOf(id))).body as unknown as LiveStatus
  return {
    world,
    administrator,
    free: idOf((contacts) => contacts === 0),
    busy: idOf((contacts) => contacts > 0),
    away: Users.find(({ Id }) => !signedIn.has(Id))?.Id ?? '',
    read,
    set: async (
      id: string,
      agentStatus: string,
      { as = administrator, version = '' }: { as?: Person; version?: string } = {},
    ) => as.put(pathOf(id), { agentStatus, version: version === '' ? (await read(id)).version : version }),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

async function putElsewhere({ otherTool, instanceId: InstanceId }: OpenConsole, UserId: string, name: string) {
  const { AgentStatusSummaryList = [] } = await otherTool.send(new ListAgentStatusesCommand({ InstanceId }))
  const AgentStatusId = AgentStatusSummaryList.find((one) => one.Name === name)?.Id
  await otherTool.send(new PutUserStatusCommand({ InstanceId, UserId, AgentStatusId }))
}

const puts = (world: OpenConsole) => world.calls('PutUserStatus').length

test('the status is set at once, confirmed, and in the trail by its name before and after', async () => {
  await using opened = await openWithPeople()
  const { world, free, read, set } = opened
  await putElsewhere(world, free, 'Break')
  const before = puts(world)
  const { status, body } = await set(free, 'Lunch')
  expect(status).toBe(200)
  expect(body).toMatchObject({ id: free, status: { name: 'Lunch', next: null }, changes: [{ status: 'confirmed' }] })
  expect((await read(free)).status?.name).toBe('Lunch')
  expect(puts(world)).toBe(before + 1)
  expect((await world.changes()).at(-1)).toMatchObject({
    action: 'users.updateStatus',
    operation: 'PutUserStatus',
    target: { kind: 'user', id: free },
    fields: [{ field: 'agentStatus', key: null, before: 'Break', after: 'Lunch' }],
    status: 'confirmed',
  })
})

test('who is on a contact goes on, and the status follows (OTH-03)', async () => {
  await using opened = await openWithPeople()
  const { busy, set } = opened
  const { status, body } = await set(busy, 'Training')
  expect([status, body.changes.map((change) => change.status)]).toEqual([200, ['confirmed']])
  expect((body as unknown as LiveStatus).status).toMatchObject({ name: 'Available', next: 'Training', contacts: [{}] })
})

test('what stands already is not sent again', async () => {
  await using opened = await openWithPeople()
  const { world, free, set } = opened
  await putElsewhere(world, free, 'Break')
  const before = puts(world)
  expect((await set(free, 'Break')).body.changes).toEqual([])
  expect(puts(world)).toBe(before)
})

test('whose status moved in the meantime is left alone, and what it is now is told', async () => {
  await using opened = await openWithPeople()
  const { world, free, read, set } = opened
  await putElsewhere(world, free, 'Break')
  const { version } = await read(free)
  await putElsewhere(world, free, 'Lunch')
  const before = puts(world)
  const { status, body } = await set(free, 'Available', { version })
  expect([status, body.code]).toEqual([409, 'CONFLICT'])
  expect(body.data.current).toMatchObject({ status: { name: 'Lunch' } })
  expect(puts(world)).toBe(before)
})

test('nothing is set of who is not signed in, and nothing that is not there or disabled', async () => {
  await using opened = await openWithPeople()
  const { world, away, free, set } = opened
  const before = puts(world)
  for (const [id, name] of [
    [away, 'Available'],
    [free, 'Project work'],
    [free, 'No such status'],
  ] as const) {
    const { status, body } = await set(id, name)
    expect([status, body.code, body.data.fields?.map(({ field }) => field)]).toEqual([
      422,
      'connect.refused',
      ['agentStatus'],
    ])
  }
  expect(puts(world)).toBe(before)
  expect(await world.changes()).toEqual([])
})

test('one that another tool disabled meanwhile is refused by Connect, at its field', async () => {
  await using opened = await openWithPeople()
  const { world, free, set } = opened
  const { instanceId } = world
  world.emulator.setFault({ operation: 'PutUserStatus', error: 'InvalidRequestException', instanceId })
  const { status, body } = await set(free, 'Training')
  expect([status, body.data.fields?.map(({ field }) => field)]).toEqual([422, ['agentStatus']])
  expect((await world.changes()).map((change) => change.status)).toEqual(['failed'])
})

test('half an answer is no answer: it is sent again, and ends as confirmed', async () => {
  await using opened = await openWithPeople()
  const { world, free, set } = opened
  const { instanceId } = world
  world.emulator.setFault({ operation: 'PutUserStatus', error: 'half-body', count: 1, instanceId })
  const { status, body } = await set(free, 'Training')
  expect([status, body.changes.map((change) => change.status)]).toEqual([200, ['confirmed']])
})

test('what could not be read back is said to be done, and confirmed as soon as it can be read', async () => {
  await using opened = await openWithPeople()
  const { world, free, read, set } = opened
  const { instanceId } = world
  const { version } = await read(free)
  const reads = () => world.calls('GetCurrentUserData').length
  const before = reads()
  world.emulator.setFault({ operation: 'PutUserStatus', delayMs: 1_000, instanceId })
  const setting = set(free, 'Training', { version })
  await expect.poll(reads).toBe(before + 1)
  world.emulator.setFault({ operation: 'GetCurrentUserData', error: 'InternalServiceException', instanceId })
  const { body } = await setting
  expect(body).toMatchObject({ code: 'change.partly_done', data: { done: ['The status was set.'] } })
  world.emulator.clearFaults()
  await expect.poll(async () => (await world.changes()).map((change) => change.status)).toEqual(['confirmed'])
})

test('the statuses to choose from are the enabled ones, in Connect’s order, for whoever may set one', async () => {
  await using opened = await openWithPeople()
  const { world, administrator } = opened
  const { status, body } = await administrator.get(`${world.base}/agent-statuses`)
  expect([status, body.complete]).toEqual([200, true])
  expect(body.items as unknown as AgentStatus[]).toEqual([
    { name: 'Available', type: 'ROUTABLE' },
    { name: 'Offline', type: 'OFFLINE' },
    { name: 'Break', type: 'CUSTOM' },
    { name: 'Lunch', type: 'CUSTOM' },
    { name: 'Training', type: 'CUSTOM' },
  ])
  for (const role of ['helpdesk', 'auditor'] as const) {
    expect((await (await world.signIn(role)).get(`${world.base}/agent-statuses`)).status).toBe(403)
  }
})
