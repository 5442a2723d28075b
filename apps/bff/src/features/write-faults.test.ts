import { ListUsersCommand } from '@aws-sdk/client-connect'
import { describe, test } from 'vitest'
import type { Change, ChangeStatus, User } from '@patchbay/contract'
import { newcomerLike } from './testing/newcomer.ts'
import { openConsole, type Answer, type AnyBody, type OpenConsole, type Person } from './testing/open-console.ts'
import { findSomeone } from './testing/someone.ts'

/** What befalls every call of one operation, as often as it is tried; whether Connect did it all the same, and what the record says in the end. */
const faults = [
  [{ error: 'InternalServiceException' }, { isDone: false, ends: 'failed' }],
  [{ error: 'ThrottlingException' }, { isDone: false, ends: 'failed' }],
  [{ error: 'drop' }, { isDone: true, ends: 'confirmed' }],
  [{ error: 'half-body' }, { isDone: true, ends: 'confirmed' }],
  [{ error: 'garbage' }, { isDone: true, ends: 'confirmed' }],
  // A stall beyond the deadline.
  [{ delayMs: 60_000 }, { isDone: true, ends: 'confirmed' }],
] as const satisfies readonly (readonly [object, { isDone: boolean; ends: ChangeStatus }])[]

interface Family {
  /** The call that the fault befalls; of a save of several groups, the second. */
  readonly operation: string
  readonly write: (person: Person, base: string, user: User) => Promise<Answer<AnyBody>>
  /** The other writes of the same request, each of which is sent once, whatever happens to this one. */
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** How often the call may do what it does; setting the same values again changes nothing. */
  readonly mostDone: number
  /** How many people there are more where it was done. */
  readonly more: number
  /** What is said where it was throttled, and where Connect answers nothing but an error. */
  readonly words: { readonly ThrottlingException: string; readonly InternalServiceException: string }
}

const BUSY = 'Amazon Connect is busy. Try again in a few seconds.'
const LOOK = 'Amazon Connect did not answer as expected. It may have been done or not: look before you try again.'
const RELOAD = 'Amazon Connect did not answer as expected. The change may have been made or not: reload to see.'

const families: Readonly<Record<string, Family>> = {
  'a save of three groups': {
    operation: 'UpdateUserRoutingProfile',
    async write(person, base, user) {
      const { body: routing } = await person.get(`${base}/routing-profiles`)
      return await person.put(`${base}/users/${user.id}/settings`, {
        version: user.version,
        phone: { ...user.phone, afterContactWorkSeconds: 4_321 },
        routingProfileId: routing.items.find(({ id }) => id !== user.routingProfile?.id)?.id,
        tags: { ...user.tags, Third: 'yes' },
      })
    },
    before: ['UpdateUserPhoneConfig'],
    after: ['TagResource'],
    mostDone: 3,
    more: 0,
    words: {
      ThrottlingException: `The phone settings were written. The routing profile was not written. New and changed tags were not written. ${BUSY}`,
      InternalServiceException: `The phone settings were written. The routing profile may have been written or not. New and changed tags were not written. ${RELOAD}`,
    },
  },
  'a create': {
    operation: 'CreateUser',
    write: (person, base, user) => person.post(`${base}/users`, newcomerLike(user)),
    before: [],
    after: [],
    mostDone: 1,
    more: 1,
    words: { ThrottlingException: BUSY, InternalServiceException: LOOK },
  },
  'a delete': {
    operation: 'DeleteUser',
    write: (person, base, { id, version }) => person.delete(`${base}/users/${id}`, { version }),
    before: [],
    after: [],
    mostDone: 1,
    more: -1,
    words: { ThrottlingException: BUSY, InternalServiceException: LOOK },
  },
}

async function peopleOf({ otherTool, instanceId }: OpenConsole): Promise<string[]> {
  const { UserSummaryList = [] } = await otherTool.send(new ListUsersCommand({ InstanceId: instanceId }))
  return UserSummaryList.map(({ Id }) => Id ?? '')
}

const endsOf = (changes: readonly Change[]) => changes.map(({ operation, status }) => [operation, status])

describe.concurrent.each(Object.entries(families))('%s', (_name, family) => {
  const { operation, write, before, after, mostDone, more, words } = family
  test.for(faults)(
    'whose call meets %o ends as it stands in Connect, made once, and says what was done and what a person can do',
    async ([fault, { isDone, ends }], { expect }) => {
      let aheadMs = 0
      await using world = await openConsole({
        now: () => new Date(Date.now() + aheadMs),
        spec: { users: 6, routingProfiles: 3 },
      })
      const administrator = await world.signIn('administrator')
      const user = await findSomeone(world, administrator)
      world.emulator.setFault({ operation, ...fault })
      const { status, body } = await write(administrator, world.base, user)
      world.emulator.clearFaults()

      expect(status < 300).toBe(isDone)
      if (!isDone && 'error' in fault) {
        expect(body.message).toBe(words[fault.error as keyof typeof words])
        expect(body.data.done ?? []).toHaveLength(before.length)
        expect(body.data.notDone ?? []).toHaveLength(before.length === 0 ? 0 : 1 + after.length)
      }
      const begun = [...before, operation, ...(isDone ? after : [])]
      expect(isDone ? body.changes : body.data.changes).toHaveLength(begun.length)
      const done = isDone ? world.calls(operation).length : 0
      expect(done).toBeLessThanOrEqual(mostDone)
      const others = world.writes().filter((one) => one !== operation)
      expect(others).toEqual(begun.filter((one) => one !== operation))

      aheadMs = 900_000
      const expected = begun.map((one) => [one, one === operation ? ends : 'confirmed'])
      await expect.poll(async () => endsOf(await world.changes())).toEqual(expected)
      const people = await peopleOf(world)
      expect(people).toHaveLength(6 + (isDone ? more : 0))
      const again = await world.signIn('administrator')
      const { body: list } = await again.get(`${world.base}/users?fresh=true&pageSize=500`)
      expect(list.items.map(({ id }) => id).toSorted()).toEqual(people.toSorted())
      // What was acknowledged stands in the list as in Connect.
      const row = list.items.find(({ id }) => id === user.id)
      const isSaved = before.length > 0
      if (row) {
        expect(row.phone.afterContactWorkSeconds === 4_321).toBe(isSaved)
        expect(row.routingProfile?.id !== user.routingProfile?.id).toBe(isSaved && isDone)
        expect('Third' in row.tags).toBe(isSaved && isDone)
      }
    },
  )
})

test('a save of which not even the first call is sure says that it may have been done, and what else was not', async ({
  expect,
}) => {
  await using world = await openConsole({ spec: { users: 6 } })
  const administrator = await world.signIn('administrator')
  const user = await findSomeone(world, administrator)
  world.emulator.setFault({ operation: 'UpdateUserPhoneConfig', error: 'InternalServiceException' })
  const { status, body } = await administrator.put(`${world.base}/users/${user.id}/settings`, {
    version: user.version,
    phone: { ...user.phone, afterContactWorkSeconds: 4_321 },
    tags: { ...user.tags, Second: 'yes' },
  })
  expect([status, body.code, body.data.done]).toEqual([502, 'change.partly_done', []])
  expect(body.message).toBe(
    `The phone settings may have been written or not. New and changed tags were not written. ${RELOAD}`,
  )
  expect(body.data.changes?.map((change) => change.status)).toEqual(['pending'])
  expect(new Set(world.writes())).toEqual(new Set(['UpdateUserPhoneConfig']))
})
