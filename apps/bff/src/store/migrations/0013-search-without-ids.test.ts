import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { sortKeysOf } from '../../connect/directory/sort-keys.ts'
import { sortedTextsOf, writeUsers, type StoredUser } from '../../connect/directory/write-users.ts'
import { openTestStore } from '../testing/open-test-store.ts'
import { searchWithoutIds } from './0013-search-without-ids.ts'

const now = new Date(Date.UTC(2026, 10, 22))
const phone = { phoneType: 'DESK_PHONE', autoAccept: false, afterContactWorkSeconds: 0 } as const

const somebody = (firstName: string, lastName: string, deskPhoneNumber: string | null): StoredUser => ({
  summary: {
    id: randomUUID(),
    username: 'ada',
    identity: { firstName, lastName },
    phone: { ...phone, deskPhoneNumber },
    routingProfileId: null,
    hierarchyGroupId: null,
    securityProfileIds: [],
    tags: {},
  },
  ownAt: null,
  isDeleted: false,
  changedAt: null,
})

test('takes the id out of what is searched, and leaves all else of it', async () => {
  await using store = await openTestStore()
  const { database } = store
  const users = [somebody('Zoë', 'Núñez', '+442071838750'), somebody('', '', null), somebody('𠮷野', '김민수', null)]
  const texts = users.flatMap(({ summary }) => sortedTextsOf(summary))
  const keys = await sortKeysOf(database, texts, now)
  await database.transaction().execute((transaction) => writeUsers(transaction, 'i', users, keys, now))
  const read = () => database.selectFrom('directory_users').select(['id', 'searched_folded']).orderBy('id').execute()
  const without = await read()
  await sql`update directory_users set searched_folded = searched_folded || ${'\n'} || id_folded`.execute(database)
  expect(await read()).not.toEqual(without)
  await searchWithoutIds.up(database)
  expect(await read()).toEqual(without)
})
