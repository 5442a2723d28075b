import { randomUUID } from 'node:crypto'
import { userFilterOperators, userFilterProperties, userSortFields, type UserQuery } from '@patchbay/contract'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Fault } from '../../http/fault.ts'
import { requireUserFilter } from './user-filter.ts'
import { openTestStore } from '../../store/testing/open-test-store.ts'
import type { UserSummary } from '../../connect/users/user-settings.ts'
import { isPostgres } from '../../store/is-postgres.ts'
import { findUserPage, findUserRow } from '../../connect/directory/find-users.ts'
import { KeptPerGeneration, type Kept } from '../../connect/directory/kept-per-generation.ts'
import type { Names } from '../../connect/directory/names.ts'
import { sortKeysOf } from '../../connect/directory/sort-keys.ts'
import { searchRows } from '../../connect/directory/testing/reference-search.ts'
import { FEW } from '../../connect/directory/user-matches.ts'
import type { FilterPlace } from '../../connect/directory/user-condition.ts'
import { userRowOf } from '../../connect/directory/user-row.ts'
import { sortedTextsOf, writeUsers, type StoredUser } from '../../connect/directory/write-users.ts'

const NOW = new Date('2026-05-05T12:00:00Z')
const HOUR_MS = 3_600_000

const groups = { europe: 'Europe', team: 'Team 1', asia: 'Ásia', other: 'Team 1' }
const names: Names = {
  securityProfiles: new Map([
    ['s1', 'Agent'],
    ['s2', 'Qualität'],
    ['s3', 'Agent 10'],
  ]),
  routingProfiles: new Map([
    ['r1', 'Sales'],
    ['r2', '日本語サポート'],
    ['r3', 'Sales'],
  ]),
  groupPaths: new Map(
    (
      [
        ['europe', ['europe']],
        ['team', ['europe', 'team']],
        ['asia', ['asia']],
        ['other', ['asia', 'other']],
      ] as const
    ).map(([id, path]) => [id, path.map((one) => ({ id: one, name: groups[one] }))]),
  ),
}

const words = [
  'Zoë', 'zoe', 'ZOË', 'Núñez', 'Nunez', 'Ärger', 'apple', 'Straße', 'STRASSE', 'Αλέξης', 'ΑΛΕΞΗΣ', 'Йосип', 'йосиф', 'がくと', 'かくと',
  '山田', 'สมชาย', 'เก่ง', 'دانيال', 'דניאל', '김민수', 'Nguyễn', 'item 9', 'item 10', 'item 010', 'O’Brien', "O'Brien", 'æther', 'aether', 'Łukasz', 'İnce',
] // prettier-ignore
const word = fc.constantFrom(...words)
const name = fc.oneof(
  { arbitrary: word, weight: 6 },
  { arbitrary: fc.tuple(word, word).map((both) => both.join(' ')), weight: 2 },
  { arbitrary: fc.constant(''), weight: 1 },
  { arbitrary: fc.stringMatching(/^[a-eA-E0-2 .-]{1,4}$/), weight: 3 },
)

const person = fc.record({
  username: fc.oneof(fc.stringMatching(/^[a-c]{1,3}[.]?[0-9]{1,3}$/), word),
  firstName: name,
  lastName: name,
  phoneType: fc.constantFrom('SOFT_PHONE' as const, 'DESK_PHONE' as const),
  autoAccept: fc.boolean(),
  afterContactWorkSeconds: fc.constantFrom(0, 5, 30, 31, 300),
  deskPhoneNumber: fc.constantFrom(null, '+442071838750', '+81312345678'),
  routingProfileId: fc.constantFrom(null, 'r1', 'r2', 'r3', 'gone'),
  hierarchyGroupId: fc.constantFrom(null, ...Object.keys(groups), 'gone'),
  securityProfileIds: fc.uniqueArray(fc.constantFrom('s1', 's2', 's3', 'gone'), { maxLength: 3 }),
  tags: fc.dictionary(fc.constantFrom('Site', 'site', 'Café', 'a=b'), fc.constantFrom('', 'Osaka', 'Kraków', 'b')),
  isPending: fc.boolean(),
  changedHoursAgo: fc.constantFrom(null, 1, 2, 30),
})
type Person = typeof person extends fc.Arbitrary<infer One> ? One : never

