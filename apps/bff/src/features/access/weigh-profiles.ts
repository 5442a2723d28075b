import type { Ceiling } from '../../access/instance-access.ts'
import type { WeighedProfile } from '../../access/decisions.ts'
import { listPermissions } from '../../connect/security-profiles/describe-security-profile.ts'
import type { Directory } from '../../connect/directory/directory.ts'
import { Fault } from '../../http/fault.ts'
import type { Caller } from '../caller.ts'

const kept = new WeakMap<
  Directory,
  Map<string, { readonly lastModifiedAt: string; readonly permissions: readonly string[] }>
>()

/**
 * Profiles with their permissions, which are read again when the profile was modified. One that Connect does not have
 * (any more) is left out.
 */
export async function weighProfiles(caller: Caller, ids: Iterable<string>): Promise<WeighedProfile[]> {
  const { instance } = caller
  const listed = new Map((await listProfiles(caller)).map((one) => [one.id, one]))
  const known = kept.get(instance.directory) ?? new Map()
  kept.set(instance.directory, known)
  const weigh = async (id: string): Promise<WeighedProfile[]> => {
    const { name, lastModifiedAt } = listed.get(id) ?? { name: '', lastModifiedAt: null }
    const before = known.get(id)
    if (before && before.lastModifiedAt === lastModifiedAt) return [{ id, name, permissions: before.permissions }]
    const permissions = await findPermissions(caller, id)
    if (permissions === undefined) return []
    if (lastModifiedAt !== null) known.set(id, { lastModifiedAt, permissions })
    return [{ id, name, permissions }]
  }
  return (await Promise.all([...new Set(ids)].map(weigh))).flat()
}

/** The permissions that a ceiling comes to on this instance. */
export async function permissionsOfCeiling(caller: Caller, ceiling: Ceiling): Promise<'all' | ReadonlySet<string>> {
  if (ceiling === 'all') return 'all'
  const named = (await listProfiles(caller)).filter(
    ({ id, name }) => ceiling.securityProfiles.has(id) || ceiling.securityProfiles.has(name),
  )
  const profiles = await weighProfiles(
    caller,
    named.map(({ id }) => id),
  )
  return new Set([...ceiling.permissions, ...profiles.flatMap(({ permissions }) => permissions)])
}

async function findPermissions({ instance, signal }: Caller, id: string): Promise<readonly string[] | undefined> {
  try {
    return await listPermissions(instance.upstream, instance.info.id, id, { signal })
  } catch (error) {
    if (error instanceof Fault && error.code === 'NOT_FOUND') return undefined
    throw error
  }
}

/** All profiles by their names. Nobody is counted. */
export async function listProfiles({ instance, signal }: Caller) {
  return (await instance.directory.readSecurityProfiles({ scope: [], signal })).profiles
}
