import { userRefusals, type User } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { openConsole, type OpenConsole, type Person } from '../testing/open-console.ts'
import { findSomeone } from '../testing/someone.ts'

const refusalsFor = async ({ base }: OpenConsole, as: Person, { id }: Pick<User, 'id'>) =>
  userRefusals.parse((await as.get(`${base}/users/${id}/refusals`)).body).items

const isAdmin = ({ securityProfiles }: Pick<User, 'securityProfiles'>) =>
  securityProfiles.some(({ name }) => name === 'Admin')

test('of a privileged person all that the helpdesk may change is refused, and the write agrees', async () => {
  await using world = await openConsole({ spec: { users: 40 } })
  const [administrator, helpdesk] = [await world.signIn('administrator'), await world.signIn('helpdesk')]
  const privileged = await findSomeone(world, administrator, isAdmin)
  const refusals = await refusalsFor(world, helpdesk, privileged)
  expect(refusals.map(({ right }) => right)).toEqual([
    'users.name.write',
    'users.mobile.write',
    'users.phone.write',
    'users.channels.write',
  ])
  const { body } = await helpdesk.put(`${world.base}/users/${privileged.id}/phone`, {
    ...privileged.phone,
    afterContactWorkSeconds: privileged.phone.afterContactWorkSeconds + 1,
    version: privileged.version,
  })
  expect([body.code, body.message]).toEqual(['FORBIDDEN', refusals[0]?.reason])
  expect(refusals[0]?.reason).toContain('“Admin”')

  expect(await refusalsFor(world, administrator, privileged)).toEqual([])
  expect(await refusalsFor(world, helpdesk, await findSomeone(world, administrator))).toEqual([])
  expect(await refusalsFor(world, await world.signIn('auditor'), privileged)).toEqual([])
})

test('of their own user nobody deletes, moves or raises themselves, and may change the rest', async () => {
  await using world = await openConsole({ spec: { users: 40 } })
  const administrator = await world.signIn('administrator')
  const own = await findSomeone(world, administrator, (row) => !isAdmin(row) && row.hierarchyGroup !== null)
  const { alias } = world.instance.info
  const places = [`${alias}:${own.hierarchyGroup?.id}`]
  const supervisor = await world.signIn('supervisor', { places, username: own.username })
  const refusals = await refusalsFor(world, supervisor, own)
  expect(refusals.map(({ right }) => right)).toEqual([
    'users.delete',
    'users.hierarchy-group.write',
    'users.security-profiles.write',
  ])
  expect(new Set(refusals.map(({ reason }) => reason)).size).toBe(1)
  const { body } = await supervisor.delete(`${world.base}/users/${own.id}`, { version: own.version })
  expect([body.code, body.message]).toEqual(['FORBIDDEN', refusals[0]?.reason])
})
