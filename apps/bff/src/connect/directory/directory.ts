import type { UserQuery, UserRow } from '@patchbay/contract'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { Store } from '../../store/store.ts'
import type { Tables } from '../../store/tables.ts'
import type { Upstream } from '../upstream.ts'
import type { UserSummary } from '../users/user-settings.ts'
import { countPeople, type PeopleCounts } from './count-people.ts'
import { isPostgres } from '../../store/is-postgres.ts'
import { findUserPage, findUserRow, type PageOptions } from './find-users.ts'
import { KeptPerGeneration } from './kept-per-generation.ts'
import { KeptSweep, type KeptSweepOptions } from './kept-sweep.ts'
import { readGroups, readNames, readProfiles, readRoutingProfiles, type Names } from './names.ts'
import { OwnUsers } from './own-writes.ts'
import { findGranting, findPermissions, sweepPermissions } from './profile-permissions.ts'
import { Readings, type ReadingKind, type ReadingProblem, type StoredReading } from './readings.ts'
import type { Scope } from './scope.ts'
import type { UserListQuery } from './user-condition.ts'
import { sweepHierarchy, sweepRoutingProfiles } from './sweep-names.ts'
import { OwnProfiles, sweepSecurityProfiles } from './sweep-profiles.ts'
import { sweepPeople, type SweepPlace } from './sweep-people.ts'

/** People change often, and a list of them is what work starts from. */
export const PEOPLE_KEEP_MS = 30_000
/** Profiles, groups and routing profiles change seldom, and are read mostly for their names. */
export const NAMES_KEEP_MS = 300_000

export interface DirectoryOptions {
  readonly signal?: AbortSignal | undefined
  /** Waits for a reading that begins now. */
  readonly fresh?: boolean
}

export interface ScopedOptions extends DirectoryOptions {
  readonly scope: Scope
}

/** How old an answer is, and whether a younger one is coming. */
export interface ReadingState {
  readonly asOf: Date
  readonly refreshing: boolean
  readonly problem: ReadingProblem | null
}

/**
 * All people, profiles and groups of one instance as they are in the store. The very first reading is waited for. Later
 * on what there is is answered at once, and read anew behind the scenes when it has become old and somebody looks.
 */
export class Directory {
  readonly ownUsers: OwnUsers
  readonly ownProfiles: OwnProfiles
  readonly #database: Kysely<Tables>
  readonly #instanceId: string
  readonly #now: () => Date
  readonly #readings: Readings
  readonly #place: SweepPlace
  readonly #sweeps: Readonly<Record<ReadingKind, KeptSweep>>
  readonly #kept = new KeptPerGeneration()
  readonly #keptNames = new KeptPerGeneration()

