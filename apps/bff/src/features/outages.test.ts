import { ListUsersCommand } from '@aws-sdk/client-connect'
import type { User } from '@patchbay/contract'
import { expect, test, vi } from 'vitest'
import { newcomerLike } from './testing/newcomer.ts'
import { openConsole, type Answer, type AnyBody, type OpenConsole, type Person } from './testing/open-console.ts'
import { findSomeone } from './testing/someone.ts'

const PATIENCE = { timeout: 15_000 }
const lists = ['users', 'security-profiles', 'hierarchy', 'routing-profiles']

async function idsOf({ otherTool, instanceId }: OpenConsole): Promise<string[]> {
  const { UserSummaryList = [] } = await otherTool.send(new ListUsersCommand({ InstanceId: instanceId }))
  return UserSummaryList.map(({ Id }) => Id ?? '')
}

test('no list is blanked by an outage, however often it is asked for, and the page of a person keeps what the list knows', async () => {
  let time = Date.now()
  await using world = await openConsole({ now: () => new Date(time) })
  const auditor = await world.signIn('auditor')
  const read = (list: string) => auditor.get(`${world.base}/${list}`)
  const before = await Promise.all(lists.map(read))
  expect(before.map(({ status }) => status)).toEqual([200, 200, 200, 200])

  world.emulator.setFault({ operation: '*', error: 'drop' })
  // Every list is old after five minutes, and the session is not.
  time += 600_000
  await vi.waitFor(async () => {
    await auditor.get(`${world.base}/users?fresh=true`)
    const { body } = await auditor.get('/connection')
    expect(body).toMatchObject({ state: 'down' })
  }, PATIENCE)
  for (let round = 0; round < 3; round += 1) {
    const during = await Promise.all(lists.map(read))
    expect(during.map(({ body }) => contentOf(body))).toEqual(before.map(({ body }) => contentOf(body)))
  }
  await expect
    .poll(async () => (await read('users')).body)
    .toMatchObject({ complete: true, problem: { code: 'connect.unavailable' } })
  const [row] = before[0]?.body.items ?? []
  expect(await auditor.get(`${world.base}/users/${row?.id}/summary`)).toMatchObject({
    status: 200,
    body: { id: row?.id },
  })
})

/** What is in a list and as of when; not whether somebody is trying to read it anew. */
function contentOf(body: object): object {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== 'refreshing' && key !== 'problem'))
}

test('a storm of throttles is waited out: nobody sees it, and it is no outage', async () => {
  await using world = await openConsole()
  const auditor = await world.signIn('auditor')
  const ids = await idsOf(world)
  await auditor.get(`${world.base}/users`)
  world.emulator.setFault({ operation: 'DescribeUser', error: 'ThrottlingException', count: ids.length })
  const pages = await Promise.all(ids.map((id) => auditor.get(`${world.base}/users/${id}`)))
  expect(pages.map(({ status }) => status)).toEqual(ids.map(() => 200))
  expect(world.calls('DescribeUser').filter((call) => call.endsWith('429'))).toHaveLength(ids.length)
  expect((await auditor.get('/connection')).body).toMatchObject({ state: 'answers' })
})

/** Each way to ask, of the person who was read; a save is of two groups. */
const asked: readonly ((as: Person, base: string, user: User) => Promise<Answer<AnyBody>>)[] = [
  (as, base, { id }) => as.get(`${base}/users/${id}?fresh=true`),
  (as, base) => as.get(`${base}/users?fresh=true`),
  (as, base, { id, version, phone, tags }) => {
    const settings = { phone: { ...phone, afterContactWorkSeconds: 4_321 }, tags: { ...tags, Second: 'yes' } }
    return as.put(`${base}/users/${id}/settings`, { version, ...settings })
  },
  (as, base, user) => as.post(`${base}/users`, newcomerLike(user)),
  async (as, base, { id }) => {
    const { body } = await as.get(`${base}/users/${id}`)
    return await as.delete(`${base}/users/${id}`, { version: body.version })
  },
]

test.each([-20, 20])(
  'a clock that comes to stand %i minutes beside that of AWS, again before each, spoils no read, sweep, save, create or delete',
  async (minutes) => {
    let besideMs = 0
    await using world = await openConsole({
      service: { credentials: { AKIDEXAMPLE: 'secret' }, now: () => Date.now() + besideMs },
    })
    const administrator = await world.signIn('administrator')
    const user = await findSomeone(world, administrator)
    const refused = () =>
      world.emulator.listCalls().filter(({ errorName }) => errorName === 'InvalidSignatureException')
    for (const ask of asked) {
      besideMs += minutes * 60_000
      const before = refused().length
      const answer = await ask(administrator, world.base, user)
      expect(answer.status).toBeLessThan(300)
      expect(refused().length).toBeGreaterThan(before)
    }
    const done = world.calls().filter((call) => /^(Create|Update|Delete|Tag)\w+ 200$/.test(call))
    expect(done).toEqual(['UpdateUserPhoneConfig 200', 'TagResource 200', 'CreateUser 200', 'DeleteUser 200'])
    expect((await world.changes()).map(({ status }) => status)).toEqual(done.map(() => 'confirmed'))
    const { body: list } = await administrator.get(`${world.base}/users?fresh=true&pageSize=500`)
    expect(list.items.map(({ id }) => id).toSorted()).toEqual((await idsOf(world)).toSorted())
  },
)
