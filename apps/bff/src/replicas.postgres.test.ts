import type { User } from '@patchbay/contract'
import { describe, expect, it } from 'vitest'
import { expectError } from './testing/expect-error.ts'
import { startReplicas } from './testing/start-replicas.ts'

describe('two replicas on one database', () => {
  it('have one session, which a sign-out at either ends at both', async () => {
    await using replicas = await startReplicas()
    const [first, second] = replicas.browsers
    const session = await second.request('/api/session')
    expect(session.status).toBe(200)
    expect(await session.json()).toMatchObject({ person: { id: 'administrator' } })
    await second.request('/auth/sign-out', { method: 'POST' })
    await expectError(await first.request('/api/session'), 401, 'UNAUTHORIZED')
  })

  it('have one pace: together they stay inside the quota', async () => {
    await using replicas = await startReplicas()
    const { emulator, browsers } = replicas
    const { alias, instanceId } = await emulator.createInstance({ users: 16 })
    emulator.setThrottles('aws')
    const lists = await Promise.all(browsers.map((browser) => browser.request(`/api/${alias}/users?pageSize=500`)))
    const { items } = (await lists[0]!.json()) as { items: { id: string }[] }
    // Alone, each would have sent its eight within two seconds: sixteen, where the quota gives nine.
    const opened = items
      .slice(0, 16)
      .map(({ id }, at) => browsers[at % 2 === 0 ? 0 : 1].request(`/api/${alias}/users/${id}`))

    expect((await Promise.all(opened)).map(({ status }) => status)).toEqual(Array(16).fill(200))
    const calls = emulator.listCalls({ instanceId, operation: 'DescribeUser' })
    expect(calls.map(({ status }) => status)).toEqual(Array(16).fill(200))
  })

  it('let one of two saves of the same version win, and tell the other of the conflict', async () => {
    await using replicas = await startReplicas({ CONNECT_PACE: 'off' })
    const { emulator, browsers } = replicas
    const { alias, instanceId } = await emulator.createInstance({ users: 12 })
    const list = await browsers[0].request(`/api/${alias}/users`)
    const { items } = (await list.json()) as { items: { id: string }[] }
    // Both have read before either has written.
    emulator.setFault({ instanceId, operation: 'UpdateUserPhoneConfig', delayMs: 300 })
    for (const { id } of items.slice(0, 3)) {
      const path = `/api/${alias}/users/${id}`
      const { version, phone } = (await (await browsers[0].request(path)).json()) as User
      const before = emulator.listCalls({ instanceId, operation: 'UpdateUserPhoneConfig' }).length
      const answers = await Promise.all(
        browsers.map(async (browser, at) => {
          const body = { ...phone, afterContactWorkSeconds: 1_000 + at, version }
          const answer = await browser.request(`${path}/phone`, { method: 'PUT', body })
          return { status: answer.status, body: (await answer.json()) as { code?: string; data?: { current: User } } }
        }),
      )
      const winner = answers.findIndex(({ status }) => status === 200)
      const loser = answers[1 - winner]
      expect([loser?.status, loser?.body.code]).toEqual([409, 'CONFLICT'])
      expect(loser?.body.data?.current.phone.afterContactWorkSeconds).toBe(1_000 + winner)
      expect(emulator.listCalls({ instanceId, operation: 'UpdateUserPhoneConfig' })).toHaveLength(before + 1)
    }
  })

  it('count the requests of a person together', async () => {
    await using replicas = await startReplicas({ PATCHBAY_REQUESTS_PER_SECOND: '2' })
    const [first, second] = replicas.browsers
    const statuses = []
    // Twelve in six seconds, whoever takes them.
    for (let round = 0; round < 7; round += 1) {
      statuses.push((await first.request('/api/session')).status, (await second.request('/api/session')).status)
    }
    expect(statuses.filter((status) => status === 200).length).toBe(12)
    expect(statuses.slice(12)).toEqual([429, 429])
  })
})
