import {
  DismissUserContactCommand,
  GetCurrentUserDataCommand,
  ListAgentStatusesCommand,
  PutUserStatusCommand,
  type ContactState,
} from '@aws-sdk/client-connect'
import type { LiveStatus } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { openConsole, type Person } from '../testing/open-console.ts'

/** Somebody signed in, with one contact in this state. */
async function openWithContact(state: ContactState = 'MISSED') {
  const world = await openConsole({ spec: { users: 40 } })
  const { instanceId, otherTool, emulator } = world
  const administrator = await world.signIn('administrator')
  await administrator.get(`${world.base}/users`)
  const { UserDataList = [] } = await otherTool.send(
    new GetCurrentUserDataCommand({ InstanceId: instanceId, Filters: {}, MaxResults: 100 }),
  )
  const id = UserDataList.find(({ Contacts = [] }) => Contacts.length === 0)?.User?.Id ?? ''
  const contactId = emulator.putContact({ instanceId, userId: id, state, channel: 'CHAT' })
  const path = `${world.base}/users/${id}`
  const read = async () => (await administrator.get(`${path}/status`)).body as unknown as LiveStatus
  return {
    world,
    administrator,
    id,
    contactId,
    path,
    read,
    dismiss: async ({ as = administrator, ...body }: { as?: Person; contactId?: string; version?: string } = {}) =>
      as.post(`${path}/contact`, { contactId, version: (await read()).version, ...body }),
    putElsewhere: async (name: string) => {
      const { AgentStatusSummaryList = [] } = await otherTool.send(
        new ListAgentStatusesCommand({ InstanceId: instanceId }),
      )
      const AgentStatusId = AgentStatusSummaryList.find((one) => one.Name === name)?.Id
      await otherTool.send(new PutUserStatusCommand({ InstanceId: instanceId, UserId: id, AgentStatusId }))
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

const contactsIn = ({ body }: { readonly body: unknown }) => (body as LiveStatus).status?.contacts

test.each(['MISSED', 'ERROR', 'ENDED', 'REJECTED'] as const)(
  'one that is %s goes, and the trail says what it was',
  async (state) => {
    await using opened = await openWithContact(state)
    const { world, id, contactId, dismiss, read } = opened
    expect((await read()).status?.contacts).toMatchObject([{ id: contactId, channel: 'CHAT', state }])
    const answer = await dismiss()
    expect([answer.status, contactsIn(answer), answer.body.changes.map((change) => change.status)]).toEqual([
      200,
      [],
      ['confirmed'],
    ])
    expect((await read()).status?.contacts).toEqual([])
    expect((await world.changes()).at(-1)).toMatchObject({
      action: 'users.dismissContact',
      operation: 'DismissUserContact',
      target: { kind: 'user', id },
      fields: [{ field: 'contacts', key: contactId, before: state, after: null }],
      status: 'confirmed',
    })
  },
)

test.each(['CONNECTED', 'INCOMING', 'CONNECTED_ONHOLD'] as const)('one that is %s is left alone', async (state) => {
  await using opened = await openWithContact(state)
  const { world, dismiss } = opened
  const { status, body } = await dismiss()
  expect([status, body.code, body.data.fields?.map(({ field }) => field)]).toEqual([
    422,
    'connect.refused',
    ['contactId'],
  ])
  expect(world.calls('DismissUserContact')).toEqual([])
  expect(await world.changes()).toEqual([])
})

test('the status that waits for its end takes its turn (OTH-03)', async () => {
  await using opened = await openWithContact('ENDED')
  const { dismiss, putElsewhere } = opened
  await putElsewhere('Lunch')
  expect((await dismiss()).body).toMatchObject({ status: { name: 'Lunch', next: null, contacts: [] } })
})

test('one that is gone already is as it was asked for: nothing is sent, and nothing written down', async () => {
  await using opened = await openWithContact()
  const { world, id, contactId, dismiss } = opened
  await world.otherTool.send(
    new DismissUserContactCommand({ InstanceId: world.instanceId, UserId: id, ContactId: contactId }),
  )
  const answer = await dismiss()
  expect([answer.status, answer.body.changes, contactsIn(answer)]).toEqual([200, [], []])
  expect(await world.changes()).toEqual([])
})

test('whose status moved in the meantime is left alone: what follows is another thing', async () => {
  await using opened = await openWithContact()
  const { world, dismiss, read, putElsewhere } = opened
  const { version } = await read()
  await putElsewhere('Training')
  const { status, body } = await dismiss({ version })
  expect([status, body.code]).toEqual([409, 'CONFLICT'])
  expect(body.data.current).toMatchObject({ status: { next: 'Training' } })
  expect(world.calls('DismissUserContact')).toEqual([])
})

test('an answer that was lost is not sent again where the contact is gone', async () => {
  await using opened = await openWithContact()
  const { world, dismiss } = opened
  const { instanceId } = world
  world.emulator.setFault({ operation: 'DismissUserContact', error: 'half-body', count: 1, instanceId })
  const { status, body } = await dismiss()
  expect([status, body.changes.map((change) => change.status)]).toEqual([200, ['confirmed']])
  expect(world.calls('DismissUserContact')).toHaveLength(1)
})

test('what Amazon Connect refuses is said, and the change has failed', async () => {
  await using opened = await openWithContact()
  const { world, dismiss } = opened
  const { instanceId } = world
  world.emulator.setFault({ operation: 'DismissUserContact', error: 'InvalidRequestException', instanceId })
  const { status, body } = await dismiss()
  expect([status, body.code]).toEqual([422, 'connect.refused'])
  expect((await world.changes()).map((change) => change.status)).toEqual(['failed'])
})

test('who may not, is told so, and nothing is asked of Amazon Connect', async () => {
  await using opened = await openWithContact()
  const { world, dismiss } = opened
  for (const role of ['helpdesk', 'auditor'] as const) {
    expect((await dismiss({ as: await world.signIn(role) })).status).toBe(403)
  }
  expect(world.calls('DismissUserContact')).toEqual([])
})