const token = fc.record({
  property: fc.constantFrom(...userFilterProperties),
  operator: fc.constantFrom(...userFilterOperators),
  value: fc.oneof(
    fc.constantFrom(
      '',
      's1',
      'r1',
      'gone',
      'europe',
      'asia',
      '30',
      'true',
      'false',
      'SOFT_PHONE',
      'site=osaka',
      'cafe',
      'Team',
      '%',
      '_',
    ),
    word,
    word.map((text) => text.slice(1, 3)),
  ),
})

const makesSense = (one: typeof token extends fc.Arbitrary<infer One> ? One : never) => {
  try {
    requireUserFilter([one])
    return true
  } catch (error) {
    expect(error).toBeInstanceOf(Fault)
    return false
  }
}

const query: fc.Arbitrary<UserQuery> = fc.record({
  search: fc.oneof(fc.constant(''), word, name, fc.constantFrom('zoe nun', '838', 'a.1', '-4')),
  filter: fc.array(token.filter(makesSense), { maxLength: 3 }),
  join: fc.constantFrom('and' as const, 'or' as const),
  sort: fc.constantFrom(...userSortFields),
  order: fc.constantFrom('asc' as const, 'desc' as const),
  page: fc.integer({ min: 1, max: 4 }),
  pageSize: fc.integer({ min: 1, max: 20 }),
})

function toStored(one: Person): StoredUser {
  const { username, firstName, lastName, isPending, changedHoursAgo, tags, ...rest } = one
  const { phoneType, autoAccept, afterContactWorkSeconds, deskPhoneNumber, ...references } = rest
  const summary: UserSummary = {
    id: randomUUID(),
    username,
    identity: { firstName, lastName },
    phone: { phoneType, autoAccept, afterContactWorkSeconds, deskPhoneNumber },
    tags: { ...tags },
    ...references,
  }
  const changedAt = changedHoursAgo === null ? null : NOW.getTime() - changedHoursAgo * HOUR_MS
  return { summary, ownAt: isPending ? NOW.getTime() : null, isDeleted: false, changedAt }
}

function rowOf({ summary, ownAt, changedAt }: StoredUser) {
  const isShown = changedAt !== null && NOW.getTime() - changedAt < 24 * HOUR_MS
  return userRowOf(summary, names, {
    pending: ownAt !== null,
    changedAt: isShown ? new Date(changedAt).toISOString() : null,
  })
}

async function openPeople() {
  const store = await openTestStore()
  const { database } = store
  async function write(users: readonly StoredUser[]): Promise<FilterPlace> {
    const instanceId = randomUUID()
    const keys = await sortKeysOf(
      database,
      users.flatMap(({ summary }) => sortedTextsOf(summary)),
      NOW,
    )
    await database.transaction().execute(async (transaction) => {
      for (const [groupId, path] of names.groupPaths) {
        const rows = path.map(({ id }) => ({ instance_id: instanceId, ancestor_id: id, group_id: groupId }))
        await transaction.insertInto('directory_group_ancestors').values(rows).execute()
      }
      await writeUsers(transaction, instanceId, users, keys, NOW)
    })
    return { instanceId, isPostgres: isPostgres(database), names, now: NOW }
  }
  return { database, write, [Symbol.asyncDispose]: () => store[Symbol.asyncDispose]() }
}

/** What is looked for, and somebody's id or its beginning with it: at seven letters it finds nobody. */
const asked = fc
  .record({
    query,
    pasted: fc.option(fc.record({ at: fc.nat(), length: fc.constantFrom(7, 8, 9, 13, 36) }), { freq: 3 }),
  })
  .map(({ query: one, pasted }) => (ids: readonly string[]): UserQuery => {
    if (pasted === null) return one
    const start = ids[pasted.at % ids.length]?.slice(0, pasted.length) ?? ''
    return { ...one, search: one.search === 'zoe nun' ? start : `${one.search} ${start}` }
  })

/** More than are found are walked through, fewer are sorted: either way it is the same list. */
const fewest = fc.constantFrom(0, 3, 30, FEW)

const nothingKept: Kept = { get: (_key, read) => read(), find: () => undefined }

