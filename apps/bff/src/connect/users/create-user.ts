import { CreateUserCommand } from '@aws-sdk/client-connect'
import type { Identity, UserCreate } from '@patchbay/contract'
import { Fault } from '../../http/fault.ts'
import type { ConnectInstance } from '../connect-door.ts'
import { createOnce } from '../create-once.ts'
import { outcomeUnknown } from '../error-table.ts'
import { malformed } from '../read-all-pages.ts'
import { readNew } from '../read-new.ts'
import { tagMember } from '../tag-map.ts'
import type { WriteOptions } from '../upstream.ts'
import { describeUser } from './describe-user.ts'
import { findUserByUsername } from './find-user.ts'
import type { UserSettings } from './user-settings.ts'
import { identityInfo, phoneConfig } from './write-user.ts'

/** Creates a person, never twice, and gives the id: `createOnce`. */
export async function createUser(
  instance: ConnectInstance,
  user: UserCreate,
  options: WriteOptions = {},
): Promise<string> {
  return await createOnce({
    create: () => sendCreate(instance, user, options),
    findMade: (how) => findMade(instance, user, how),
  })
}

async function sendCreate(instance: ConnectInstance, user: UserCreate, options: WriteOptions): Promise<string> {
  const command = new CreateUserCommand({
    InstanceId: instance.info.id,
    Username: user.username,
    ...(user.password === undefined ? {} : { Password: user.password }),
    ...(user.directoryUserId === undefined ? {} : { DirectoryUserId: user.directoryUserId }),
    IdentityInfo: identityInfo(instance.info.identityManagementType, user.identity),
    PhoneConfig: phoneConfig(user.phone),
    RoutingProfileId: user.routingProfileId,
    ...(user.hierarchyGroupId === null ? {} : { HierarchyGroupId: user.hierarchyGroupId }),
    SecurityProfileIds: user.securityProfileIds,
    ...tagMember(user.tags),
  })
  const { UserId } = await instance.upstream.call('CreateUser', (client, send) => client.send(command, send), options)
  if (!UserId) throw outcomeUnknown('CreateUser', malformed('a new user without an id'))
  return UserId
}

/** The name may have been another's all the time: only who is as this one was to be is taken for this one. */
async function findMade(
  instance: ConnectInstance,
  wanted: UserCreate,
  how: 'quickly' | 'thoroughly',
): Promise<string | undefined> {
  const id = await findUserByUsername(instance, wanted.username, how)
  if (id === undefined) return undefined
  const found = await readNew(() => describeUser(instance, id, {}))
  if (isAsWanted(found, wanted)) return id
  throw new Fault('user.username_taken', { fields: [{ field: 'username', message: 'This user name is taken.' }] })
}

function isAsWanted(found: UserSettings, wanted: UserCreate): boolean {
  const names: (keyof Identity)[] = ['firstName', 'lastName', 'secondaryEmail', 'mobile']
  return (
    found.routingProfileId === wanted.routingProfileId &&
    (wanted.directoryUserId === undefined || found.directoryUserId === wanted.directoryUserId) &&
    found.hierarchyGroupId === wanted.hierarchyGroupId &&
    new Set(found.securityProfileIds).symmetricDifference(new Set(wanted.securityProfileIds)).size === 0 &&
    names.every((name) => (found.identity[name] ?? '') === (wanted.identity[name] ?? ''))
  )
}
