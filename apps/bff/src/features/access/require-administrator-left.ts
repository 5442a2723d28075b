import { describeUser } from '../../connect/users/describe-user.ts'
import { findHolders } from '../../connect/users/search-users.ts'
import type { UserSettings } from '../../connect/users/user-settings.ts'
import { Fault } from '../../http/fault.ts'
import { listProfiles } from './weigh-profiles.ts'
import type { Caller } from '../caller.ts'

/**
 * Throws FORBIDDEN where nobody else holds the administrator profile: an instance without an administrator can only be
 * mended by AWS. The search lags, so one of those it finds is read anew; whoever just lost the profile by a change whose end nobody
 * knows yet does not count. Asked inside of `inAdministratorTurn`.
 * @param left the security profiles that the person keeps; none where they are deleted
 */
export async function requireAdministratorLeft(
  caller: Caller,
  current: Pick<UserSettings, 'id' | 'securityProfileIds'>,
  left: readonly string[],
): Promise<void> {
  const { instance, signal, access } = caller
  const wanted = access.person.config.administratorProfile
  const profile = (await listProfiles(caller)).find(({ id, name }) => id === wanted || name === wanted)
  if (!profile || !current.securityProfileIds.includes(profile.id) || left.includes(profile.id)) return
  await caller.takeAdministratorTurn()
  for (const id of await findHolders(instance, profile.id, { signal })) {
    if (id === current.id) continue
    const holder = await findUser(caller, id)
    if (holder?.securityProfileIds.includes(profile.id) === true && !(await isChanging(caller, id))) return
  }
  const message = `Nobody else holds “${profile.name}”. Give it to another person first: without it nobody could administer this instance.`
  throw new Fault('FORBIDDEN', { fields: [{ field: 'securityProfileIds', message }] }, { message })
}

/** A change of theirs, or their deletion, was begun and may still take effect. */
async function isChanging({ changes }: Caller, target: string): Promise<boolean> {
  const pending = await changes.search({ kind: 'change', target, status: 'pending' }, 'all', { limit: 100 })
  return pending.some(({ action, fields }) =>
    fields.some(({ field }) => action === 'users.delete' || field === 'securityProfileIds'),
  )
}

/** Someone whom the search still finds may be gone. */
async function findUser({ instance, signal }: Caller, id: string): Promise<UserSettings | undefined> {
  try {
    return await describeUser(instance, id, { signal })
  } catch (error) {
    if (error instanceof Fault && error.code === 'NOT_FOUND') return undefined
    throw error
  }
}
