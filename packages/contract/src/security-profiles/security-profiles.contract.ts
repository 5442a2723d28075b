import { z } from 'zod'
import { withChanges } from '../changes/change.ts'
import { endpoint } from '../endpoint.ts'
import { fresh, id, instanceAlias } from '../fields.ts'
import { userRefusals } from '../users/user-refusals.ts'
import {
  permissionName,
  securityProfile,
  securityProfileCreate,
  securityProfileList,
  securityProfileWrite,
  ungrantablePermission,
  ungrantableProfile,
} from './security-profile.ts'

const inInstance = { instance: instanceAlias }
const oneProfile = { ...inInstance, id }
const writtenProfile = securityProfile.extend(withChanges)

export const securityProfilesContract = {
  list: endpoint({
    right: 'security-profiles.read',
    method: 'GET',
    path: '/{instance}/security-profiles',
    summary: 'All security profiles, or those that grant a permission, with the number of people who hold each',
  })
    .input(z.strictObject({ ...inInstance, permission: permissionName.optional(), fresh }))
    .output(securityProfileList),

  create: endpoint({
    right: 'security-profiles.create',
    method: 'POST',
    path: '/{instance}/security-profiles',
    summary: 'Create a security profile',
    successStatus: 201,
  })
    .input(securityProfileCreate.extend(inInstance))
    .output(writtenProfile),

  describe: endpoint({
    right: 'security-profiles.read',
    method: 'GET',
    path: '/{instance}/security-profiles/{id}',
    summary: 'Read one security profile whole',
  })
    .input(z.strictObject({ ...oneProfile, fresh }))
    .output(securityProfile),

  listRefusals: endpoint({
    right: 'security-profiles.read',
    method: 'GET',
    path: '/{instance}/security-profiles/{id}/refusals',
    summary: 'What the asker may not change of this security profile although the role has the right, and why',
  })
    .input(z.strictObject(oneProfile))
    .output(userRefusals),

  listUngrantable: endpoint({
    right: ['users.create', 'users.security-profiles.write'],
    method: 'GET',
    path: '/{instance}/ungrantable-security-profiles',
    summary: 'The security profiles that the asker may neither give nor take, and why',
  })
    .input(z.strictObject({ ...inInstance, right: z.enum(['users.create', 'users.security-profiles.write']) }))
    .output(z.object({ items: z.array(ungrantableProfile) })),

  listUngrantablePermissions: endpoint({
    right: ['security-profiles.create', 'security-profiles.write'],
    method: 'GET',
    path: '/{instance}/ungrantable-permissions',
    summary: 'The permissions of the catalogue that the asker may not put into a security profile, and why',
  })
    .input(z.strictObject({ ...inInstance, right: z.enum(['security-profiles.create', 'security-profiles.write']) }))
    .output(z.object({ items: z.array(ungrantablePermission) })),

  update: endpoint({
    right: 'security-profiles.write',
    method: 'PUT',
    path: '/{instance}/security-profiles/{id}',
    summary: 'Write description, permissions and tags of a security profile',
  })
    .input(securityProfileWrite.extend(oneProfile))
    .output(writtenProfile),
}
