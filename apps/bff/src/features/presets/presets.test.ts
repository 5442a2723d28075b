import { standardPresets, type Preset } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { openConsole } from '../testing/open-console.ts'

/** As it is read: the marks of what was changed are told to whoever changed it. */
function withoutChanges(body: object = {}): object {
  return Object.fromEntries(Object.entries(body).filter(([key]) => key !== 'changes'))
}

const quick: Preset = {
  name: 'Night shift',
  phone: { phoneType: null, autoAccept: true, afterContactWorkSeconds: 0 },
}

test('the standard presets are offered until an administrator replaces them, for one instance only', async () => {
  await using world = await openConsole()
  const [helpdesk, administrator] = [await world.signIn('helpdesk'), await world.signIn('administrator')]
  const path = `${world.base}/presets`
  const first = await helpdesk.get(path)
  expect([first.status, first.body.items]).toEqual([200, standardPresets])

  const { version } = first.body
  const saved = await administrator.put(path, { version, items: [quick] })
  expect([saved.status, saved.body.items]).toEqual([200, [quick]])
  expect((await helpdesk.get(path)).body).toEqual(withoutChanges(saved.body))
})

test('of two who change them at once, the second is told and nothing of theirs is written', async () => {
  await using world = await openConsole()
  const administrator = await world.signIn('administrator')
  const path = `${world.base}/presets`
  const { version } = (await administrator.get(path)).body
  const save = (name: string, from: unknown) => administrator.put(path, { version: from, items: [{ ...quick, name }] })
  const answers = await Promise.all([save('One', version), save('Two', version)])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
  const winner = answers.find(({ status }) => status === 200)
  const loser = answers.find(({ status }) => status === 409)
  expect(loser?.body).toMatchObject({ code: 'CONFLICT', data: { current: withoutChanges(winner?.body) } })
  expect((await administrator.get(path)).body).toEqual(withoutChanges(winner?.body))

  const again = await save('Three', winner?.body.version)
  expect([again.status, (await save('Four', winner?.body.version)).status]).toEqual([200, 409])
})

test.for([
  ['a name twice', [quick, quick]],
  ['nothing set', [{ name: 'Empty', phone: { phoneType: null, autoAccept: null, afterContactWorkSeconds: null } }]],
  ['a number of one person', [{ ...quick, phone: { ...quick.phone, deskPhoneNumber: '+4930123' } }]],
  ['a time beyond the bound', [{ ...quick, phone: { ...quick.phone, afterContactWorkSeconds: 2_000_001 } }]],
] as const)('%s is refused', async ([, items]) => {
  await using world = await openConsole()
  const administrator = await world.signIn('administrator')
  const { version } = (await administrator.get(`${world.base}/presets`)).body
  const answer = await administrator.put(`${world.base}/presets`, { version, items })
  expect([answer.status, answer.body.code]).toEqual([400, 'BAD_REQUEST'])
})

test('a version that was never answered is a conflict, not a write', async () => {
  await using world = await openConsole()
  const administrator = await world.signIn('administrator')
  const answer = await administrator.put(`${world.base}/presets`, { version: 'mine', items: [quick] })
  expect([answer.status, answer.body.code]).toEqual([409, 'CONFLICT'])
})

test('a change stands in the trail with each setting before and after, with its reason, confirmed', async () => {
  await using world = await openConsole()
  const administrator = await world.signIn('administrator')
  const path = `${world.base}/presets`
  const { version } = (await administrator.get(path)).body
  const saved = await administrator.put(path, { version, items: [standardPresets[0], quick], reason: 'INC-7' })
  expect(saved.body.changes).toEqual([{ id: expect.any(String), status: 'confirmed' }])
  const [change, ...more] = await world.changes()
  expect(more).toEqual([])
  expect(change).toMatchObject({
    action: 'presets.update',
    operation: null,
    target: { kind: 'presets', id: world.instanceId, name: 'Presets' },
    reason: 'INC-7',
    status: 'confirmed',
    outcome: 'done',
  })
  const part = (key: string, before: unknown, after: unknown) => ({ field: 'presets', key, before, after })
  expect(change?.fields.toSorted((a, b) => `${a.field}${a.key}`.localeCompare(`${b.field}${b.key}`))).toEqual([
    {
      field: 'presetOrder',
      key: null,
      before: 'Standard soft phone, Desk phone',
      after: 'Standard soft phone, Night shift',
    },
    part('Desk phone.afterContactWorkSeconds', 60, null),
    part('Desk phone.autoAccept', false, null),
    part('Desk phone.phoneType', 'DESK_PHONE', null),
    part('Night shift.afterContactWorkSeconds', null, 0),
    part('Night shift.autoAccept', null, true),
  ])
})

test('saving what is there already changes nothing and leaves no record', async () => {
  await using world = await openConsole()
  const administrator = await world.signIn('administrator')
  const path = `${world.base}/presets`
  const { version } = (await administrator.get(path)).body
  const { status, body } = await administrator.put(path, { version, items: standardPresets })
  expect([status, body.version, body.changes]).toEqual([200, version, []])
  expect(await world.changes()).toEqual([])
})
