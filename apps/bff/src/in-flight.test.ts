import { expect, it } from 'vitest'
import type { User, UserRow } from '@patchbay/contract'
import { createLog } from './http/log.ts'
import { InFlight } from './in-flight.ts'
import { startPatchbay } from './testing/start-patchbay.ts'

it('waits for what was begun, also where that fails, and for nothing else', async () => {
  const inFlight = new InFlight()
  const { promise, reject } = Promise.withResolvers<void>()
  let isSettled = false
  const tracked = inFlight.track(promise)
  const settled = inFlight.settle(60_000).then(() => (isSettled = true))
  await new Promise(setImmediate)
  expect(isSettled).toBe(false)
  reject(new Error('failed'))
  await expect(tracked).rejects.toThrow('failed')
  await settled
  await inFlight.settle(60_000)
})

it('goes on at the deadline', async () => {
  const inFlight = new InFlight()
  void inFlight.track(Promise.withResolvers<void>().promise)
  await expect(inFlight.settle(10)).resolves.toBeUndefined()
})

it('a write whose browser left is finished before the server stops, with all that follows it', async () => {
  const lines: Record<string, unknown>[] = []
  const log = createLog('info', { write: (line: string) => lines.push(JSON.parse(line)) })
  const patchbay = await startPatchbay({ log })
  const { alias } = await patchbay.emulator.createInstance({ users: 2, securityProfiles: 4 })
  const browser = patchbay.newBrowser()
  await browser.visit('/auth/sign-in?login_hint=administrator&returnTo=/healthz')
  const list = (await (await browser.request(`/api/${alias}/users`)).json()) as { items: UserRow[] }
  const path = `/api/${alias}/users/${list.items[0]?.id}`
  const { version } = (await (await browser.request(path)).json()) as User
  patchbay.emulator.setFault({ operation: 'UpdateUserPhoneConfig', delayMs: 300 })
  const leaving = new AbortController()
  const left = fetch(`${patchbay.url}${path}/phone`, {
    method: 'PUT',
    headers: {
      'x-csrf': '1',
      'content-type': 'application/json',
      cookie: [...browser.cookies].map((pair) => pair.join('=')).join('; '),
    },
    body: JSON.stringify({
      version,
      phoneType: 'SOFT_PHONE',
      autoAccept: true,
      afterContactWorkSeconds: 4_321,
      deskPhoneNumber: null,
    }),
    signal: leaving.signal,
  })
  // The read before the write is done: the write itself is on its way.
  const describes = () => patchbay.emulator.listCalls().filter(({ operation }) => operation === 'DescribeUser').length
  await expect.poll(describes).toBe(2)
  leaving.abort()
  await expect(left).rejects.toThrow('aborted')
  await expect.poll(() => lines.some(({ aborted }) => aborted === true)).toBe(true)
  const stoppingAt = performance.now()
  await patchbay.close()
  expect(performance.now() - stoppingAt).toBeLessThan(5_000)
  const sent = patchbay.emulator.listCalls().map(({ operation, status }) => `${operation} ${status}`)
  expect(sent.slice(-3)).toEqual(['DescribeUser 200', 'UpdateUserPhoneConfig 200', 'DescribeUser 200'])
  expect(lines.filter(({ level }) => Number(level) > 30)).toEqual([])
})
