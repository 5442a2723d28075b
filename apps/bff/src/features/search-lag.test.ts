import { UpdateSecurityProfileCommand, UpdateUserPhoneConfigCommand } from '@aws-sdk/client-connect'
import type { SecurityProfile } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { newcomerLike } from './testing/newcomer.ts'
import { openConsole } from './testing/open-console.ts'
import { findSomeone } from './testing/someone.ts'

/** Connect and Patchbay by one clock, which the test moves. */
async function openLagging() {
  let time = Date.now()
  const world = await openConsole({ now: () => new Date(time), service: { now: () => time } })
  const administrator = await world.signIn('administrator')
  const someone = await findSomeone(world, administrator)
  world.emulator.setSearchLag(600)
  return {
    world,
    administrator,
    someone,
    path: `${world.base}/users/${someone.id}`,
    pass: (seconds: number) => void (time += seconds * 1_000),
    row: async (id = someone.id) => {
      const { body } = await administrator.get(`${world.base}/users?fresh=true&pageSize=500`)
      return { total: body.total, row: body.items.find((one) => one.id === id) }
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

test('a save stays in the list and is pending until the search agrees, however long that takes', async () => {
  await using opened = await openLagging()
  const { world, administrator, someone, path, pass, row } = opened
  const phone = { ...someone.phone, afterContactWorkSeconds: 4_321 }
  await administrator.put(`${path}/phone`, { ...phone, version: someone.version })
  for (const seconds of [0, 60, 90, 240]) {
    pass(seconds)
    expect(await row()).toMatchObject({ total: 12, row: { phone, pending: true, changedAt: null } })
  }
  // Beyond two minutes it is described, once a reading: that does not lag.
  const described = world.calls('DescribeUser').length
  await row()
  expect(world.calls('DescribeUser')).toHaveLength(described + 1)
  world.emulator.setSearchLag(0)
  expect(await row()).toMatchObject({ total: 12, row: { phone, pending: false, changedAt: null } })
  await row()
  expect(world.calls('DescribeUser')).toHaveLength(described + 1)
})

test('what another tool made of it meanwhile is shown as changed, though the search tells neither yet', async () => {
  await using opened = await openLagging()
  const { world, administrator, someone, path, pass, row } = opened
  const phone = { ...someone.phone, afterContactWorkSeconds: 4_321 }
  await administrator.put(`${path}/phone`, { ...phone, version: someone.version })
  await world.otherTool.send(
    new UpdateUserPhoneConfigCommand({
      InstanceId: world.instanceId,
      UserId: someone.id,
      PhoneConfig: { PhoneType: 'SOFT_PHONE', AutoAccept: phone.autoAccept, AfterContactWorkTimeLimit: 99 },
    }),
  )
  pass(150)
  const theirs = { afterContactWorkSeconds: 99 }
  expect((await row()).row).toMatchObject({ phone: theirs, pending: true, changedAt: expect.any(String) })
  world.emulator.setSearchLag(0)
  expect((await row()).row).toMatchObject({ phone: theirs, pending: false, changedAt: expect.any(String) })
})

test('who was created stays in the list, and who was deleted stays away, while the search tells otherwise', async () => {
  await using opened = await openLagging()
  const { world, administrator, someone, path, pass, row } = opened
  const { body: created } = await administrator.post(`${world.base}/users`, newcomerLike(someone))
  await administrator.delete(path, { version: someone.version })
  for (const seconds of [0, 150, 240]) {
    pass(seconds)
    expect(await row(created.id)).toMatchObject({ total: 12, row: { username: 'zoe.new', pending: true } })
    expect((await row()).row).toBeUndefined()
  }
  world.emulator.setSearchLag(0)
  expect(await row(created.id)).toMatchObject({ total: 12, row: { username: 'zoe.new', pending: false } })
  expect((await row()).row).toBeUndefined()
})

test('a describe that lags, too, is waited for after a create, and the create is made once', async () => {
  await using opened = await openLagging()
  const { world, administrator, someone, pass, row } = opened
  world.emulator.setSearchLag(600, { describeAfterCreate: true })
  const { status, body } = await administrator.post(`${world.base}/users`, newcomerLike(someone))
  expect([status, body.code]).toEqual([502, 'change.partly_done'])
  expect(body.message).toMatch(/^The user was created\. .*reload to see how it now stands\.$/)
  expect(body.data.changes?.map((change) => change.status)).toEqual(['pending'])
  world.emulator.setSearchLag(0)
  pass(10)
  await expect.poll(async () => (await world.changes()).map((change) => change.status)).toEqual(['confirmed'])
  expect(world.writes()).toEqual(['CreateUser'])
  expect((await row()).total).toBe(13)
})

test('a security profile keeps what was saved in the list while the search tells otherwise, and what another tool made of it since', async () => {
  await using opened = await openLagging()
  const { world, administrator, pass } = opened
  const path = `${world.base}/security-profiles`
  const { body: listed } = await administrator.get(path)
  const profiles = listed.items as unknown as SecurityProfile[]
  const { id, name } = profiles.find((one) => one.name !== 'Admin') as SecurityProfile
  const { body: profile } = await administrator.get(`${path}/${id}`)
  const row = async (fresh = true) => {
    const { body } = await administrator.get(`${path}?fresh=${fresh}`)
    return body.items.find((one) => one.id === id)
  }
  expect(await row()).toMatchObject({ pending: false })
  const described = () => world.calls('DescribeSecurityProfile').length
  const { version, permissions, tags } = profile
  const wanted = { version, description: 'As saved', permissions, tags }
  const saved = await administrator.put(`${path}/${id}`, wanted)
  expect(saved.status).toBe(200)
  expect(await row(false)).toMatchObject({ description: 'As saved', pending: true })
  for (const seconds of [0, 60, 90, 240]) {
    pass(seconds)
    expect(await row()).toMatchObject({ name, description: 'As saved', pending: true })
  }
  // Not described, it stays as it was saved.
  world.emulator.setFault({ operation: 'DescribeSecurityProfile', error: 'InternalServiceException' })
  expect(await row()).toMatchObject({ description: 'As saved' })
  world.emulator.clearFaults()
  await world.otherTool.send(
    new UpdateSecurityProfileCommand({
      InstanceId: world.instanceId,
      SecurityProfileId: id,
      Description: 'By another tool',
    }),
  )
  expect(await row()).toMatchObject({ description: 'By another tool', pending: true })
  world.emulator.setSearchLag(0)
  expect(await row()).toMatchObject({ description: 'By another tool', pending: false })
  const before = described()
  expect(await row()).toMatchObject({ description: 'By another tool' })
  expect(described()).toBe(before)
})

test('a security profile is no longer pending as soon as the search agrees', async () => {
  await using opened = await openLagging()
  const { world, administrator } = opened
  const path = `${world.base}/security-profiles`
  const { body: created } = await administrator.post(path, {
    name: 'New',
    description: 'At night',
    permissions: ['BasicAgentAccess'],
    tags: {},
  })
  const isPending = async () => {
    const { body } = await administrator.get(`${path}?fresh=true`)
    return body.items.find(({ id }) => id === created.id)?.pending
  }
  expect(await isPending()).toBe(true)
  world.emulator.setSearchLag(0)
  expect(await isPending()).toBe(false)
})
