import type { Right, UngrantablePermission } from '@patchbay/contract'
import { permissionCatalogue } from '@patchbay/contract/permission-catalogue'
import { beyondCeiling, isPrivileged, type WeighedProfile } from '../../access/decisions.ts'
import type { Caller } from '../caller.ts'
import { beyondWords, listWords } from './find-ungrantable.ts'
import { forbid } from './require-person.ts'
import { permissionsOfCeiling } from './weigh-profiles.ts'

/**
 * Nobody makes a profile more, or touches one that is more, than they may hand out: to take from it changes what others
 * hold, too.
 * @param before undefined for a new one
 */
export async function requireProfileWrite(
  caller: Caller,
  right: Right,
  before: WeighedProfile | undefined,
  permissions: readonly string[],
): Promise<void> {
  const { person } = caller.access
  if (person.isAdministrator) return
  if (before && isPrivileged(person.config, before)) {
    throw forbid(`Only an administrator may change the security profile “${before.name}”.`)
  }
  const ceiling = await permissionsOfCeiling(caller, caller.access.ceiling(right))
  const held = beyondCeiling(ceiling, before?.permissions ?? [])
  if (before && held.length > 0) throw forbid(beyondWords(before, held), 'permissions')
  const added = beyondCeiling(ceiling, permissions)
  if (added.length > 0) throw forbid(`You may not hand out these permissions: ${listWords(added)}.`, 'permissions')
  const opening = openingOf(caller, permissions)
  if (opening.length > 0) throw forbid(`Only an administrator may hand out ${listWords(opening)}.`, 'permissions')
}

/** By one of these its holders can give themselves any other. */
function openingOf({ access: { person } }: Caller, permissions: readonly string[]): readonly string[] {
  return permissions.filter((permission) => person.config.privileged.permissions.includes(permission))
}

/** The permissions of the catalogue by which `requireProfileWrite` refuses a profile that holds them. */
export async function listUngrantablePermissions(caller: Caller, right: Right): Promise<UngrantablePermission[]> {
  if (caller.access.person.isAdministrator) return []
  const names = permissionCatalogue.map(({ name }) => name)
  const beyond = new Set(beyondCeiling(await permissionsOfCeiling(caller, caller.access.ceiling(right)), names))
  const opening = new Set(openingOf(caller, names))
  return names.flatMap((name) => {
    if (opening.has(name)) return [{ name, reason: 'Only an administrator may hand out this permission.' }]
    return beyond.has(name) ? [{ name, reason: 'Your role may not hand out this permission.' }] : []
  })
}
