import { changesRoutes } from './features/changes/changes.routes.ts'
import { connectionRoutes } from './features/connection/connection.routes.ts'
import { federationRoutes } from './features/federation/federation.routes.ts'
import { hierarchyRoutes } from './features/hierarchy/hierarchy.routes.ts'
import { permissionsRoutes } from './features/permissions/permissions.routes.ts'
import { predefinedAttributesRoutes } from './features/predefined-attributes/predefined-attributes.routes.ts'
import { presetsRoutes } from './features/presets/presets.routes.ts'
import { rolesRoutes } from './features/access/roles.routes.ts'
import { routingProfilesRoutes } from './features/routing-profiles/routing-profiles.routes.ts'
import { securityProfilesRoutes } from './features/security-profiles/security-profiles.routes.ts'
import { sessionRoutes } from './features/session/session.routes.ts'
import { usersRoutes } from './features/users/users.routes.ts'
import type { Router } from './http/handlers.ts'

/** What answers each route of the contract. */
export const router: Router = {
  session: sessionRoutes,
  connection: connectionRoutes,
  roles: rolesRoutes,
  users: usersRoutes,
  securityProfiles: securityProfilesRoutes,
  permissions: permissionsRoutes,
  hierarchy: hierarchyRoutes,
  routingProfiles: routingProfilesRoutes,
  predefinedAttributes: predefinedAttributesRoutes,
  changes: changesRoutes,
  presets: presetsRoutes,
  federation: federationRoutes,
}
