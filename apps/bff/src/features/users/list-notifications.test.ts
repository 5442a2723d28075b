import { userNotifications } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { openConsole } from '../testing/open-console.ts'
import { findSomeone } from '../testing/someone.ts'
import { tellEveryone } from '../testing/tell-everyone.ts'

test('what somebody is told comes with all its texts, newest first, unread until they read it', async () => {
  let now = Date.UTC(2026, 4, 1)
  await using world = await openConsole({ spec: { users: 20 }, service: { now: () => now } })
  const administrator = await world.signIn('administrator')
  const { id } = await findSomeone(world, administrator)
  await tellEveryone(world, { de_DE: 'Pause', en_US: 'Break' })
  now += 60_000
  await tellEveryone(world, { ja_JP: '休憩' }, { ExpiresAt: new Date(Date.UTC(2026, 6, 1)), Priority: 'HIGH' })
  const { status, body } = await administrator.get(`${world.base}/users/${id}/notifications`)
  expect(status).toBe(200)
  expect(userNotifications.parse(body).items).toMatchObject([
    {
      texts: { ja_JP: '休憩' },
      status: 'UNREAD',
      priority: 'HIGH',
      createdAt: '2026-05-01T00:01:00.000Z',
      expiresAt: '2026-07-01T00:00:00.000Z',
    },
    { texts: { de_DE: 'Pause', en_US: 'Break' }, priority: 'LOW', expiresAt: '2026-05-08T00:00:00.000Z' },
  ])
})

test('it is read to the last page', async () => {
  // Every fourth is for everybody: these are more than the thousand that fit a page.
  await using world = await openConsole({ spec: { users: 2, notifications: 4_100 } })
  const administrator = await world.signIn('administrator')
  const { id } = await findSomeone(world, administrator, () => true)
  const { items } = userNotifications.parse((await administrator.get(`${world.base}/users/${id}/notifications`)).body)
  expect(new Set(items.map((one) => one.id)).size).toBe(items.length)
  expect(items.length).toBeGreaterThan(1_024)
  expect(world.calls('ListUserNotifications').length).toBe(Math.ceil(items.length / 1000))
  const times = items.map(({ createdAt }) => Date.parse(createdAt ?? ''))
  expect(times).toEqual(times.toSorted((a, b) => b - a))
})

test('a read that fails is an error, on its second page too, and never somebody who is told nothing', async () => {
  await using world = await openConsole({ spec: { users: 2, notifications: 4_100 } })
  const administrator = await world.signIn('administrator')
  const { id } = await findSomeone(world, administrator, () => true)
  const read = async () => (await administrator.get(`${world.base}/users/${id}/notifications`)).body
  const { instanceId, emulator } = world
  const operation = 'ListUserNotifications'
  for (const error of ['InternalServiceException', 'half-body', 'garbage']) {
    emulator.setFault({ operation, error, instanceId })
    expect([error, (await read()).code]).toEqual([error, 'connect.unavailable'])
    emulator.clearFaults()
  }
  emulator.setFault({ operation, error: 'AccessDeniedException', rate: 0.5, instanceId })
  world.hitNext([false, true])
  const before = world.calls(operation).length
  expect((await read()).code).toBe('connect.access_denied')
  expect(world.calls(operation).slice(before)).toEqual([`${operation} 200`, `${operation} 403`])
})
