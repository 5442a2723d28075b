import { standardPresets, type Preset } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { openConsole } from '../testing/open-console.ts'

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
  expect((await helpdesk.get(path)).body).toEqual(saved.body)
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
  expect(loser?.body).toMatchObject({ code: 'CONFLICT', data: { current: winner?.body } })
  expect((await administrator.get(path)).body).toEqual(winner?.body)

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
