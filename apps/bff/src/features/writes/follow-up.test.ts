import { expect, test } from 'vitest'
import { openConsole } from '../testing/open-console.ts'
import { newcomerLike } from '../testing/newcomer.ts'
import { findSomeone } from '../testing/someone.ts'

/** A clock that the test moves; the follow-up looks by it. */
async function openMoved(options: Parameters<typeof openConsole>[0] = {}) {
  let now = Date.now()
  const world = await openConsole({ ...options, now: () => new Date(now) })
  const administrator = await world.signIn('administrator')
  return {
    world,
    administrator,
    someone: await findSomeone(world, administrator),
    pass: (milliseconds: number) => void (now += milliseconds),
    ends: () => world.changes().then((all) => all.map(({ status, target }) => [status, target?.id ?? null])),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

/** Done, and nobody is told: the answer is broken, and no look for the name is answered. */
function loseCreates({ world }: Awaited<ReturnType<typeof openMoved>>, looks: readonly string[]): void {
  for (const operation of ['CreateUser', 'CreateSecurityProfile'])
    world.emulator.setFault({ operation, error: 'garbage', count: 1 })
  for (const operation of looks) world.emulator.setFault({ operation, error: 'InternalServiceException' })
}

test('a person whose create was lost is found by their name, and confirmed with their id', async () => {
  await using opened = await openMoved()
  const { world, administrator, someone, pass, ends } = opened
  loseCreates(opened, ['SearchUsers', 'ListUsers'])
  const { status, body } = await administrator.post(`${world.base}/users`, newcomerLike(someone))
  expect([status, body.data.changes?.map((change) => change.status)]).toEqual([502, ['pending']])
  expect(await ends()).toEqual([['pending', null]])
  world.emulator.clearFaults()
  // The search lags: the whole list is read before this is judged.
  pass(125_000)
  await expect.poll(ends).toEqual([['confirmed', expect.stringMatching(/^[0-9a-f-]{36}$/)]])
  const id = (await world.changes())[0]?.target?.id
  expect((await administrator.get(`${world.base}/users/${id}`)).body.username).toBe('zoe.new')
})

test('a security profile whose create was lost is found by its name, too', async () => {
  await using opened = await openMoved()
  const { world, administrator, pass, ends } = opened
  loseCreates(opened, ['ListSecurityProfiles', 'SearchSecurityProfiles'])
  const profile = { name: 'Night shift', description: '', permissions: ['Users.View'], tags: {} }
  expect((await administrator.post(`${world.base}/security-profiles`, profile)).status).toBe(502)
  world.emulator.clearFaults()
  pass(6_000)
  await expect.poll(ends).toEqual([['confirmed', expect.stringMatching(/^[0-9a-f-]{36}$/)]])
})

test('a person who was never made ends as failed after two minutes', async () => {
  await using opened = await openMoved()
  const { world, administrator, someone, pass, ends } = opened
  for (const operation of ['CreateUser', 'SearchUsers', 'ListUsers'])
    world.emulator.setFault({ operation, error: 'InternalServiceException' })
  expect((await administrator.post(`${world.base}/users`, newcomerLike(someone))).status).toBe(502)
  world.emulator.clearFaults()
  pass(125_000)
  await expect.poll(ends).toEqual([['failed', null]])
})

test('what waited in our own line for too long is not sent any more', async () => {
  const quotas = { UpdateUserPhoneConfig: { ratePerSecond: 1, burst: 1 } }
  await using opened = await openMoved({ pace: 'aws', quotas })
  const { world, administrator, someone, pass } = opened
  const path = `${world.base}/users/${someone.id}/phone`
  const phone = { ...someone.phone, afterContactWorkSeconds: 1_111 }
  const { body: first } = await administrator.put(path, { ...phone, version: someone.version })
  const waiting = administrator.put(path, { ...phone, afterContactWorkSeconds: 2_222, version: first.version })
  await expect.poll(async () => (await world.changes()).length, { interval: 5 }).toBe(2)
  pass(301_000)
  const { status, body } = await waiting
  expect([status, body.code]).toEqual([503, 'connect.throttled'])
  expect(body.message).toContain('Nothing was changed')
  expect(world.calls('UpdateUserPhoneConfig')).toEqual(['UpdateUserPhoneConfig 200'])
  expect((await world.changes())[1]).toMatchObject({ status: 'failed', outcome: 'refused', connectRequestIds: [] })
})

test('what waited in line has its two minutes from when Connect answered', async () => {
  const quotas = { UpdateUserPhoneConfig: { ratePerSecond: 1, burst: 1 } }
  await using opened = await openMoved({ pace: 'aws', quotas })
  const { world, administrator, someone, pass } = opened
  const path = `${world.base}/users/${someone.id}/phone`
  const phone = { ...someone.phone, afterContactWorkSeconds: 1_111 }
  const { body: first } = await administrator.put(path, { ...phone, version: someone.version })
  world.emulator.setFault({ operation: 'UpdateUserPhoneConfig', error: 'InternalServiceException' })
  const waiting = administrator.put(path, { ...phone, afterContactWorkSeconds: 2_222, version: first.version })
  await expect.poll(async () => (await world.changes()).length, { interval: 5 }).toBe(2)
  pass(200_000)
  expect((await waiting).body.data.changes?.map((change) => change.status)).toEqual(['pending'])
  const looks = world.calls('DescribeUser').length
  pass(6_000)
  await expect.poll(() => world.calls('DescribeUser').length).toBeGreaterThan(looks)
  expect((await world.changes())[1]?.status).toBe('pending')
  pass(120_000)
  await expect.poll(async () => (await world.changes())[1]?.status).toBe('failed')
})
