import { DescribeUserCommand, TagResourceCommand } from '@aws-sdk/client-connect'
import type { Tags } from '@patchbay/contract'
import { expect, inject, test } from 'vitest'
import { breakStore, STORE_TROUBLES, type BrokenStore, type StoreTrouble } from '../testing/break-store.ts'
import { newcomerLike } from '../testing/newcomer.ts'
import { openConsole, type Answer, type AnyBody, type OpenConsole } from '../testing/open-console.ts'
import { findSomeone } from '../testing/someone.ts'

/** On PostgreSQL all of them are one trigger with another SQLSTATE: beyond the first test one stands for all. */
const troubles: readonly StoreTrouble[] = inject('postgresUrl') === undefined ? STORE_TROUBLES : ['full']

/** So much that no free rest of a page takes the intent. */
const manyTags = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`Tag${at}`, 'x'.repeat(250)]))

/** Until the faults are cleared, and less than the deadline. */
const HELD_MS = 15_000

const words: Readonly<Record<StoreTrouble, RegExp>> = {
  locked: /^Patchbay’s own store does not answer just now\. Try again/,
  'read-only': /^Patchbay’s own store does not answer just now\. Try again/,
  full: /^Patchbay’s own store is full\. Tell the people who run Patchbay\./,
}

async function openForSave(tagged: Tags = {}) {
  let aheadMs = 0
  const world = await openConsole({ now: () => new Date(Date.now() + aheadMs) })
  const administrator = await world.signIn('administrator')
  const { id } = await findSomeone(world, administrator)
  await tagElsewhere(world, id, tagged)
  const { body: someone } = await administrator.get(`${world.base}/users/${id}?fresh=true`)
  const { version, phone, tags } = someone
  const path = `${world.base}/users/${id}`
  return {
    world,
    administrator,
    someone,
    path,
    version,
    savedTags: { ...tags, ...manyTags },
    savedPhone: { ...phone, afterContactWorkSeconds: 4_321 },
    save: (group: string, body: object) => administrator.put(`${path}/${group}`, { version, ...body }),
    ends: () => world.changes().then((all) => all.map(({ operation, status }) => [operation, status])),
    total: () => administrator.get(`${world.base}/users?fresh=true`).then(({ body }) => body.total),
    /** The store is as before, and it is late enough for a look at what is pending. */
    async mend(broken: BrokenStore) {
      await broken.mend()
      aheadMs += 6_000
    },
    /** Resolves when the intent of the write that is being sent is on the disk. */
    begun: () => expect.poll(async () => (await world.changes()).length, { interval: 5 }).toBe(1),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

type Opened = Awaited<ReturnType<typeof openForSave>>

/** By another tool, so that nothing of it is in the trail. */
async function tagElsewhere({ otherTool, instanceId }: OpenConsole, id: string, tags: Tags): Promise<void> {
  if (Object.keys(tags).length === 0) return
  const { User } = await otherTool.send(new DescribeUserCommand({ InstanceId: instanceId, UserId: id }))
  await otherTool.send(new TagResourceCommand({ resourceArn: User?.Arn, tags }))
}

test.each(STORE_TROUBLES)(
  'with a store that is %s a change whose intent cannot be written down is refused, and nothing is sent',
  async (trouble) => {
    await using opened = await openForSave()
    const { world, save, savedTags } = opened
    const broken = await breakStore(world.store, trouble)
    const { status, body } = await save('tags', { tags: savedTags })
    await broken.mend()
    expect([status, body.code]).toEqual([503, 'store.unavailable'])
    expect(body.message).toMatch(words[trouble])
    expect(world.writes()).toEqual([])
    expect(await world.changes()).toEqual([])
    const again = await save('tags', { tags: savedTags })
    expect(again.body.changes.map((change) => change.status)).toEqual(['confirmed'])
  },
)

test.each(troubles)(
  'with a store that is %s from the middle of a write on, the write is answered as done, and the trail is completed later',
  async (trouble) => {
    await using opened = await openForSave()
    const { world, save, savedPhone, begun, ends } = opened
    world.emulator.setFault({ operation: 'UpdateUserPhoneConfig', delayMs: HELD_MS })
    const saving = save('phone', savedPhone)
    await begun()
    const broken = await breakStore(world.store, trouble)
    world.emulator.clearFaults()
    const { status, body } = await saving
    expect([status, body.phone]).toEqual([200, savedPhone])
    // A full disk may have the rest of a page for two short records.
    expect(trouble === 'full' ? ['pending', 'confirmed'] : ['pending']).toContain(body.changes[0]?.status)
    await opened.mend(broken)
    await expect.poll(ends).toEqual([['UpdateUserPhoneConfig', 'confirmed']])
    expect(world.writes()).toEqual(['UpdateUserPhoneConfig'])
  },
)

interface Whole {
  readonly operation: string
  readonly status: number
  readonly send: (opened: Opened, tags?: Tags) => Promise<Answer<AnyBody>>
  readonly more: number
}

const wholes: Readonly<Record<string, Whole>> = {
  create: {
    operation: 'CreateUser',
    status: 201,
    send: ({ world, administrator, someone }, tags = {}) =>
      administrator.post(`${world.base}/users`, { ...newcomerLike(someone), tags }),
    more: 1,
  },
  delete: {
    operation: 'DeleteUser',
    status: 200,
    send: ({ administrator, path, version }) => administrator.delete(path, { version }),
    more: -1,
  },
}
const troubledWholes = troubles.flatMap((trouble) =>
  Object.entries(wholes).map(([name, whole]) => [trouble, name, whole] as const),
)

test.each(troubledWholes)(
  'with a store that is %s a %s whose intent cannot be written down is refused, and nothing is sent',
  async (trouble, _name, { operation, status, send, more }) => {
    // So long that what is written down of a delete finds no room either.
    await using opened = await openForSave(manyTags)
    const { world, total } = opened
    const [before, tagging] = [await total(), world.writes().length]
    const broken = await breakStore(world.store, trouble)
    const refused = await send(opened, manyTags)
    await opened.mend(broken)
    expect([refused.status, refused.body.code]).toEqual([503, 'store.unavailable'])
    expect(refused.body.message).toMatch(words[trouble])
    expect([world.writes().slice(tagging), await world.changes(), await total()]).toEqual([[], [], before])
    expect((await send(opened, manyTags)).status).toBe(status)
    expect([world.writes().slice(tagging), await total()]).toEqual([[operation], before + more])
  },
)

test.each(troubledWholes)(
  'with a store that is %s from the middle of a %s on, it is answered as done, and trail and list are completed later',
  async (trouble, _name, { operation, status, send, more }) => {
    await using opened = await openForSave()
    const { world, begun, ends, total } = opened
    const before = await total()
    world.emulator.setFault({ operation, delayMs: HELD_MS })
    const sending = send(opened)
    await begun()
    const broken = await breakStore(world.store, trouble)
    world.emulator.clearFaults()
    const answer = await sending
    await opened.mend(broken)
    expect(answer.status).toBe(status)
    expect(answer.body.changes).toHaveLength(1)
    await expect.poll(ends).toEqual([[operation, 'confirmed']])
    expect([world.writes(), await total()]).toEqual([[operation], before + more])
  },
)

test.each(troubles)(
  'with a store that is %s between two groups of a save, it says which was done, and only the other has to be saved again',
  async (trouble) => {
    await using opened = await openForSave()
    const { world, administrator, path, save, savedPhone, savedTags, begun, ends } = opened
    world.emulator.setFault({ operation: 'UpdateUserPhoneConfig', delayMs: HELD_MS })
    const saving = save('settings', { phone: savedPhone, tags: savedTags })
    await begun()
    const broken = await breakStore(world.store, trouble)
    world.emulator.clearFaults()
    const { status, body } = await saving
    await opened.mend(broken)
    expect([status, body.code, body.data.done, body.data.notDone]).toEqual([
      502,
      'change.partly_done',
      ['The phone settings were written.'],
      ['New and changed tags were not written.'],
    ])
    expect(body.message).toContain('Patchbay’s own store')
    expect(world.writes()).toEqual(['UpdateUserPhoneConfig'])
    await expect.poll(ends).toEqual([['UpdateUserPhoneConfig', 'confirmed']])
    const { body: now } = await administrator.get(`${path}?fresh=true`)
    expect(now.phone).toEqual(savedPhone)
    await save('settings', { phone: savedPhone, tags: savedTags, version: now.version })
    expect(world.writes()).toEqual(['UpdateUserPhoneConfig', 'TagResource'])
  },
)

test.each(troubles)(
  'with a store that is %s in the middle of a reading of everybody, the list stays as it was, and is read anew afterwards',
  async (trouble) => {
    await using opened = await openForSave()
    const { world, administrator } = opened
    const list = (query = '') => administrator.get(`${world.base}/users${query}`)
    const before = (await list()).body.items
    world.emulator.setFault({ operation: 'SearchUsers', delayMs: HELD_MS, count: 1 })
    const searched = world.calls('SearchUsers').length
    const reading = list('?fresh=true')
    const broken = await breakStore(world.store, trouble)
    world.emulator.clearFaults()
    const { status, body } = await reading
    // The rest of a page may do for writing down that nothing has changed.
    const hasRoom = trouble === 'full' && world.store.dialect === 'sqlite'
    expect([status, body.code]).toEqual(hasRoom ? [200, undefined] : [503, 'store.unavailable'])
    expect(await list()).toMatchObject({ status: 200, body: { items: before, complete: true } })
    await opened.mend(broken)
    expect(await list('?fresh=true')).toMatchObject({ status: 200, body: { items: before, problem: null } })
    expect(world.calls('SearchUsers').length).toBeGreaterThan(searched)
  },
)
