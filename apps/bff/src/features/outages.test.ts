import { ListUsersCommand } from '@aws-sdk/client-connect'
import { expect, test, vi } from 'vitest'
import { openConsole, type OpenConsole } from './testing/open-console.ts'
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
  await vi.waitFor(async () =>
    expect((await read('users')).body).toMatchObject({ complete: true, problem: { code: 'connect.unavailable' } }),
  )
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

test.each([-20, 20])(
  'a clock that comes to stand %i minutes beside that of AWS is made good for without anybody seeing it, a save too',
  async (minutes) => {
    let besideMs = 0
    await using world = await openConsole({
      service: { credentials: { AKIDEXAMPLE: 'secret' }, now: () => Date.now() + besideMs },
    })
    const administrator = await world.signIn('administrator')
    const { id, version, phone } = await findSomeone(world, administrator)
    const saved = { ...phone, afterContactWorkSeconds: 4_321 }
    besideMs = minutes * 60_000
    const answer = await administrator.put(`${world.base}/users/${id}/phone`, { ...saved, version })
    expect([answer.status, answer.body.phone]).toEqual([200, saved])
    expect(
      world.emulator.listCalls().filter(({ errorName }) => errorName === 'InvalidSignatureException'),
    ).toHaveLength(1)
    expect(world.writes()).toEqual(['UpdateUserPhoneConfig'])
  },
)
