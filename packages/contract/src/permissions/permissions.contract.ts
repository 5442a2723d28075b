import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { directoryListOf, fresh, instanceAlias } from '../fields.ts'
import { permissionName } from '../security-profiles/security-profile.ts'
import { userQuery } from '../users/user-query.ts'

export const permissionHolder = z.object({
  userId: z.string(),
  username: z.string(),
  /** The security profiles of theirs that grant it, by id. */
  via: z.array(z.string()),
})
export type PermissionHolder = z.infer<typeof permissionHolder>

export const permissionsContract = {
  listHolders: endpoint({
    right: 'security-profiles.read',
    method: 'GET',
    path: '/{instance}/permissions/{name}/holders',
    summary: 'Who holds a permission, and through which security profiles',
  })
    .input(
      userQuery.pick({ page: true, pageSize: true }).extend({
        instance: instanceAlias,
        name: permissionName,
        fresh,
      }),
    )
    .output(directoryListOf(permissionHolder)),
}
