import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { SearchUsersCommand, type UserSearchSummary } from '@aws-sdk/client-connect'
import type { Change, User } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { settingsOf } from '../../store/testing/store-place.ts'
import { openConsole, type Answer, type AnyBody, type OpenConsole, type Person } from '../testing/open-console.ts'
import { compileCache } from '../../testing/compile-cache.ts'
import { newcomerLike } from '../testing/newcomer.ts'
import { findSomeone } from '../testing/someone.ts'
import type { Dying, Told } from './testing/dying-server.ts'

const main = fileURLToPath(new URL('testing/dying-server.ts', import.meta.url))

/** Beyond all that a pending change may take: what is not to be seen by then was not done. */
const QUARTER_HOUR_MS = 900_000

interface World extends OpenConsole {
  pass(milliseconds: number): void
}

/** A world whose clock the test moves. Its own server is the one that is started after the kill. */
async function openMoved(): Promise<World> {
  let aheadMs = 0
  const now = () => new Date(Date.now() + aheadMs)
  const world = await openConsole({ now, spec: { users: 4, routingProfiles: 3 } })
  return { ...world, pass: (milliseconds) => void (aheadMs += milliseconds) }
}

/** The next server of each world, which lives for one step of a write in the first, for two in the second, and so on. */
async function startDying(worlds: readonly World[]) {
  const all = worlds.map(({ store, emulator }, at): Dying => ({
    step: at + 1,
    settings: {
      ...settingsOf(store.place),
      PATCHBAY_PORT: '0',
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL_CONNECT: emulator.url,
      CONNECT_PACE: 'off',
      OIDC_ISSUER: 'http://127.0.0.1:9',
    },
  }))
  const child = fork(main, [JSON.stringify(all)], {
    env: {
      AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'secret',
      ...compileCache,
    },
  })
  const ended = once(child, 'exit')
  const stopped = worlds.map(() => Promise.withResolvers<'stopped'>())
  const urls = await new Promise<readonly string[]>((resolve, reject) => {
    child.on('message', (told: Told) =>
      'urls' in told ? resolve(told.urls) : stopped[told.stopped]?.resolve('stopped'),
    )
    child.on('exit', () => reject(new Error('The servers did not start.')))
  })
  async function kill() {
    child.kill('SIGKILL')
    await ended
  }
  return { urls, stopped: stopped.map(({ promise }) => promise), kill, [Symbol.asyncDispose]: kill }
}

interface Family {
  /** How many steps there are to be killed after. */
  readonly steps: number
  /** What who survives them answers. */
  readonly status: number
  readonly write: (person: Person, base: string, user: User) => Promise<Answer<AnyBody>>
  /** The writes that it takes, and by what Connect then has whether each was done. */
  readonly done: (
    row: UserSearchSummary,
    now: UserSearchSummary | undefined,
    all: readonly UserSearchSummary[],
  ) => Readonly<Record<string, boolean>>
}

const families: Readonly<Record<string, Family>> = {
  'a save of three groups': {
    // It is read; each group is written down, answered, its outcome written down; it is read back; each is confirmed.
    steps: 1 + 3 * 3 + 1 + 3,
    status: 200,
    async write(person, base, user) {
      const { body: routing } = await person.get(`${base}/routing-profiles`)
      const other = routing.items.find(({ id }) => id !== user.routingProfile?.id)
      return await person.put(`${base}/users/${user.id}/settings`, {
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
    write: (person, base, user) => person.post(`${base}/users`, newcomerLike(user)),
    done: (_row, _now, all) => ({ CreateUser: all.some(({ Username }) => Username === 'zoe.new') }),
  },
  'a delete': {
    // It is read, written down, answered, looked for in vain, its outcome written down, confirmed.
    steps: 6,
    status: 200,
    write: (person, base, { id, version }) => person.delete(`${base}/users/${id}`, { version }),
    done: (_row, now) => ({ DeleteUser: now === undefined }),
  },
}

test.each(Object.entries(families))(
  'killed after each single step of %s: nothing is done twice or unrecorded, each change ends as it stands in Connect',
  async (_name, family) => {
    await using worlds = new AsyncDisposableStack()
    const open = async () => worlds.use(await openMoved())
    const all = await Promise.all(Array.from({ length: family.steps + 1 }, open))
    await using dying = await startDying(all)
    const begun = await Promise.all(
      all.map(async (world, at) => {
        const victim = await world.signIn('administrator', { at: dying.urls[at] ?? '' })
        const user = await findSomeone(world, victim)
        const row = (await everybody(world)).find(({ Id }) => Id === user.id) as UserSearchSummary
        // Who is in the middle of it when the server is killed gets no answer.
        const answer = family.write(victim, world.base, user).catch(() => undefined)
        return { world, row, end: await Promise.race([dying.stopped[at], answer.then((given) => given?.status)]) }
      }),
    )
    expect(begun.map(({ end }) => end)).toEqual([...Array<string>(family.steps).fill('stopped'), family.status])
    await dying.kill()
    await Promise.all(begun.map(({ world, row }) => expectOutcome(family, world, row)))
  },
)

async function everybody({ otherTool, instanceId: InstanceId }: World): Promise<UserSearchSummary[]> {
  return (await otherTool.send(new SearchUsersCommand({ InstanceId, MaxResults: 500 }))).Users ?? []
}

async function expectOutcome(family: Family, world: World, row: UserSearchSummary): Promise<void> {
  world.pass(QUARTER_HOUR_MS)
  await expect.poll(async () => (await world.changes()).map(isEnded)).not.toContain(false)
  const sent = world.writes()
  expect(new Set(sent).size).toBe(sent.length)
  const all = await everybody(world)
  const stands = all.find(({ Id }) => Id === row.Id)
  const done = family.done(row, stands, all)
  const changes = (await world.changes()).map(({ operation, status }) => [operation, status])
  const expected = Object.entries(done).map(([operation, is]) => [operation, is ? 'confirmed' : 'failed'])
  // What was never written down was never sent.
  expect(changes).toEqual(expected.slice(0, changes.length))
  expect(expected.slice(changes.length).filter(([, status]) => status === 'confirmed')).toEqual([])
  expect(changes.map(([operation]) => operation)).toEqual(expect.arrayContaining(sent))

  const administrator = await world.signIn('administrator')
  const { body: list } = await administrator.get(`${world.base}/users?fresh=true&pageSize=500`)
  expect(new Set(list.items.map(({ id }) => id))).toEqual(new Set(all.map(({ Id }) => Id)))
  const shown = list.items.find(({ id }) => id === row.Id)
  expect(shown?.tags).toEqual(stands?.Tags)
  expect(shown?.routingProfile?.id).toBe(stands?.RoutingProfileId)
}

const isEnded = ({ status }: Change) => status !== 'pending'
