import { fork } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SearchUsersCommand, type UserSearchSummary } from '@aws-sdk/client-connect'
import type { Change } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { settingsOf } from '../../store/testing/store-place.ts'
import { openConsole, type Answer, type AnyBody, type Person } from '../testing/open-console.ts'
import { newcomerLike } from '../testing/newcomer.ts'
import type { Dying } from './testing/dying-server.ts'

const main = fileURLToPath(new URL('testing/dying-server.ts', import.meta.url))

/** Beyond all that a pending change may take: what is not to be seen by then was not done. */
const QUARTER_HOUR_MS = 900_000

/** A world whose clock the test moves. Its own server is the one that is started after the kill. */
async function openMoved() {
  let aheadMs = 0
  const now = () => new Date(Date.now() + aheadMs)
  const world = await openConsole({ now, spec: { users: 40, routingProfiles: 3 } })
  return {
    ...world,
    pass: (milliseconds: number) => void (aheadMs += milliseconds),
    /** The next server, which will not live longer than `step` steps of a write. */
    async startDying(step: number) {
      const settings = {
        ...settingsOf(world.store.place),
        PATCHBAY_PORT: '0',
        AWS_REGION: 'us-east-1',
        AWS_ENDPOINT_URL_CONNECT: world.emulator.url,
        CONNECT_PACE: 'off',
        OIDC_ISSUER: 'http://127.0.0.1:9',
      }
      const dying: Dying = { step, settings, clockAheadMs: aheadMs }
      const child = fork(main, [JSON.stringify(dying)], {
        env: {
          AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
          AWS_SECRET_ACCESS_KEY: 'secret',
          NODE_COMPILE_CACHE: join(tmpdir(), 'patchbay-compile-cache'),
        },
      })
      const ended = once(child, 'exit')
      const [{ url }] = (await once(child, 'message')) as [{ url: string }]
      async function kill() {
        child.kill('SIGKILL')
        await ended
      }
      return { url, kill, [Symbol.asyncDispose]: kill }
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  }
}

interface Family {
  /** How many steps there are to be killed after. */
  readonly steps: number
  /** What who survives them answers. */
  readonly status: number
  /** Asks for the write of somebody who is in `row`; at every step it is another one. */
  readonly write: (person: Person, base: string, row: UserSearchSummary) => Promise<Answer<AnyBody>>
  /** The writes that it takes, and by what Connect then has whether each was done. */
  readonly done: (
    row: UserSearchSummary,
    now: UserSearchSummary | undefined,
    all: readonly UserSearchSummary[],
  ) => Readonly<Record<string, boolean>>
}

/** A user name has 20 characters at most. */
const nameLike = (id = '') => `new.${id.slice(0, 8)}`

const families: Readonly<Record<string, Family>> = {
  'a save of three groups': {
    // It is read; each group is written down, answered, its outcome written down; it is read back; each is confirmed.
    steps: 1 + 3 * 3 + 1 + 3,
    status: 200,
    async write(person, base, { Id }) {
      const { body: user } = await person.get(`${base}/users/${Id}?fresh=true`)
      const { body: routing } = await person.get(`${base}/routing-profiles`)
      const other = routing.items.find(({ id }) => id !== user.routingProfile?.id)
      return await person.put(`${base}/users/${Id}/settings`, {
        version: user.version,
        phone: { ...user.phone, afterContactWorkSeconds: 4_321 },
        routingProfileId: other?.id,
        tags: { ...user.tags, Killed: 'yes' },
      })
    },
    done: (row, now) => ({
      UpdateUserPhoneConfig: now?.PhoneConfig?.AfterContactWorkTimeLimit === 4_321_000,
      UpdateUserRoutingProfile: now?.RoutingProfileId !== row.RoutingProfileId,
      TagResource: now?.Tags?.['Killed'] === 'yes',
    }),
  },
  'a create': {
    // It is written down, answered, its outcome written down, read, confirmed.
    steps: 5,
    status: 201,
    async write(person, base, { Id }) {
      const { body: user } = await person.get(`${base}/users/${Id}`)
      return await person.post(`${base}/users`, { ...newcomerLike(user), username: nameLike(Id) })
    },
    done: (row, _now, all) => ({ CreateUser: all.some(({ Username }) => Username === nameLike(row.Id)) }),
  },
  'a delete': {
    // It is read, written down, answered, looked for in vain, its outcome written down, confirmed.
    steps: 6,
    status: 200,
    async write(person, base, { Id }) {
      const { body: user } = await person.get(`${base}/users/${Id}?fresh=true`)
      return await person.delete(`${base}/users/${Id}`, { version: user.version })
    },
    done: (_row, now) => ({ DeleteUser: now === undefined }),
  },
}

test.each(Object.entries(families))(
  'killed after each single step of %s: nothing is done twice or unrecorded, each change ends as it stands in Connect',
  { timeout: 300_000 },
  async (_name, family) => {
    await using world = await openMoved()
    const everybody = async () => {
      const { otherTool, instanceId: InstanceId } = world
      return (await otherTool.send(new SearchUsersCommand({ InstanceId, MaxResults: 500 }))).Users ?? []
    }
    const rows = (await everybody()).toSorted((a, b) => String(a.Id).localeCompare(String(b.Id)))
    for (let step = 1; step <= family.steps + 1; step += 1) {
      const row = rows[step] as UserSearchSummary
      const [sentBefore, changedBefore] = [world.writes().length, (await world.changes()).length]
      await using dying = await world.startDying(step)
      const victim = await world.signIn('administrator', { at: dying.url })
      const answer = await family.write(victim, world.base, row).catch(() => undefined)
      expect([step, answer?.status]).toEqual([step, step <= family.steps ? undefined : family.status])
      await dying.kill()

      world.pass(QUARTER_HOUR_MS)
      const begun = async () => (await world.changes()).slice(changedBefore)
      await expect.poll(async () => (await begun()).map(isEnded), { timeout: 20_000 }).not.toContain(false)
      const sent = world.writes().slice(sentBefore)
      expect(new Set(sent).size).toBe(sent.length)
      const all = await everybody()
      const done = family.done(
        row,
        all.find(({ Id }) => Id === row.Id),
        all,
      )
      const changes = (await begun()).map(({ operation, status }) => [operation, status])
      const expected = Object.entries(done).map(([operation, is]) => [operation, is ? 'confirmed' : 'failed'])
      // What was never written down was never sent.
      expect(changes).toEqual(expected.slice(0, changes.length))
      expect(expected.slice(changes.length).filter(([, status]) => status === 'confirmed')).toEqual([])
      expect(changes.map(([operation]) => operation)).toEqual(expect.arrayContaining(sent))

      const administrator = await world.signIn('administrator')
      const { body: list } = await administrator.get(`${world.base}/users?fresh=true&pageSize=500`)
      expect(new Set(list.items.map(({ id }) => id))).toEqual(new Set(all.map(({ Id }) => Id)))
      const shown = list.items.find(({ id }) => id === row.Id)
      const stands = all.find(({ Id }) => Id === row.Id)
      expect(shown?.tags).toEqual(stands?.Tags)
      expect(shown?.routingProfile?.id).toBe(stands?.RoutingProfileId)
    }
  },
)

const isEnded = ({ status }: Change) => status !== 'pending'