describe('what is found', () => {
  test('is what a plain loop over everybody finds: any filter, words, order and page', async () => {
    await using people = await openPeople()
    const population = fc.array(person, { minLength: 20, maxLength: 80 })
    await fc.assert(
      fc.asyncProperty(
        population,
        fc.array(fc.tuple(asked, fewest), { minLength: 30, maxLength: 40 }),
        async (all, queries) => {
          const users = all.map(toStored)
          const place = await people.write(users)
          for (const [ask, few] of queries) {
            const one = ask(users.map(({ summary }) => summary.id))
            const expected = searchRows(users.map(rowOf), one)
            expect(await findUserPage(people.database, place, one, 'all', nothingKept, { few })).toEqual({
              ...expected,
              isExactTotal: true,
            })
          }
        },
      ),
      { numRuns: 12 },
    )
  })

  test('is the same where it is typed letter by letter', async () => {
    await using people = await openPeople()
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 20 }),
        fc.array(fc.tuple(asked, fewest), { minLength: 5, maxLength: 10 }),
        async (all, queries) => {
          const users = all.map(toStored)
          const rows = users.map(rowOf)
          const place = await people.write(users)
          for (const [ask, few] of queries) {
            const one = ask(rows.map(({ id }) => id))
            const kept = new KeptPerGeneration().at('as it stands')
            const { search = '' } = one
            for (let length = 0; length <= search.length; length += 1) {
              const typed = { ...one, search: search.slice(0, length) }
              const exactTotal = length % 2 === 0
              const found = await findUserPage(people.database, place, typed, 'all', kept, { few, exactTotal })
              const { items, total } = searchRows(rows, typed)
              const isExactTotal = found.isExactTotal || exactTotal || total <= typed.pageSize
              expect(found).toEqual({ items, total: isExactTotal ? total : typed.pageSize + 1, isExactTotal })
            }
          }
        },
      ),
      { numRuns: 8 },
    )
  })

  test('where not all need counting, is the first page and that there are more', async () => {
    await using people = await openPeople()
    const typed = fc.record({
      search: fc.oneof(word, name),
      order: fc.constantFrom('asc', 'desc'),
      pageSize: fc.nat(8),
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 20, maxLength: 80 }),
        fc.array(typed, { minLength: 30, maxLength: 40 }),
        async (all, queries) => {
          const users = all.map(toStored)
          const rows = users.map(rowOf)
          const place = await people.write(users)
          for (const { search, order, pageSize } of queries) {
            const one: UserQuery = { search, order, join: 'and', sort: 'lastName', page: 1, pageSize: pageSize + 1 }
            const { items, total } = searchRows(rows, one)
            const kept = new KeptPerGeneration().at('as it stands')
            const isCounted = place.isPostgres || search.trim() === '' || total <= one.pageSize
            for (const isExactTotal of [isCounted, true]) {
              const options = { exactTotal: isExactTotal && !isCounted }
              const found = await findUserPage(people.database, place, one, 'all', kept, options)
              expect(found).toEqual({ items, total: isExactTotal ? total : one.pageSize + 1, isExactTotal })
            }
          }
        },
      ),
      { numRuns: 8 },
    )
  })

  test('within a scope is what is found among its people', async () => {
    await using people = await openPeople()
    const scopes = fc.subarray(['europe', 'team', 'asia', 'nowhere'])
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { minLength: 20 }),
        fc.array(fc.tuple(query, scopes, fewest), { minLength: 10 }),
        async (all, queries) => {
          const users = all.map(toStored)
          const place = await people.write(users)
          for (const [one, scope, few] of queries) {
            const inside = users.filter(({ summary: { hierarchyGroupId } }) =>
              (names.groupPaths.get(hierarchyGroupId ?? '') ?? []).some(({ id }) => scope.includes(id)),
            )
            const expected = searchRows(inside.map(rowOf), one)
            expect(await findUserPage(people.database, place, one, scope, nothingKept, { few })).toMatchObject(expected)
            const { id } = users[0]?.summary ?? { id: '' }
            const found = await findUserRow(people.database, place, id, scope)
            expect(found?.id).toBe(inside.some(({ summary }) => summary.id === id) ? id : undefined)
          }
        },
      ),
      { numRuns: 8 },
    )
  })
})
