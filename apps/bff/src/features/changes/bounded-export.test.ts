import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ChangeList, ExportedChanges, User, UserRow } from '@patchbay/contract'
import { onTestFinished, expect, test } from 'vitest'
import { startPatchbay } from '../../testing/start-patchbay.ts'

const region = 'Europe, Middle East and Africa / Deutschland'
const roles = [
  { name: 'admin', title: 'Admin', rights: ['*'], scope: 'all', ceiling: 'all', administrator: true },
  { name: 'keeper', title: 'Keeper', rights: ['*.read', 'changes.export'], scope: [`*:${region}`] },
]
const people = [
  { id: 'ada', name: 'Ada', roles: ['admin'], mayDo: '' },
  { id: 'kim', name: 'Kim', roles: ['keeper'], mayDo: '' },
]

test('who is bounded to a part of the hierarchy lists, counts, filters and exports the changes of this part alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'patchbay-bounded-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'access.json')
  await writeFile(file, JSON.stringify({ roles }))
  await using patchbay = await startPatchbay({ settings: { PATCHBAY_CONFIG_FILE: file }, idp: { people } })
  const { alias } = await patchbay.emulator.createInstance({ users: 40, hierarchyGroups: 20, securityProfiles: 6 })
  const [ada, kim] = [await patchbay.signIn('ada'), await patchbay.signIn('kim')]

  const list = (await (await ada(`/api/${alias}/users?pageSize=500`)).json()) as { items: UserRow[] }
  const isInside = ({ hierarchyGroup }: UserRow) =>
    hierarchyGroup?.path.some(({ name }) => name === 'Deutschland') === true
  const [inside, outside] = [list.items.find(isInside), list.items.find((row) => !isInside(row))]
  for (const row of [inside, outside]) {
    const path = `/api/${alias}/users/${row?.id}`
    const { phone, version } = (await (await ada(path)).json()) as User
    const afterContactWorkSeconds = phone.afterContactWorkSeconds + 1
    const body = { ...phone, afterContactWorkSeconds, version }
    expect((await ada(`${path}/phone`, { method: 'PUT', body })).status).toBe(200)
  }
  const profile = { name: 'Night shift', description: '', permissions: [], tags: {} }
  expect((await ada(`/api/${alias}/security-profiles`, { method: 'POST', body: profile })).status).toBe(201)

  const found = async (as: typeof kim, query = '') => {
    const { items, total } = (await (await as(`/api/changes${query}`)).json()) as ChangeList
    return [items.map(({ target }) => target?.id), total]
  }
  expect((await found(ada))[1]).toBe(3)
  expect(await found(kim)).toEqual([[inside?.id], 1])
  expect(await found(kim, '?person=ada')).toEqual([[inside?.id], 1])
  expect(await found(kim, `?target=${outside?.id}`)).toEqual([[], 0])
  expect(await found(kim, '?targetKind=security-profile')).toEqual([[], 0])

  const exported = async (body: object) => {
    const answer = await kim('/api/changes/export', { method: 'POST', body })
    return { status: answer.status, body: (await answer.json()) as ExportedChanges }
  }
  const csv = await exported({ format: 'csv' })
  expect([csv.status, csv.body.count]).toEqual([200, 1])
  expect(csv.body.content).toContain(inside?.username)
  expect(csv.body.content).not.toContain(outside?.username)
  expect((await exported({ format: 'csv', target: outside?.id })).body.count).toBe(0)
  for (const format of ['json-lines', 'records']) expect((await exported({ format })).status).toBe(403)
})
