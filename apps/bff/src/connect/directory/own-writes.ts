import type { Kysely } from 'kysely'
import { prepareQuery } from '../../store/prepare-query.ts'
import type { Tables } from '../../store/tables.ts'
import type { UserSummary } from '../users/user-settings.ts'
import type { Readings } from './readings.ts'
import { sortKeysOf } from './sort-keys.ts'
import { findUsers, sortedTextsOf, writeUsers, type StoredUser } from './write-users.ts'

/** How long a row that was written through Patchbay outranks what the lagging search says of it (CONS-01: at times minutes). */
export const OWN_WRITE_OUTRANKS_SEARCH_MS = 120_000

/** What is written through Patchbay is in the directory at once, and pending until a search finds it so. */
export class OwnUsers {
  readonly #database: Kysely<Tables>
  readonly #instanceId: string
  readonly #readings: Readings
  readonly #now: () => Date
  readonly #findOwnSeq: ReturnType<typeof prepareQuery<{ seq: number }>>

  constructor(database: Kysely<Tables>, instanceId: string, readings: Readings, now: () => Date) {
    this.#database = database
    this.#instanceId = instanceId
    this.#readings = readings
    this.#now = now
    this.#findOwnSeq = prepareQuery(
      database
        .selectFrom('directory_users')
        .select('seq')
        .where('instance_id', '=', '')
        .where('id', '=', '')
        .where('own_at', 'is not', null),
    )
  }

  async put(summary: UserSummary): Promise<void> {
    await this.#write({ summary, ownAt: this.#now().getTime(), isDeleted: false, changedAt: null })
  }

  /** Whether a write of the person waits for a search. Of most people who are read none does. */
  async has(id: string): Promise<boolean> {
    return (await this.#findOwnSeq(this.#database, this.#instanceId, id)).length > 0
  }

  /** A read that began after the write knows better: the write may have been changed by others, or have failed in the end. */
  async correct(summary: UserSummary, asOf: Date): Promise<void> {
    const stored = (await findUsers(this.#database, this.#instanceId, [summary.id])).get(summary.id)
    if (stored === undefined || stored.ownAt === null || asOf.getTime() < stored.ownAt) return
    if (!stored.isDeleted && JSON.stringify(stored.summary) === JSON.stringify(summary)) return
    await this.#write({ ...stored, summary, isDeleted: false })
  }

  async remove(id: string): Promise<void> {
    const stored = (await findUsers(this.#database, this.#instanceId, [id])).get(id)
    // One whom no search has told yet may be told by the next, which lags.
    const { summary } = stored ?? { summary: { ...UNKNOWN, id } }
    await this.#write({ summary, changedAt: null, ownAt: this.#now().getTime(), isDeleted: true })
  }

  async #write(user: StoredUser): Promise<void> {
    const now = this.#now()
    const keys = await sortKeysOf(this.#database, sortedTextsOf(user.summary), now)
    await this.#database.transaction().execute(async (transaction) => {
      await writeUsers(transaction, this.#instanceId, [user], keys, now)
      await this.#readings.touch(transaction, 'people')
    })
  }
}

const UNKNOWN: Omit<UserSummary, 'id'> = {
  username: '',
  identity: { firstName: '', lastName: '' },
  phone: { phoneType: 'SOFT_PHONE', autoAccept: false, afterContactWorkSeconds: 0, deskPhoneNumber: null },
  routingProfileId: null,
  hierarchyGroupId: null,
  securityProfileIds: [],
  tags: {},
}
