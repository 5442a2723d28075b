import { ListUsersCommand } from '@aws-sdk/client-connect'
import type { Connection } from '@patchbay/contract'
import { describe, expect, test, vi } from 'vitest'
import { openConsole, type OpenConsole, type Person } from '../testing/open-console.ts'

/** What is waited for takes tries with pauses between them. */
const PATIENCE = { timeout: 10_000 }

async function idsOf({ otherTool, instanceId }: OpenConsole): Promise<string[]> {
  const { UserSummaryList = [] } = await otherTool.send(new ListUsersCommand({ InstanceId: instanceId }))
  return UserSummaryList.map(({ Id }) => Id ?? '')
}

async function connectionOf(person: Person): Promise<Connection> {
  return (await person.get('/connection')).body as unknown as Connection
}

describe('requests that wait for their turn', () => {
  test('are told to who made them, with the seconds, and to nobody else; leaving frees the place in line', async () => {
    await using world = await openConsole({ pace: 'aws', spec: { users: 60 } })
    const [auditor, other] = [await world.signIn('auditor'), await world.signIn('auditor')]
    const ids = await idsOf(world)
    const leaving = new AbortController()
    // Four go at once; the fifth waits half a second, the last of sixty for half a minute.
    const all = ids.map((id) => auditor.request('GET', `${world.base}/users/${id}`, undefined, leaving.signal))
    const ended = Promise.allSettled(all)
    await vi.waitFor(async () => {
      const { waits } = await connectionOf(auditor)
      expect(Math.max(...waits.map(({ seconds }) => seconds))).toBeGreaterThanOrEqual(3)
      expect(waits.every(({ path }) => path.startsWith(`${world.base}/users/`))).toBe(true)
    }, PATIENCE)
    expect((await connectionOf(other)).waits).toEqual([])

    leaving.abort()
    await ended
    await expect.poll(async () => (await connectionOf(auditor)).waits).toEqual([])
    const sent = world.calls('DescribeUser').length
    expect(sent).toBeLessThan(ids.length)
    await auditor.get(`${world.base}/users/${ids.at(-1)}`)
    expect(world.calls('DescribeUser')).toHaveLength(sent + 1)
  })

  test('of two who look at the same person one call is made, and both are told of it', async () => {
    await using world = await openConsole()
    const people = [await world.signIn('auditor'), await world.signIn('helpdesk')]
    const [id] = await idsOf(world)
    world.emulator.setFault({ operation: 'DescribeUser', delayMs: 300, count: 1 })
    const answers = await Promise.all(people.map((person) => person.get(`${world.base}/users/${id}`)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    expect(world.calls('DescribeUser')).toHaveLength(1)
  })
})

describe('the first reading of everybody', () => {
  test('tells who waits for it how far it is and how long it still takes', async () => {
    await using world = await openConsole({ spec: { users: 1_600 } })
    const [auditor, other] = [await world.signIn('auditor'), await world.signIn('auditor')]
    world.emulator.setFault({ operation: 'SearchUsers', delayMs: 1_000 })
    const list = auditor.get(`${world.base}/users`)
    const path = `${world.base}/users`
    const readings: unknown[] = []
    await vi.waitFor(async () => {
      const [wait] = (await connectionOf(auditor)).waits
      if (wait?.reading) readings.push(wait.reading)
      expect(wait).toMatchObject({ path, reading: { people: 1_000, ofAbout: 1_600 } })
      // Two of four pages took two seconds.
      expect(wait?.seconds).toBeGreaterThanOrEqual(1)
      expect(wait?.seconds).toBeLessThanOrEqual(3)
    }, PATIENCE)
    expect(readings[0]).toEqual({ people: 500, ofAbout: 1_600 })
    expect((await connectionOf(other)).waits).toEqual([])
    expect((await list).body.total).toBe(1_600)
    expect((await connectionOf(auditor)).waits).toEqual([])
  })
})

describe('a person who is looked at', () => {
  test('is kept for some seconds, read anew where it has to be fresh, and after a write', async () => {
    await using world = await openConsole()
    const administrator = await world.signIn('administrator')
    const [id] = await idsOf(world)
    const path = `${world.base}/users/${id}`
    const first = await administrator.get(path)
    expect((await administrator.get(path)).body.asOf).toBe(first.body.asOf)
    expect(world.calls('DescribeUser')).toHaveLength(1)
    await administrator.get(`${path}?fresh=true`)
    expect(world.calls('DescribeUser')).toHaveLength(2)

    const { phone, version } = first.body
    const saved = await administrator.put(`${path}/phone`, { ...phone, afterContactWorkSeconds: 77, version })
    expect(saved.status).toBe(200)
    expect((await administrator.get(path)).body.phone.afterContactWorkSeconds).toBe(77)
  })
})

describe('while Connect does not answer', () => {
  test('what was read is shown and says so, a write is refused before anything is begun, and it all comes back', async () => {
    await using world = await openConsole()
    const administrator = await world.signIn('administrator')
    const [id, unread] = await idsOf(world)
    const path = `${world.base}/users/${id}`
    const { body: known } = await administrator.get(path)
    expect(known).toMatchObject({ isStale: false })

    world.emulator.setFault({ operation: '*', error: 'drop' })
    await vi.waitFor(async () => {
      await administrator.get(`${path}?fresh=true`)
      expect((await connectionOf(administrator)).state).toBe('down')
    }, PATIENCE)
    const { body: stale } = await administrator.get(`${path}?fresh=true`)
    expect(stale).toEqual({ ...known, isStale: true })
    expect(await administrator.get(`${world.base}/users/${unread}`)).toMatchObject({
      status: 502,
      body: { code: 'connect.unavailable', data: { retryAfterSeconds: expect.any(Number) } },
    })
    const refused = await administrator.put(`${path}/phone`, {
      ...known.phone,
      autoAccept: true,
      version: known.version,
    })
    expect(refused).toMatchObject({ status: 502, body: { code: 'connect.unavailable' } })
    expect(refused.body.message).toContain('Nothing was changed')
    expect(refused.body.data).not.toHaveProperty('outcome')
    expect(world.writes()).toEqual([])

    world.emulator.clearFaults()
    // Asking how it stands is what sees to it that somebody looks.
    await expect.poll(async () => (await connectionOf(administrator)).state).toBe('answers')
    expect((await administrator.get(`${path}?fresh=true`)).body.isStale).toBe(false)
  })
})
