import type { Ceiling } from '../../access/instance-access.ts'
import type { WeighedProfile } from '../../access/decisions.ts'
import type { Caller } from '../caller.ts'

/** Profiles with their permissions. One that Connect does not have (any more) is left out. */
export async function weighProfiles(caller: Caller, ids: Iterable<string>): Promise<WeighedProfile[]> {
  const { instance, signal } = caller
  const names = new Map((await listProfiles(caller)).map(({ id, name }) => [id, name]))
  const found = await instance.directory.findProfilePermissions(ids, { signal })
  return [...found].map(([id, permissions]) => ({ id, name: names.get(id) ?? '', permissions }))
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

/** All profiles by their names. Nobody is counted. */
export async function listProfiles({ instance, signal }: Caller) {
  return (await instance.directory.readSecurityProfiles({ scope: [], signal })).profiles
}
