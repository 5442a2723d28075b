import { expect, test } from 'vitest'
import { openConsole } from '../testing/open-console.ts'
import { findSomeone } from '../testing/someone.ts'

/** An instance with two people who hold Admin, and what takes it from one of them. */
async function openWithTwo() {
  const world = await openConsole({ spec: { users: 12 } })
  const administrator = await world.signIn('administrator')
  const { body } = await administrator.get(`${world.base}/users?pageSize=500`)
  const holders = body.items.filter(({ securityProfiles }) => securityProfiles.some(({ name }) => name === 'Admin'))
  const agent = (await findSomeone(world, administrator)).securityProfiles.map(({ id }) => id)
  const read = async (id: string) => (await administrator.get(`${world.base}/users/${id}?fresh=true`)).body
  const demote = async (id: string) =>
    await administrator.put(`${world.base}/users/${id}/security-profiles`, {
      version: (await read(id)).version,
      securityProfileIds: agent,
    })
  const remove = async (id: string) =>
    await administrator.delete(`${world.base}/users/${id}`, { version: (await read(id)).version })
  return { world, holders: holders.map(({ id }) => id), demote, remove }
}

test('keeps the profile, and stays, whatever the search still says of others', async () => {
  const { holders, demote, remove, ...opened } = await openWithTwo()
  await using world = opened.world
  expect(holders).toHaveLength(2)
  const [first = '', last = ''] = holders
  world.emulator.setSearchLag(600)
  expect((await demote(first)).status).toBe(200)
  const before = world.writes().length
  for (const act of [demote, remove]) {
    const { status, body } = await act(last)
    expect([status, body.code, body.data.fields?.[0]?.field]).toEqual([403, 'FORBIDDEN', 'securityProfileIds'])
    expect(body.message).toContain('Nobody else holds “Admin”')
  }
  expect(world.writes()).toHaveLength(before)
})

test('is one even where both are taken at the same moment', async () => {
  const { holders, demote, remove, ...opened } = await openWithTwo()
  await using world = opened.world
  const [first = '', last = ''] = holders
  const answers = await Promise.all([demote(first), remove(last)])
  expect(world.writes()).toHaveLength(1)
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 403])
})

test('is one as long as nobody knows how the change that takes it from the other one ends', async () => {
  const { holders, demote, ...opened } = await openWithTwo()
  await using world = opened.world
  const [first = '', last = ''] = holders
  // The answer is lost, and so is what was sent: for now the first still holds it.
  world.emulator.setFault({ operation: 'UpdateUserSecurityProfiles', error: 'InternalServiceException' })
  expect((await demote(first)).status).toBe(502)
  world.emulator.clearFaults()
  const { status, body } = await demote(last)
  expect([status, body.message]).toEqual([403, expect.stringContaining('Nobody else holds “Admin”')])
})
