import type { SecurityProfile, SecurityProfileCreate } from '@patchbay/contract'
import { createSecurityProfile } from '../../connect/security-profiles/write-security-profile.ts'
import type { Caller } from '../caller.ts'
import { logChange } from '../log-change.ts'
import { readBack, readNew } from '../read-back.ts'
import { readAfterWrite } from './update-profile.ts'

export async function createProfile(caller: Caller, input: SecurityProfileCreate): Promise<SecurityProfile> {
  const id = await createSecurityProfile(caller.instance, input)
  const fields = ['name', 'description', 'permissions', 'tags']
  logChange(caller, { operation: 'securityProfiles.create', target: id, fields, reason: input.reason })
  return await readBack('The security profile was created.', () => readNew(() => readAfterWrite(caller, id)))
}
