import { UpdateSecurityProfileCommand } from '@aws-sdk/client-connect'
import type { PermissionHolder } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { openConsole, type OpenConsole, type Person } from '../testing/open-console.ts'

async function permitElsewhere({ otherTool, instanceId }: OpenConsole, id: string, permissions: string[]) {
  await otherTool.send(
    new UpdateSecurityProfileCommand({ InstanceId: instanceId, SecurityProfileId: id, Permissions: permissions }),
  )
}

async function holdersOf({ base }: OpenConsole, person: Person, query: string) {
  const { status, body } = await person.get(`${base}/permissions/${query}`)
  expect(status).toBe(200)
  return { ...body, items: body.items as unknown as PermissionHolder[] }
}

/** Nobody’s own permission, and which two profiles grant it. */
const NAME = 'Custom.Holders'

async function openGranting() {
  const world = await openConsole({ spec: { users: 60, hierarchyGroups: 20 } })
  const auditor = await world.signIn('auditor')
  const { body } = await auditor.get(`${world.base}/users?pageSize=500&sort=username`)
  const granting = [
    ...new Set(body.items.flatMap(({ securityProfiles }) => securityProfiles.map(({ id }) => id))),
  ].slice(0, 2)
  for (const id of granting) await permitElsewhere(world, id, [NAME])
  const expected = body.items.flatMap(({ id, username, securityProfiles }) => {
    const via = securityProfiles.flatMap((profile) => (granting.includes(profile.id) ? [profile.id] : []))
    return via.length > 0 ? [{ userId: id, username, via }] : []
  })
  return { ...world, auditor, granting, people: body.items, expected }
}

test('holders are everybody with a profile that grants it, with these profiles', async () => {
  await using world = await openGranting()
  const { items, total, complete } = await holdersOf(world, world.auditor, `${NAME}/holders?pageSize=500`)
  expect(items).toEqual(world.expected)
  expect([total, complete]).toEqual([world.expected.length, true])
  const page = await holdersOf(world, world.auditor, `${NAME}/holders?pageSize=2&page=2`)
  expect(page.items).toEqual(world.expected.slice(2, 4))
  expect(page.total).toBe(world.expected.length)
  expect(await holdersOf(world, world.auditor, 'Nobody.Has/holders')).toMatchObject({ items: [], total: 0 })
})

test('the security profiles that grant a permission, for the asker’s count of people', async () => {
  await using world = await openGranting()
  const path = `${world.base}/security-profiles`
  const { body } = await world.auditor.get(`${path}?permission=${NAME}`)
  expect(body.items.map(({ id }) => id).toSorted()).toEqual(world.granting.toSorted())
  const { body: all } = await world.auditor.get(path)
  expect(body.items).toEqual(all.items.filter(({ id }) => world.granting.includes(id)))
  expect((await world.auditor.get(`${path}?permission=Nobody.Has`)).body).toMatchObject({ items: [], total: 0 })
  expect((await world.auditor.get(`${path}?permission=${'x'.repeat(129)}`)).status).toBe(400)
})

test('permissions are read once a profile, and again only of the one that was modified', async () => {
  await using world = await openGranting()
  const reads = () => world.calls('ListSecurityProfilePermissions').length
  await holdersOf(world, world.auditor, `${NAME}/holders`)
  const { body } = await world.auditor.get(`${world.base}/security-profiles`)
  expect(reads()).toBe(body.total)
  await holdersOf(world, world.auditor, `${NAME}/holders?fresh=true`)
  expect(reads()).toBe(body.total)
  const [gone = ''] = world.granting
  await permitElsewhere(world, gone, ['BasicAgentAccess'])
  const { items } = await holdersOf(world, world.auditor, `${NAME}/holders?fresh=true&pageSize=500`)
  expect(items.some(({ via }) => via.includes(gone))).toBe(false)
  expect(reads()).toBe(body.total + 1)
})

test('what was written through Patchbay is there at once', async () => {
  await using world = await openGranting()
  await holdersOf(world, world.auditor, `${NAME}/holders`)
  const administrator = await world.signIn('administrator')
  const [id = ''] = world.granting
  const { version, description, tags } = (await administrator.get(`${world.base}/security-profiles/${id}`)).body
  const permissions = ['BasicAgentAccess', 'Users.View']
  const body = { version, description, tags, permissions }
  expect((await administrator.put(`${world.base}/security-profiles/${id}`, body)).status).toBe(200)
  const { items } = await holdersOf(world, world.auditor, `${NAME}/holders?pageSize=500`)
  expect(items.some(({ via }) => via.includes(id))).toBe(false)
  expect((await holdersOf(world, world.auditor, `Users.View/holders`)).total).toBeGreaterThan(0)
})

test('who has a scope is told of the holders in it, and of no others', async () => {
  await using world = await openGranting()
  const group = world.people.find(({ id, hierarchyGroup }) => {
    return hierarchyGroup !== null && world.expected.some(({ userId }) => userId === id)
  })?.hierarchyGroup
  const place = `${world.instance.info.alias}:${group?.id}`
  const supervisor = await world.signIn('supervisor', { places: [place] })
  const own = world.people.filter(({ hierarchyGroup }) => hierarchyGroup?.path.some(({ id }) => id === group?.id))
  const expected = world.expected.filter(({ userId }) => own.some(({ id }) => id === userId))
  const { items, total } = await holdersOf(world, supervisor, `${NAME}/holders?pageSize=500`)
  expect(items).toEqual(expected)
  expect(total).toBe(expected.length)
  expect(expected.length).toBeLessThan(world.expected.length)
})

test('permissions that cannot be read are an error at first, and later the last known ones', async () => {
  await using world = await openGranting()
  world.emulator.setFault({ operation: 'ListSecurityProfilePermissions', error: 'AccessDeniedException', count: 50 })
  expect((await world.auditor.get(`${world.base}/permissions/${NAME}/holders`)).body.code).toBe('connect.access_denied')
})
