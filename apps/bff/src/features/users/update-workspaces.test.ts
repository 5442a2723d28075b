import {
  AssociateWorkspaceCommand,
  CreateWorkspaceCommand,
  DescribeUserCommand,
  UpdateWorkspaceVisibilityCommand,
} from '@aws-sdk/client-connect'
import { assignableWorkspaceList, userWorkspaces } from '@patchbay/contract'
import { expect, test, vi } from 'vitest'
import { openConsole } from '../testing/open-console.ts'
import { findSomeone } from '../testing/someone.ts'

/** Somebody, and three workspaces that nobody was given. */
async function openWithWorkspaces() {
  const world = await openConsole({ spec: { users: 20, workspaces: 0 } })
  const { otherTool, instanceId: InstanceId } = world
  const [a = '', b = '', c = ''] = await Promise.all(
    ['Claims desk', 'Night shift', 'Training room'].map(
      async (Name) => (await otherTool.send(new CreateWorkspaceCommand({ InstanceId, Name }))).WorkspaceId,
    ),
  )
  const administrator = await world.signIn('administrator')
  const { id } = await findSomeone(world, administrator)
  const { User } = await otherTool.send(new DescribeUserCommand({ InstanceId, UserId: id }))
  const path = `${world.base}/users/${id}/workspaces`
  const read = async () => userWorkspaces.parse((await administrator.get(path)).body)
  const ownOf = (body: unknown) =>
    userWorkspaces.parse(body).items.flatMap((one) => (one.through.includes('person') ? one.id : []))
  return {
    world,
    administrator,
    id,
    ids: { a, b, c },
    path,
    read,
    ownOf,
    own: async () => ownOf(await read()),
    write: async (workspaceIds: readonly string[], version?: string) =>
      administrator.put(path, { workspaceIds, version: version ?? (await read()).version }),
    assignElsewhere: (WorkspaceId: string) =>
      otherTool.send(new AssociateWorkspaceCommand({ InstanceId, WorkspaceId, ResourceArns: [User?.Arn ?? ''] })),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

test('workspaces are given and taken, each by a call and a change of its own with its name', async () => {
  await using opened = await openWithWorkspaces()
  const { world, id, ids, write, own, ownOf, assignElsewhere } = opened
  await assignElsewhere(ids.c)
  const { status, body } = await write([ids.a, ids.b])
  expect([status, body.changes.map((change) => change.status)]).toEqual([200, ['confirmed', 'confirmed', 'confirmed']])
  expect(new Set(ownOf(body))).toEqual(new Set([ids.a, ids.b]))
  expect(new Set(await own())).toEqual(new Set([ids.a, ids.b]))
  expect(world.writes().slice(-3)).toEqual(['AssociateWorkspace', 'AssociateWorkspace', 'DisassociateWorkspace'])
  expect((await world.changes()).at(-1)).toMatchObject({
    action: 'users.updateWorkspaces',
    operation: 'DisassociateWorkspace',
    target: { kind: 'user', id },
    fields: [{ field: 'workspaces', key: ids.c, before: ids.c, after: null }],
    names: { [ids.c]: 'Training room' },
  })
})

test('what stands already is not sent again', async () => {
  await using opened = await openWithWorkspaces()
  const { world, ids, write, assignElsewhere } = opened
  await assignElsewhere(ids.a)
  expect((await write([ids.a])).body.changes).toEqual([])
  expect(world.calls('AssociateWorkspace')).toHaveLength(1)
})

test('who was given another meanwhile is left alone, and what they have now is told', async () => {
  await using opened = await openWithWorkspaces()
  const { ids, read, write, ownOf, own, assignElsewhere } = opened
  const { version } = await read()
  await assignElsewhere(ids.b)
  const { status, body } = await write([ids.a], version)
  expect([status, body.code, ownOf(body.data.current)]).toEqual([409, 'CONFLICT', [ids.b]])
  expect(await own()).toEqual([ids.b])
})

test('a workspace that is not there is refused at the field, and nothing is sent', async () => {
  await using opened = await openWithWorkspaces()
  const { world, ids, write } = opened
  const { status, body } = await write([ids.a, 'd290f1ee-6c54-4b01-90e6-d701748f0851'])
  expect([status, body.data.fields?.map(({ field }) => field)]).toEqual([422, ['workspaceIds']])
  expect(world.calls('AssociateWorkspace')).toEqual([])
  expect(await world.changes()).toEqual([])
})

test('the first that fails ends it: what was done, and what not, is said by name', async () => {
  await using opened = await openWithWorkspaces()
  const { world, ids, write, own, assignElsewhere } = opened
  await assignElsewhere(ids.c)
  const { instanceId } = world
  world.emulator.setFault({ operation: 'DisassociateWorkspace', error: 'AccessDeniedException', instanceId })
  const { body } = await write([ids.a])
  expect(body).toMatchObject({
    code: 'change.partly_done',
    data: {
      done: ['The workspace “Claims desk” was assigned.'],
      notDone: ['The workspace “Training room” was not taken away.'],
    },
  })
  expect(new Set(await own())).toEqual(new Set([ids.a, ids.c]))
})

test('an answer that was lost is not sent again where the workspace is assigned', async () => {
  await using opened = await openWithWorkspaces()
  const { world, ids, write } = opened
  const { instanceId } = world
  world.emulator.setFault({ operation: 'AssociateWorkspace', error: 'half-body', count: 1, instanceId })
  const { status, body } = await write([ids.a])
  expect([status, body.changes.map((change) => change.status)]).toEqual([200, ['confirmed']])
  expect(world.calls('AssociateWorkspace')).toHaveLength(1)
})

test('while the search does not know it yet it stays pending, and is confirmed as soon as it does (CONS-01)', async () => {
  await using opened = await openWithWorkspaces()
  const { world, ids, write } = opened
  world.emulator.setSearchLag(3_600)
  expect((await write([ids.a])).body.changes.map((change) => change.status)).toEqual(['pending'])
  world.emulator.setSearchLag(0)
  await vi.waitFor(async () => expect((await world.changes()).map((change) => change.status)).toEqual(['confirmed']), {
    timeout: 20_000,
    interval: 200,
  })
})

test('all workspaces can be chosen from, with who sees them as they are', async () => {
  await using opened = await openWithWorkspaces()
  const { world, administrator, ids } = opened
  await world.otherTool.send(
    new UpdateWorkspaceVisibilityCommand({
      InstanceId: world.instanceId,
      WorkspaceId: ids.b,
      Visibility: 'NONE',
    }),
  )
  const { items } = assignableWorkspaceList.parse((await administrator.get(`${world.base}/assignable-workspaces`)).body)
  expect(items.find(({ id }) => id === ids.b)).toEqual({ id: ids.b, name: 'Night shift', visibility: 'NONE' })
  expect(items).toHaveLength(3)
  expect((await (await world.signIn('helpdesk')).get(`${world.base}/assignable-workspaces`)).status).toBe(403)
})
