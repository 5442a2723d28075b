import type { Right, UngrantableProfile } from '@patchbay/contract'
import { beyondCeiling, isPrivileged, type WeighedProfile } from '../../access/decisions.ts'
import type { Caller } from '../caller.ts'
import { listProfiles, permissionsOfCeiling, weighProfiles } from './weigh-profiles.ts'

/** Which of these security profiles the caller may neither give nor take, and why. */
export async function findUngrantable(
  caller: Caller,
  right: Right,
  profiles: readonly WeighedProfile[],
): Promise<UngrantableProfile[]> {
  const { person } = caller.access
  if (person.isAdministrator) return []
  const ceiling = await permissionsOfCeiling(caller, caller.access.ceiling(right))
  return profiles.flatMap((profile) => {
    const { id, name } = profile
    if (isPrivileged(person.config, profile)) {
      return [{ id, reason: `Only an administrator may give or take the security profile “${name}”.` }]
    }
    const beyond = beyondCeiling(ceiling, profile.permissions)
    return beyond.length === 0 ? [] : [{ id, reason: beyondWords(profile, beyond) }]
  })
}

/** The same of all that there are. The first time, their permissions are read, all of them. */
export async function listUngrantable(caller: Caller, right: Right): Promise<UngrantableProfile[]> {
  if (caller.access.person.isAdministrator) return []
  await caller.instance.directory.awaitPermissions({ signal: caller.signal })
  const ids = (await listProfiles(caller)).map(({ id }) => id)
  return await findUngrantable(caller, right, await weighProfiles(caller, ids))
}

export function beyondWords({ name }: WeighedProfile, names: readonly string[]): string {
  return `“${name}” has permissions that you may not hand out: ${listWords(names)}.`
}

const MOST_NAMES = 5

export function listWords(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMES).join(', ')
  return names.length > MOST_NAMES ? `${shown} and ${names.length - MOST_NAMES} more` : shown
}
