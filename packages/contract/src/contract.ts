import { changesContract } from './changes/changes.contract.ts'
import { connectionContract } from './connection/connection.contract.ts'
import { federationContract } from './federation/federation.contract.ts'
import { hierarchyContract } from './hierarchy/hierarchy.contract.ts'
import { permissionsContract } from './permissions/permissions.contract.ts'
import { predefinedAttributesContract } from './predefined-attributes/predefined-attributes.contract.ts'
import { presetsContract } from './presets/presets.contract.ts'
import { rolesContract } from './roles/roles.contract.ts'
import { routingProfilesContract } from './routing-profiles/routing-profiles.contract.ts'
import { securityProfilesContract } from './security-profiles/security-profiles.contract.ts'
import { sessionContract } from './session/session.contract.ts'
import { usersContract } from './users/users.contract.ts'

/** The endpoint table. Server routes, browser client, query keys and the OpenAPI document all follow from it. */
export const contract = {
  session: sessionContract,
  connection: connectionContract,
  roles: rolesContract,
  users: usersContract,
  securityProfiles: securityProfilesContract,
  permissions: permissionsContract,
  hierarchy: hierarchyContract,
  routingProfiles: routingProfilesContract,
  predefinedAttributes: predefinedAttributesContract,
  changes: changesContract,
  presets: presetsContract,
  federation: federationContract,
}
