import { DeleteUserCommand, UpdateUserIdentityInfoCommand } from '@aws-sdk/client-connect'
import { expect, test } from 'vitest'
import type { Store } from '../../store/store.ts'
import { openTestStore } from '../../store/testing/open-test-store.ts'
import { openDoor, type OpenDoor } from '../testing/open-door.ts'
import { KEY_STAYS_MS, noteKeys, purgeSortKeys } from './left-sort-keys.ts'
import { findSortKeys, sortKeysOf } from './sort-keys.ts'
import { listPeople } from './testing/everybody.ts'

const NOON = new Date('2026-11-21T12:00:00Z')
const after = (milliseconds: number) => new Date(NOON.getTime() + milliseconds)

async function findTexts({ database }: Pick<Store, 'database'>): Promise<string[]> {
  const rows = await database.selectFrom('directory_sort_keys').select('text').execute()
  return rows.map(({ text }) => text)
}

async function rename({ otherTool, instanceId }: OpenDoor, id: string, lastName: string): Promise<void> {
  const IdentityInfo = { FirstName: 'Same', LastName: lastName }
  await otherTool.send(new UpdateUserIdentityInfoCommand({ InstanceId: instanceId, UserId: id, IdentityInfo }))
}

test('a name is forgotten an hour after the last one who had it was deleted or is called otherwise', async () => {
  let time = NOON
  await using world = await openDoor({ now: () => time })
  const { otherTool, instanceId, store } = world
  const { directory } = world.instance
  const read = () => listPeople(directory, { fresh: true })
  const [one, another, third] = (await listPeople(directory)).items
  for (const [person, name] of [
    [one, 'Shared'],
    [another, 'Shared'],
    [third, 'Former'],
  ] as const)
    await rename(world, person?.id ?? '', name)
  await read()
  await otherTool.send(new DeleteUserCommand({ InstanceId: instanceId, UserId: one?.id }))
  await rename(world, third?.id ?? '', 'Present')
  await read()
  time = after(KEY_STAYS_MS - 1)
  await read()
  expect(await findTexts(store)).toEqual(expect.arrayContaining(['Shared', 'Former', one?.username]))
  time = after(KEY_STAYS_MS)
  const { items } = await read()
  const names = items.flatMap(({ username, identity }) => [username, identity.firstName, identity.lastName])
  expect(new Set(await findTexts(store))).toEqual(new Set(names))
  expect(names).toEqual(expect.arrayContaining(['Shared', 'Present']))
  const leftToLookAt = await store.database.selectFrom('directory_left_sort_keys').selectAll().execute()
  expect(leftToLookAt).toEqual([])
})

test('a name that Patchbay deleted or changed is forgotten too', async () => {
  let time = NOON
  await using world = await openDoor({ now: () => time })
  const { otherTool, instanceId, store } = world
  const { directory } = world.instance
  const [deleted, renamed] = (await listPeople(directory)).items
  if (!deleted || !renamed) throw new Error('The instance has fewer than two people.')
  await otherTool.send(new DeleteUserCommand({ InstanceId: instanceId, UserId: deleted.id }))
  await directory.ownUsers.remove(deleted.id)
  await rename(world, renamed.id, 'Brandnew')
  await listPeople(directory, { fresh: true })
  time = after(KEY_STAYS_MS)
  const { items } = await listPeople(directory, { fresh: true })
  const names = items.flatMap(({ username, identity }) => [username, identity.firstName, identity.lastName])
  expect(new Set(await findTexts(store))).toEqual(new Set(names))
})

test('a key that was asked for stays for whoever writes with it, though nobody has it yet', async () => {
  await using store = await openTestStore()
  const { database } = store
  const keys = await sortKeysOf(database, ['Left'], NOON)
  await noteKeys(database, new Set(keys.values()), NOON)
  const later = after(KEY_STAYS_MS)
  expect(await sortKeysOf(database, ['Left'], later)).toEqual(keys)
  await purgeSortKeys(database, later)
  expect(await findTexts(store)).toEqual(['Left'])
  await purgeSortKeys(database, after(2 * KEY_STAYS_MS))
  expect(await findTexts(store)).toEqual([])
})

test('keys that are asked for while others are taken away are there afterwards', async () => {
  await using store = await openTestStore()
  const { database } = store
  const later = after(KEY_STAYS_MS)
  const texts = Array.from({ length: 600 }, (_unused, at) => `Name ${at}`)
  const keys = await sortKeysOf(database, texts, NOON)
  await noteKeys(database, new Set(keys.values()), NOON)
  const wanted = Array.from({ length: 20 }, (_unused, at) => texts.slice(at * 7, at * 7 + 3))
  const [given] = await Promise.all([
    Promise.all(wanted.map((some) => sortKeysOf(database, some, later))),
    purgeSortKeys(database, later),
  ])
  const all = new Map(given.flatMap((some) => [...some]))
  expect(all.size).toBe(60)
  expect(await findSortKeys(database, [...all.keys()])).toEqual(all)
})
