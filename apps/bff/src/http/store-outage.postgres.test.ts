import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { makeStorePlace } from '../store/testing/store-place.ts'
import { expectError } from '../testing/expect-error.ts'
import { startPatchbay } from '../testing/start-patchbay.ts'
import { createLog } from './log.ts'

/** The way to the database, which can be cut, made silent, and mended. */
async function createWire(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let state: 'whole' | 'cut' | 'silent' = 'whole'
  const wire = createServer((near) => {
    sockets.add(near)
    near.on('error', () => {}).on('close', () => sockets.delete(near))
    if (state === 'cut') near.destroy()
    if (state !== 'whole') return
    const far = connect(Number(target.port), target.hostname)
    sockets.add(far)
    far.on('error', () => {}).on('close', () => near.destroy())
    near.on('close', () => far.destroy())
    near.pipe(far).pipe(near)
  }).listen(0, '127.0.0.1')
  await once(wire, 'listening')
  const url = new URL(databaseUrl)
  url.port = String((wire.address() as AddressInfo).port)
  function set(next: typeof state) {
    state = next
    if (next !== 'whole') for (const socket of sockets) socket.destroy()
  }
  return {
    url: url.href,
    set,
    async [Symbol.asyncDispose]() {
      set('cut')
      wire.close()
      await once(wire, 'close')
    },
  }
}

async function startBehindWire() {
  const place = await makeStorePlace()
  const wire = await createWire(place.databaseUrl ?? '')
  const logged: string[] = []
  const log = createLog('trace', { write: (line: string) => logged.push(line) })
  const patchbay = await startPatchbay({ log, settings: { DATABASE_URL: wire.url } })
  return {
    logged,
    wire,
    patchbay,
    send: await patchbay.signIn('auditor'),
    ready: async () => (await patchbay.newBrowser().request('/readyz')).json() as Promise<{ store: string }>,
    async [Symbol.asyncDispose]() {
      await patchbay.close()
      await wire[Symbol.asyncDispose]()
      await place[Symbol.asyncDispose]()
    },
  }
}

describe('a database that goes away', () => {
  it('is told as such to everyone who asks, and used again when it is back', async () => {
    await using world = await startBehindWire()
    const { wire, patchbay, send, ready, logged } = world
    // Several connections, so that idle ones are lost too.
    await Promise.all(Array.from({ length: 8 }, () => send('/api/session')))
    wire.set('cut')
    const { message } = await expectError(await send('/api/session'), 503, 'store.unavailable')
    expect(message).toMatch(/^Patchbay’s own store does not answer just now\. Try again/)
    const page = await patchbay.newBrowser().request('/auth/sign-in')
    expect(page.status).toBe(503)
    expect(await page.text()).toContain('Sign-in is not possible now')
    expect(await ready()).toMatchObject({ store: 'does not answer' })
    expect((await patchbay.newBrowser().request('/healthz')).status).toBe(200)

    wire.set('whole')
    await expect.poll(() => ready()).toMatchObject({ store: 'answers' })
    expect((await send('/api/session')).status).toBe(200)
    // The lost connections were reported, without what is needed to make one.
    expect(logged.some((line) => line.includes('the store failed'))).toBe(true)
    expect(logged.join('')).not.toContain(new URL(wire.url).password)
    const known = ['type', 'code', 'message', 'stack', 'cause']
    for (const line of logged)
      for (let { err } = JSON.parse(line); err !== undefined; err = err.cause)
        expect(known).toEqual(expect.arrayContaining(Object.keys(err)))
  })

  it('is told as such too where it takes connections and says nothing', async () => {
    await using world = await startBehindWire()
    world.wire.set('silent')
    expect(await world.ready()).toMatchObject({ store: 'does not answer' })
    await expectError(await world.send('/api/session'), 503, 'store.unavailable')
    world.wire.set('whole')
    expect((await world.send('/api/session')).status).toBe(200)
  })

  it('is no reason to end in the middle of a transaction', async () => {
    await using world = await startBehindWire()
    const { database } = world.patchbay.store
    const transaction = database.transaction().execute(async (open) => {
      await open.selectFrom('sessions').selectAll().execute()
      world.wire.set('cut')
      await open.updateTable('sessions').set({ last_seen_at: 0 }).execute()
    })
    await expect(transaction).rejects.toMatchObject({ code: 'store.unavailable' })
    world.wire.set('whole')
    expect((await world.send('/api/session')).status).toBe(200)
  })
})
