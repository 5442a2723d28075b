import { GetCurrentUserDataCommand, ListAgentStatusesCommand, PutUserStatusCommand } from '@aws-sdk/client-connect'
import { liveStatus } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { openConsole, type OpenConsole, type Person } from '../testing/open-console.ts'

async function openWithPeople() {
  let ms = Date.UTC(2026, 0, 5, 8)
  const world = await openConsole({ spec: { users: 40 }, now: () => new Date(ms) })
  const administrator = await world.signIn('administrator')
  const { body } = await administrator.get(`${world.base}/users?pageSize=100`)
  const ask = async (id: string, as: Person = administrator) => await as.get(`${world.base}/users/${id}/status`)
  return {
    world,
    administrator,
    people: body.items,
    ask,
    status: async (id: string) => liveStatus.parse((await ask(id)).body),
    move: (seconds: number) => void (ms += seconds * 1000),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

async function put({ otherTool, instanceId: InstanceId }: OpenConsole, UserId: string, name: string) {
  const { AgentStatusSummaryList = [] } = await otherTool.send(new ListAgentStatusesCommand({ InstanceId }))
  const AgentStatusId = AgentStatusSummaryList.find((one) => one.Name === name)?.Id
  await otherTool.send(new PutUserStatusCommand({ InstanceId, UserId, AgentStatusId }))
}

test('each who is signed in has the status, its beginning and the contacts that Connect tells; the others have none', async () => {
  await using opened = await openWithPeople()
  const { world, people, status } = opened
  const { UserDataList = [] } = await world.otherTool.send(
    new GetCurrentUserDataCommand({
      InstanceId: world.instanceId,
      Filters: { Agents: people.map(({ id }) => id) },
      MaxResults: 100,
    }),
  )
  expect(UserDataList.some(({ Contacts = [] }) => Contacts.length > 0)).toBe(true)
  for (const { id } of people) {
    const told = UserDataList.find(({ User }) => User?.Id === id)
    expect((await status(id)).status).toEqual(
      told === undefined
        ? null
        : {
            name: told.Status?.StatusName,
            since: told.Status?.StatusStartTimestamp?.toISOString(),
            next: null,
            contacts: told.Contacts?.map((contact) => ({
              id: contact.ContactId,
              channel: contact.Channel,
              state: contact.AgentContactState,
              since: contact.StateStartTimestamp?.toISOString(),
            })),
          },
    )
  }
})

test('however many watch, Connect is asked once in five seconds', async () => {
  await using opened = await openWithPeople()
  const { world, people, ask, status, move } = opened
  const id = people[0]?.id ?? ''
  await put(world, id, 'Break')
  await Promise.all(Array.from({ length: 10 }, () => ask(id)))
  await ask(id, await world.signIn('auditor'))
  expect(world.calls('GetCurrentUserData')).toHaveLength(1)
  await put(world, id, 'Lunch')
  expect((await status(id)).status?.name).toBe('Break')
  move(6)
  expect((await status(id)).status?.name).toBe('Lunch')
  expect(world.calls('GetCurrentUserData')).toHaveLength(2)
})

test('who may not call it at AWS is told so; who gets no answer sees the last one, marked as old', async () => {
  await using opened = await openWithPeople()
  const { world, people, ask, status, move } = opened
  const [first, second] = people
  const { instanceId } = world
  await status(first?.id ?? '')
  move(6)
  world.emulator.setFault({ operation: 'GetCurrentUserData', error: 'InternalServiceException', instanceId })
  expect((await status(first?.id ?? '')).isStale).toBe(true)
  expect((await ask(second?.id ?? '')).body.code).toBe('connect.unavailable')
  world.emulator.clearFaults()
  world.emulator.setFault({ operation: 'GetCurrentUserData', error: 'AccessDeniedException', instanceId })
  expect((await ask(first?.id ?? '')).body.code).toBe('connect.access_denied')
})

test('watching people is a right of its own, which the helpdesk does not have; nobody answers for who is not there', async () => {
  await using opened = await openWithPeople()
  const { world, people, ask } = opened
  const helpdesk = await world.signIn('helpdesk')
  expect((await ask(people[0]?.id ?? '', helpdesk)).status).toBe(403)
  expect((await ask('d290f1ee-6c54-4b01-90e6-d701748f0851')).status).toBe(404)
  expect(world.calls('GetCurrentUserData')).toEqual([])
})
