import { CreateUserCommand } from '@aws-sdk/client-connect'
import type { UserCreate } from '@patchbay/contract'
import type { ConnectInstance } from '../connect-door.ts'
import { malformed } from '../read-all-pages.ts'
import { tagMember } from '../tag-map.ts'
import type { WriteOptions } from '../upstream.ts'
import { identityInfo, phoneConfig } from './write-user.ts'

/** Creates a person, never twice: where it is not known whether Connect did it, the Fault says so. Gives the new id. */
export async function createUser(
  instance: ConnectInstance,
  user: UserCreate,
  options: WriteOptions = {},
): Promise<string> {
  const command = new CreateUserCommand({
    InstanceId: instance.info.id,
    Username: user.username,
    ...(user.password === undefined ? {} : { Password: user.password }),
    IdentityInfo: identityInfo(instance.info.identityManagementType, user.identity),
    PhoneConfig: phoneConfig(user.phone),
    RoutingProfileId: user.routingProfileId,
    ...(user.hierarchyGroupId === null ? {} : { HierarchyGroupId: user.hierarchyGroupId }),
    SecurityProfileIds: user.securityProfileIds,
    ...tagMember(user.tags),
  })
  const { UserId } = await instance.upstream.call('CreateUser', (client, send) => client.send(command, send), options)
  if (!UserId) throw malformed('a new user without an id')
  return UserId
}
