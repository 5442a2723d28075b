import { verify } from '@patchbay/audit-verify'
import { sql } from 'kysely'
import { describe, expect, inject, it } from 'vitest'
import type { Store } from '../../store/store.ts'
import { openConsole, type OpenConsole, type Person } from '../testing/open-console.ts'

/** Changes of several kinds, refused ones among them, all by HTTP. */
async function makeChanges(world: OpenConsole): Promise<Person> {
  const [administrator, helpdesk] = [await world.signIn('administrator'), await world.signIn('helpdesk')]
  const { items } = (await administrator.get(`${world.base}/users`)).body
  for (const [index, { id }] of items.entries()) {
    const path = `${world.base}/users/${id}`
    const { version, phone } = (await administrator.get(path)).body
    const seconds = (phone.afterContactWorkSeconds ?? 0) + 5
    const changed = await administrator.put(`${path}/phone`, {
      ...phone,
      afterContactWorkSeconds: seconds,
      version,
      reason: `INC-${index} “Zoë” 💥`,
    })
    expect(changed.status).toBe(200)
    const refused = await helpdesk.delete(path, { version: changed.body.version })
    expect(refused.status).toBe(403)
  }
  return administrator
}

async function exportTrail(administrator: Person): Promise<{ content: string; head: string }> {
  let content = ''
  for (let part: unknown; ;) {
    const { status, body } = await administrator.post('/changes/export', {
      format: 'records',
      ...(part !== undefined && { part }),
    })
    expect(status).toBe(200)
    const exported = body as unknown as { content: string; next: unknown; head: { seq: number; hash: string } }
    content += exported.content
    if (exported.next === null) return { content, head: `${exported.head.seq}:${exported.head.hash}` }
    part = exported.next
  }
}

/** Where the verifier finds the store itself, as whoever runs it would give it. */
async function placeOf({ database, dialect }: Store): Promise<string> {
  if (dialect === 'sqlite') {
    const { rows } = await sql<{ file: string }>`select file from pragma_database_list`.execute(database)
    return rows[0]?.file ?? ''
  }
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database)
  return new URL(`/${rows[0]?.name ?? ''}`, inject('postgresUrl')).href
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes
}

describe('the trail that the server wrote', () => {
  it('is whole for a program that knows its documentation alone, as an export and where it is kept', async () => {
    await using world = await openConsole()
    const { content, head } = await exportTrail(await makeChanges(world))
    const exported = await verify({ places: chunksOf(Buffer.from(content)), head })
    expect(exported).toMatchObject({ faultCount: 0, faults: [] })
    expect(exported.records).toBeGreaterThan(30)
    const kept = await verify({ places: [await placeOf(world.store)], head })
    expect(kept).toMatchObject({ faultCount: 0, faults: [] })
    // The export itself is written down, too.
    expect(kept.records).toBeGreaterThanOrEqual(exported.records)
  })

  it('shows each of a thousand changed bytes, by the number of its record', async () => {
    await using world = await openConsole()
    const { content } = await exportTrail(await makeChanges(world))
    const lines = content.split('\n').slice(0, 8)
    const [, hash, seq] = /"hash":"(\w{64})","previous":"\w{64}","seq":(\d+)\}$/.exec(lines.at(-1) ?? '') ?? []
    const whole = Buffer.from(`${lines.join('\n')}\n`)
    const ends = [...whole.keys()].filter((index) => whole[index] === 10)
    const step = Math.floor(whole.length / 1_000)
    expect(step).toBeGreaterThan(0)
    for (let index = 0; index < whole.length; index += step) {
      const bytes = Buffer.from(whole)
      bytes[index] = bytes[index]! ^ (1 + (index % 127))
      const { faults } = await verify({ places: chunksOf(bytes), head: `${seq}:${hash}` })
      expect([index, faults[0]?.seq]).toEqual([index, ends.findIndex((end) => index <= end) + 1])
    }
  })
})
