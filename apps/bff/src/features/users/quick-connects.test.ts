import { CreateQuickConnectCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import { openConsole, type OpenConsole } from '../testing/open-console.ts'
import { findSomeone } from '../testing/someone.ts'

async function leadTo(world: OpenConsole, UserId: string, Name: string, Description?: string): Promise<string> {
  const QuickConnectConfig = { QuickConnectType: 'USER' as const, UserConfig: { UserId, ContactFlowId: 'to-agent' } }
  const command = new CreateQuickConnectCommand({ InstanceId: world.instanceId, Name, Description, QuickConnectConfig })
  return (await world.otherTool.send(command)).QuickConnectId ?? ''
}

const searches = (world: OpenConsole) => world.calls().filter((call) => call.startsWith('SearchQuickConnects')).length

test('those that lead to the person, by name, of all pages', async () => {
  await using world = await openConsole({ spec: { users: 12, quickConnects: 150 } })
  const administrator = await world.signIn('administrator')
  const { id } = await findSomeone(world, administrator)
  const { body: before } = await administrator.get(`${world.base}/users/${id}/quick-connects`)
  const night = await leadTo(world, id, 'Aa night desk', 'After eight')
  const { status, body } = await administrator.get(`${world.base}/users/${id}/quick-connects`)
  expect(status).toBe(200)
  expect(body).toMatchObject({ total: before.total + 1, complete: true, asOf: expect.any(String) })
  expect(body.items[0]).toEqual({ id: night, name: 'Aa night desk', description: 'After eight' })
  expect(searches(world)).toBe(4)
})

test('none is an empty list, and a reading that fails is no list at all', async () => {
  await using world = await openConsole({ spec: { users: 12, quickConnects: 0 } })
  const administrator = await world.signIn('administrator')
  const { id } = await findSomeone(world, administrator)
  const path = `${world.base}/users/${id}/quick-connects`
  expect((await administrator.get(path)).body).toMatchObject({ items: [], total: 0 })
  world.emulator.setFault({ operation: 'SearchQuickConnects', error: 'AccessDeniedException' })
  const { status, body } = await administrator.get(path)
  expect([status, body.code, body.items]).toEqual([502, 'connect.access_denied', undefined])
})

test('they stay when the person is deleted (USR-19), and nobody is asked about who is not there', async () => {
  await using world = await openConsole({ spec: { users: 12 } })
  const administrator = await world.signIn('administrator')
  const { id } = await findSomeone(world, administrator)
  await leadTo(world, id, 'Desk')
  const { version } = (await administrator.get(`${world.base}/users/${id}`)).body
  expect((await administrator.delete(`${world.base}/users/${id}`, { version })).status).toBe(200)
  const before = searches(world)
  const { status, body } = await administrator.get(`${world.base}/users/${id}/quick-connects`)
  expect([status, body.code, searches(world)]).toEqual([404, 'NOT_FOUND', before])
})
