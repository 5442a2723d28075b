import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openConsole, type OpenConsole } from '../testing/open-console.ts'
import { findSomeone } from '../testing/someone.ts'

/** Another process that holds the write lock of the store's file. */
async function openLocker({ store }: OpenConsole) {
  const { rows } = await sql<{ file: string }>`pragma database_list`.execute(store.database)
  const other = new DatabaseSync(rows[0]?.file ?? '')
  return {
    lock: () => other.exec('begin exclusive'),
    unlock: () => other.exec('rollback'),
    [Symbol.dispose]: () => other.close(),
  }
}

async function openForSave() {
  const world = await openConsole()
  const administrator = await world.signIn('administrator')
  const { id, version, phone } = await findSomeone(world, administrator)
  const body = { ...phone, afterContactWorkSeconds: 4_321, version }
  const save = () => administrator.put(`${world.base}/users/${id}/phone`, body)
  return { world, save, [Symbol.asyncDispose]: () => world[Symbol.asyncDispose]() }
}

test('a change whose intent cannot be written down is refused, and nothing is sent', async () => {
  await using opened = await openForSave()
  const { world, save } = opened
  using other = await openLocker(world)
  other.lock()
  const { status, body } = await save()
  other.unlock()
  expect([status, body.code]).toEqual([503, 'store.unavailable'])
  expect(world.writes()).toEqual([])
  expect(await world.changes()).toEqual([])
  expect((await save()).body.changes.map((change) => change.status)).toEqual(['confirmed'])
})

test(
  'a change whose outcome cannot be written down is answered as pending, and the trail is completed later',
  { timeout: 20_000 },
  async () => {
    await using opened = await openForSave()
    const { world, save } = opened
    using other = await openLocker(world)
    world.emulator.setFault({ operation: 'UpdateUserPhoneConfig', delayMs: 500 })
    const saving = save()
    await expect.poll(async () => (await world.changes()).length, { interval: 5 }).toBe(1)
    other.lock()
    const { status, body } = await saving
    other.unlock()
    expect([status, body.phone.afterContactWorkSeconds]).toEqual([200, 4_321])
    expect(body.changes.map((change) => change.status)).toEqual(['pending'])
    await expect
      .poll(async () => (await world.changes()).map((change) => [change.status, change.outcome]), { timeout: 15_000 })
      .toEqual([['confirmed', null]])
  },
)
