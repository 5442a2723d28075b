import { expect, test } from 'vitest'
import { listPeople, somebody } from './directory/testing/everybody.ts'
import { describeUser } from './users/describe-user.ts'
import { openDoor } from './testing/open-door.ts'

test('30 quick calls under AWS’s throttles: none is throttled, all are answered', async () => {
  await using world = await openDoor({ pace: 'aws' })
  const { id } = await somebody(world.instance.directory)
  world.emulator.setThrottles('aws')

  const answers = await Promise.all(Array.from({ length: 30 }, () => describeUser(world.instance, id, {})))

  expect(answers.map((user) => user.id)).toEqual(Array(30).fill(id))
  expect(world.calls('DescribeUser')).toEqual(Array(30).fill('DescribeUser 200'))
})

test('one operation does not wait for another', async () => {
  await using world = await openDoor({ pace: 'aws' })
  world.emulator.setThrottles('aws')
  const { directory } = world.instance
  await Promise.all([
    listPeople(directory),
    directory.readSecurityProfiles({ scope: 'all' }),
    directory.readHierarchy({ scope: 'all' }),
    directory.readRoutingProfiles({}),
  ])
  expect(world.calls().filter((call) => !call.endsWith(' 200'))).toEqual([])
})

test('who leaves the line sends nothing', async () => {
  await using world = await openDoor({ pace: 'aws' })
  const { id } = await somebody(world.instance.directory)
  const leaving = new AbortController()
  const all = Promise.allSettled(
    Array.from({ length: 10 }, () => describeUser(world.instance, id, { signal: leaving.signal })),
  )
  await expect.poll(() => world.calls('DescribeUser').length).toBe(4)
  leaving.abort(new Error('gone'))
  const rejected = (await all).filter(({ status }) => status === 'rejected')
  expect(rejected.length).toBeGreaterThanOrEqual(6)
  await describeUser(world.instance, id, {})
  expect(world.calls('DescribeUser').length).toBe(5)
})

test('a closed door refuses who waits and who comes', async () => {
  await using world = await openDoor({ pace: 'aws' })
  const { id } = await somebody(world.instance.directory)
  const waiting = Promise.allSettled(Array.from({ length: 6 }, () => describeUser(world.instance, id, {})))
  void world.door.close()
  expect((await waiting).at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'connect.unavailable' } })
  await expect(describeUser(world.instance, id, {})).rejects.toMatchObject({ code: 'connect.unavailable' })
})