  constructor(upstream: Upstream, instanceId: string, store: Store, log: Logger) {
    const { now } = upstream
    const { database, leases } = store
    const readings = new Readings(store, instanceId, now)
    const place = { database, upstream, instanceId, readings }
    const kept = (kind: ReadingKind, keepMs: number, sweep: KeptSweepOptions['sweep']) =>
      new KeptSweep({ kind, keepMs, sweep, readings, leases, lease: `directory/${instanceId}/${kind}`, now, log })
    this.#database = database
    this.#instanceId = instanceId
    this.#now = now
    this.#readings = readings
    this.#sweeps = {
      people: kept('people', PEOPLE_KEEP_MS, (call, turn) => sweepPeople(place, call, turn)),
      securityProfiles: kept('securityProfiles', NAMES_KEEP_MS, (call) => sweepSecurityProfiles(place, call)),
      permissions: kept('permissions', NAMES_KEEP_MS, async (call, turn) => {
        const asOf = now()
        // When each was modified is known from the profiles.
        await this.#sweeps.securityProfiles.renew(call)
        await sweepPermissions(place, asOf, call, turn)
      }),
      hierarchy: kept('hierarchy', NAMES_KEEP_MS, (call) => sweepHierarchy(place, call)),
      routingProfiles: kept('routingProfiles', NAMES_KEEP_MS, (call) => sweepRoutingProfiles(place, call)),
    }
    this.#place = place
    this.ownUsers = new OwnUsers(database, instanceId, readings, now)
    this.ownProfiles = new OwnProfiles(place)
  }

  /** Filters, sorts and pages over all people in scope. */
  async searchUsers(
    query: UserQuery,
    { scope, exactTotal, ...options }: ScopedOptions & Pick<PageOptions, 'exactTotal'>,
  ) {
    const readings = await this.#look(['people'], NAMES, options)
    const page = await this.#findPage(query, scope, readings, { exactTotal })
    this.#learnNames(page.items, readings)
    return { ...page, state: this.#stateOf(readings, ['people']) }
  }

  /** Who in scope holds a permission through the profiles that they have, by user name. */
  async findPermissionHolders(
    { name, ...page }: Pick<UserQuery, 'page' | 'pageSize'> & { readonly name: string },
    { scope, ...options }: ScopedOptions,
  ) {
    const main = ['people', 'permissions'] as const
    const readings = await this.#look(main, NAMES, options)
    const granting = await findGranting(this.#place, name)
    const query = { ...page, sort: 'username', order: 'asc', join: 'and', holding: [...granting] } as const
    const { items, total } = await this.#findPage(query, scope, readings)
    const holders = items.map(({ id, username, securityProfiles }) => ({
      userId: id,
      username,
      via: securityProfiles.flatMap((profile) => (granting.has(profile.id) ? [profile.id] : [])),
    }))
    return { items: holders, total, state: this.#stateOf(readings, main) }
  }

  /** What the directory knows of one person; undefined where it knows nobody by this id, or not within the scope. */
  async findUser(id: string, { scope, ...options }: ScopedOptions) {
    const readings = await this.#look(['people'], NAMES, options)
    const row = await findUserRow(this.#database, await this.#placeOf(readings), id, scope)
    return row && { row, state: this.#stateOf(readings, ['people']) }
  }

  /** @param permission only the profiles that grant it, as last read */
  async readSecurityProfiles({ scope, permission, ...options }: ScopedOptions & { readonly permission?: string }) {
    const main = [
      'securityProfiles',
      'people',
      ...(permission === undefined ? [] : (['permissions'] as const)),
    ] as const
    const readings = await this.#look(main, ['hierarchy'], options)
    const granting = permission === undefined ? undefined : await findGranting(this.#place, permission)
    const all = await readProfiles(this.#database, this.#instanceId)
    const profiles = all.filter(({ id }) => granting?.has(id) ?? true)
    return { profiles, people: await this.#countPeople(readings, scope), state: this.#stateOf(readings, main) }
  }

  async readHierarchy({ scope, ...options }: ScopedOptions) {
    const main = ['hierarchy', 'people'] as const
    const readings = await this.#look(main, [], options)
    const { levels, groups } = await readGroups(this.#database, this.#instanceId)
    return { levels, groups, people: await this.#countPeople(readings, scope), state: this.#stateOf(readings, main) }
  }

  async readRoutingProfiles(options: DirectoryOptions) {
    const readings = await this.#look(['routingProfiles'], [], options)
    const profiles = await readRoutingProfiles(this.#database, this.#instanceId)
    return { profiles, state: this.#stateOf(readings, ['routingProfiles']) }
  }

  /**
   * The permissions of these profiles as last read, by profile; read now are those of profiles that were modified since.
   * One that Connect does not have (any more) is left out.
   */
  async findProfilePermissions(
    profileIds: Iterable<string>,
    { signal }: Pick<DirectoryOptions, 'signal'>,
  ): Promise<Map<string, readonly string[]>> {
    await this.#look(['securityProfiles'], [], { signal })
    return await findPermissions(this.#place, profileIds, { signal })
  }

  /** Resolves when the permissions of all profiles were read once. */
  async awaitPermissions({ signal }: Pick<DirectoryOptions, 'signal'>): Promise<void> {
    await this.#look(['permissions'], [], { signal })
  }

  /** Names for what these people carry. An id without a name is either gone or newer than what was read: read again to find out. */
  async readNames(people: readonly References[], options: Pick<DirectoryOptions, 'signal'>): Promise<Names> {
    const readings = await this.#look(NAMES, [], options)
    const names = await this.#namesOf(readings)
    const unknown = people.flatMap((person) => unknownKinds(person, names))
    const old = new Set(unknown.filter((kind) => this.#isOlder(readings(kind), UNKNOWN_NAME_MAX_AGE_MS)))
    if (old.size === 0) return names
    // Where they cannot be read again, the last known ones do.
    await Promise.allSettled([...old].map((kind) => this.#sweeps[kind].renew(options)))
    options.signal?.throwIfAborted()
    return await this.#namesOf(await this.#readings.findAll())
  }

  /** Stops what is read, and resolves when nothing of it uses the store any more. */
  async close(): Promise<void> {
    await Promise.all(Object.values(this.#sweeps).map((sweep) => sweep.close()))
  }

  /** Sees to it that all these were read once, `main` anew where that is asked for, and that what is old gets younger. */
  async #look(
    main: readonly ReadingKind[],
    beside: readonly ReadingKind[],
    { signal, fresh = false }: DirectoryOptions,
  ) {
    let readings = await this.#readings.findAll()
    const kinds = [...main, ...beside]
    const missing = kinds.filter((kind) => readings(kind).asOf === null)
    if (fresh || missing.length > 0) {
      await Promise.all(
        kinds.map(async (kind) => {
          if (fresh && main.includes(kind)) await this.#sweeps[kind].renew({ signal })
          else if (missing.includes(kind)) await this.#sweeps[kind].join({ signal })
        }),
      )
      readings = await this.#readings.findAll()
    }
    for (const kind of kinds) this.#sweeps[kind].refresh(readings(kind))
    return readings
  }

  async #findPage(query: UserListQuery, scope: Scope, readings: AllReadings, options?: PageOptions) {
    const kept = this.#kept.at(generationOf(readings))
    return await findUserPage(this.#database, await this.#placeOf(readings), query, scope, kept, options)
  }

  #stateOf(readings: AllReadings, main: readonly ReadingKind[]): ReadingState {
    const all = main.map((kind) => readings(kind))
    return {
      asOf: new Date(Math.min(...all.map(({ asOf }) => asOf?.getTime() ?? 0))),
      refreshing: main.some((kind) => this.#sweeps[kind].isRunning),
      problem: all.find(({ problem }) => problem !== null)?.problem ?? null,
    }
  }

  async #placeOf(readings: AllReadings) {
    const names = await this.#namesOf(readings)
    const isPostgresPlace = isPostgres(this.#database)
    return { instanceId: this.#instanceId, isPostgres: isPostgresPlace, names, now: this.#now() }
  }

  async #namesOf(readings: AllReadings): Promise<Names> {
    const kept = this.#keptNames.at(NAMES.map((kind) => readings(kind).generation).join())
    return await kept.get('', () => readNames(this.#database, this.#instanceId))
  }

  /** A name that is missing on a page is read again behind the scenes, sooner than names otherwise are. */
  #learnNames(items: readonly UserRow[], readings: AllReadings): void {
    const unknown = new Set(
      items.flatMap(({ routingProfile, hierarchyGroup, securityProfiles }): NameKind[] => [
        ...(routingProfile?.name === null ? (['routingProfiles'] as const) : []),
        ...(hierarchyGroup?.name === null ? (['hierarchy'] as const) : []),
        ...(securityProfiles.some(({ name }) => name === null) ? (['securityProfiles'] as const) : []),
      ]),
    )
    for (const kind of unknown) this.#sweeps[kind].refresh(readings(kind), UNKNOWN_NAME_MAX_AGE_MS)
  }

  #isOlder({ asOf }: StoredReading, maxAgeMs: number): boolean {
    return asOf === null || this.#now().getTime() - asOf.getTime() >= maxAgeMs
  }

  async #countPeople(readings: AllReadings, scope: Scope): Promise<PeopleCounts> {
    const kept = this.#kept.at(generationOf(readings))
    return await kept.get(`counts ${JSON.stringify(scope)}`, () => countPeople(this.#database, this.#instanceId, scope))
  }
}

type AllReadings = (kind: ReadingKind) => StoredReading
type NameKind = (typeof NAMES)[number]
type References = Pick<UserSummary, 'routingProfileId' | 'hierarchyGroupId' | 'securityProfileIds'>

const NAMES = ['securityProfiles', 'routingProfiles', 'hierarchy'] as const

/** Kept names this old are read again where one is missing. */
const UNKNOWN_NAME_MAX_AGE_MS = 10_000

/** Whatever a list of people is computed from. */
function generationOf(readings: AllReadings): string {
  return (['people', ...NAMES] as const).map((kind) => readings(kind).generation).join()
}

function unknownKinds(person: References, names: Names): NameKind[] {
  const { routingProfileId, hierarchyGroupId, securityProfileIds } = person
  return [
    ...(routingProfileId === null || names.routingProfiles.has(routingProfileId) ? [] : (['routingProfiles'] as const)),
    ...(hierarchyGroupId === null || names.groupPaths.has(hierarchyGroupId) ? [] : (['hierarchy'] as const)),
    ...(securityProfileIds.every((id) => names.securityProfiles.has(id)) ? [] : (['securityProfiles'] as const)),
  ]
}
