import { AssociateUserProficienciesCommand, ListUserProficienciesCommand } from '@aws-sdk/client-connect'
import type { Proficiency } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { openConsole } from '../testing/open-console.ts'
import { findSomeone } from '../testing/someone.ts'

const skill = (attributeValue: string, level: number): Proficiency => ({
  attributeName: 'Skill',
  attributeValue,
  level,
})
const language = (attributeValue: string, level: number): Proficiency => ({
  attributeName: 'connect:Language',
  attributeValue,
  level,
})

type Read = { version: string; proficiencies: Proficiency[] }

/** Someone with two proficiencies, which another tool gave them. */
async function openWithSomeone() {
  const world = await openConsole()
  const administrator = await world.signIn('administrator')
  const { id } = await findSomeone(world, administrator)
  const path = `${world.base}/users/${id}/proficiencies`
  const read = async () => (await administrator.get(path)).body as unknown as Read
  const { version } = await read()
  const first = [skill('Complaints', 2), skill('Fraud', 4)]
  await administrator.put(path, { proficiencies: first, version })
  const held = async () => {
    const { UserProficiencyList = [] } = await world.otherTool.send(
      new ListUserProficienciesCommand({ InstanceId: world.instanceId, UserId: id }),
    )
    return UserProficiencyList.map(({ AttributeValue, Level }) => `${AttributeValue} ${Level}`).toSorted()
  }
  return { world, administrator, id, path, read, held, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

test('only what differs is added, changed and removed, and each write stands in the trail', async () => {
  await using opened = await openWithSomeone()
  const { world, administrator, path, read, held } = opened
  expect(await held()).toEqual(['Complaints 2', 'Fraud 4'])
  const [before, earlier] = [world.writes().length, (await world.changes()).length]
  const { version } = await read()
  const proficiencies = [skill('Complaints', 5), language('French', 1)]
  const { status, body } = await administrator.put(path, { proficiencies, version, reason: 'INC-1' })
  expect([status, body.changes.map((change) => change.status)]).toEqual([200, Array(3).fill('confirmed')])
  expect(world.writes().slice(before)).toEqual([
    'UpdateUserProficiencies',
    'AssociateUserProficiencies',
    'DisassociateUserProficiencies',
  ])
  expect(await held()).toEqual(['Complaints 5', 'French 1'])
  expect((await world.changes()).slice(earlier).map(({ action, fields }) => [action, ...fields])).toEqual([
    ['users.updateProficiencies', { field: 'proficiencies', key: 'Skill: Complaints', before: 2, after: 5 }],
    ['users.updateProficiencies', { field: 'proficiencies', key: 'connect:Language: French', before: null, after: 1 }],
    ['users.updateProficiencies', { field: 'proficiencies', key: 'Skill: Fraud', before: 4, after: null }],
  ])
  const again = await administrator.put(path, { proficiencies: proficiencies.toReversed(), version: body.version })
  expect([again.status, again.body.changes]).toEqual([200, []])
})

test('what another tool gave in the meantime is a conflict, and nothing is sent', async () => {
  await using opened = await openWithSomeone()
  const { world, administrator, id, path, read } = opened
  const { version } = await read()
  const UserProficiencies = [{ AttributeName: 'Product', AttributeValue: 'Cards', Level: 1 }]
  await world.otherTool.send(
    new AssociateUserProficienciesCommand({ InstanceId: world.instanceId, UserId: id, UserProficiencies }),
  )
  const writes = world.writes().length
  const { status, body } = await administrator.put(path, { proficiencies: [], version })
  expect([status, body.code, (body.data.current as Read).proficiencies.length]).toEqual([409, 'CONFLICT', 3])
  expect(world.writes()).toHaveLength(writes)
})

test('ten are replaced by others without ever being more', async () => {
  await using opened = await openWithSomeone()
  const { administrator, path, read, held } = opened
  const ten = [
    'Arabic',
    'English',
    'French',
    'German',
    'Hindi',
    'Japanese',
    'Polish',
    'Spanish',
    'Turkish',
    'Українська',
  ]
  const all = ten.map((name) => language(name, 3))
  expect((await administrator.put(path, { proficiencies: all, ...(await version(read)) })).status).toBe(200)
  const others = [...all.slice(3), skill('Technical', 1), skill('Fraud', 1), skill('Complaints', 1)]
  expect((await administrator.put(path, { proficiencies: others, ...(await version(read)) })).status).toBe(200)
  expect(await held()).toHaveLength(10)
})

test('what Connect does not know is refused at its field', async () => {
  await using opened = await openWithSomeone()
  const { administrator, path, read, held } = opened
  const unknown = { attributeName: 'Nothing', attributeValue: 'x', level: 1 }
  const proficiencies = [skill('Complaints', 2), skill('Fraud', 4), unknown]
  const { status, body } = await administrator.put(path, { proficiencies, ...(await version(read)) })
  expect([status, body.code]).toEqual([422, 'connect.refused'])
  expect(body.data.fields?.map(({ field }) => field)).toEqual(['proficiencies'])
  expect(await held()).toEqual(['Complaints 2', 'Fraud 4'])
})

const version = async (read: () => Promise<Read>) => ({ version: (await read()).version })

test('an answer that was lost is confirmed by reading, and sent once only', async () => {
  await using opened = await openWithSomeone()
  const { world, administrator, path, read, held } = opened
  const before = world.calls('DisassociateUserProficiencies').length
  world.emulator.setFault({ operation: 'DisassociateUserProficiencies', error: 'garbage', count: 1 })
  const { status, body } = await administrator.put(path, {
    proficiencies: [skill('Fraud', 4)],
    ...(await version(read)),
  })
  expect([status, body.changes.map((change) => change.status)]).toEqual([200, ['confirmed']])
  expect(world.calls('DisassociateUserProficiencies')).toHaveLength(before + 1)
  expect(await held()).toEqual(['Fraud 4'])
})
