import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '@patchbay/contract'
import { onTestFinished, expect, test } from 'vitest'
import { startPatchbay } from '../../testing/start-patchbay.ts'

type Roles = { items: Role[]; claims: { roles: string; scope: string } }

const role = (name: string, members: object) => ({
  name,
  title: name,
  rights: ['users.read'],
  scope: 'all',
  ...members,
})

test('tells of each role which values of the claim lead to it and who has it, as the identity provider said last', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'patchbay-roles-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'access.json')
  await writeFile(
    file,
    JSON.stringify({
      roles: [
        role('lead', { rights: ['users.read', 'roles.read'] }),
        role('desk', { scope: 'claim' }),
        role('nobody', {}),
      ],
      claims: { roles: { 'cc-leads': 'lead', 'cc-bosses': 'lead', 'cc-desk': 'desk' }, scope: { claim: 'groups' } },
    }),
  )
  let time = Date.now()
  const people = [
    { id: 'ada', name: 'Ada', roles: ['cc-leads'], mayDo: '' },
    { id: 'grace', name: 'Grace', roles: ['cc-desk'], mayDo: '' },
  ]
  await using patchbay = await startPatchbay({
    settings: { PATCHBAY_CONFIG_FILE: file },
    now: () => new Date(time),
    idp: { people },
  })
  const ada = await patchbay.signIn('ada')
  time += 60_000
  const grace = await patchbay.signIn('grace')
  const read = async () => (await (await ada('/api/roles')).json()) as Roles

  const { items, claims } = await read()
  expect(claims).toEqual({ roles: 'roles', scope: 'groups' })
  expect(items.map(({ name, claimValues }) => [name, claimValues])).toEqual([
    ['lead', ['cc-leads', 'cc-bosses']],
    ['desk', ['cc-desk']],
    ['nobody', []],
  ])
  const held = ({ items: all }: Roles) => all.map((one) => one.people.map(({ name }) => name))
  expect(held({ items, claims })).toEqual([['Ada'], ['Grace'], []])

  people[1] = { id: 'grace', name: 'Grace', roles: ['cc-bosses'], mayDo: '' }
  time += 16 * 60_000
  expect((await grace('/api/session')).status).toBe(200)
  const later = await read()
  expect(held(later)).toEqual([['Grace', 'Ada'], [], []])
})
