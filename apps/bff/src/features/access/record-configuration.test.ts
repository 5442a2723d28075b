import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { breakStore } from '../testing/break-store.ts'
import { startPatchbay, type Patchbay } from '../../testing/start-patchbay.ts'

interface Told {
  readonly kind: string
  readonly before: string
  readonly after: string
  readonly differing: readonly string[]
}

let folder: string
let file: string
let time: number
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patchbay-configuration-'))
  file = join(folder, 'access.json')
  time = Date.now()
})
afterEach(() => rm(folder, { recursive: true }))

const reader = { name: 'reader', title: 'Reader', rights: ['users.read'], scope: 'all' }
const write = (configuration: object) => writeFile(file, JSON.stringify(configuration))
const start = (settings: Readonly<Record<string, string>> = {}) =>
  startPatchbay({ settings: { PATCHBAY_CONFIG_FILE: file, ...settings }, now: () => new Date(time) })

async function told({ store }: Pick<Patchbay, 'store'>): Promise<Told[]> {
  const rows = await store.database.selectFrom('audit_records').select('body').orderBy('seq').execute()
  return rows.map(({ body }) => JSON.parse(body) as Told).filter(({ kind }) => kind === 'configuration')
}

/** Somebody signs in, which is when a file is looked at. */
async function signInLater(patchbay: Patchbay): Promise<void> {
  time += 1_000
  await patchbay.newBrowser().visit('/auth/sign-in?login_hint=auditor&returnTo=/healthz')
}

it('writes down at a start what differs from the rules that count without a file, and nothing at the next one', async () => {
  await write({ contact: 'the desk', claims: { roles: { 'cc-audit': 'auditor' } } })
  await using patchbay = await start()
  await expect.poll(() => told(patchbay)).toHaveLength(1)
  expect((await told(patchbay))[0]?.differing).toEqual(['claims.roles.cc-audit', 'contact'])
  await using again = await start(patchbay.storeSettings)
  await using without = await start({ ...patchbay.storeSettings, PATCHBAY_CONFIG_FILE: '' })
  await expect.poll(() => told(again)).toHaveLength(2)
  const [first, second] = await told(without)
  expect(second).toMatchObject({ before: first?.after, after: first?.before, differing: first?.differing })
})

it('writes nothing down where there never was a file', async () => {
  await using patchbay = await start({ PATCHBAY_CONFIG_FILE: '' })
  await patchbay.signIn('auditor')
  expect(await told(patchbay)).toEqual([])
})

it('writes down which roles differ when they are read again, once for all replicas, and nothing of a file that is wrong', async () => {
  await write({ roles: [reader] })
  await using patchbay = await start()
  await using replica = await start(patchbay.storeSettings)
  await expect.poll(() => told(patchbay)).toHaveLength(1)
  await write({
    roles: [
      { ...reader, rights: ['users.read', 'users.email.write'] },
      { ...reader, name: 'other' },
    ],
  })
  await Promise.all([signInLater(patchbay), signInLater(replica)])
  await expect.poll(() => told(patchbay)).toHaveLength(2)
  await write({ roles: [{ ...reader, rights: ['no.such'] }] })
  await Promise.all([signInLater(patchbay), signInLater(replica)])
  await write({ roles: [reader] })
  await Promise.all([signInLater(patchbay), signInLater(replica)])
  await expect.poll(() => told(patchbay)).toHaveLength(3)
  const [first, second, third] = await told(patchbay)
  expect(second?.differing).toEqual(['roles.other', 'roles.reader'])
  expect(third).toMatchObject({ differing: second?.differing, before: second?.after, after: first?.after })
})

it('is shown among the changes to who may read them all', async () => {
  await write({ contact: 'the desk' })
  await using patchbay = await start()
  const ask = await patchbay.signIn('auditor')
  await expect
    .poll(async () => ((await (await ask('/api/changes?kind=configuration')).json()) as { items: object[] }).items)
    .toMatchObject([{ kind: 'configuration', person: null, note: 'Other than before: contact' }])
})

it('waits for a store that cannot be written', async () => {
  await write({ contact: 'one' })
  await using patchbay = await start()
  const ask = await patchbay.signIn('auditor')
  await expect.poll(() => told(patchbay)).toHaveLength(1)
  const broken = await breakStore(patchbay.store, 'read-only')
  await write({ contact: 'two' })
  time += 1_000
  expect((await ask('/api/session')).status).toBe(200)
  await broken.mend()
  await write({ contact: 'three' })
  time += 1_000
  expect((await ask('/api/session')).status).toBe(200)
  await expect.poll(() => told(patchbay)).toHaveLength(3)
})
