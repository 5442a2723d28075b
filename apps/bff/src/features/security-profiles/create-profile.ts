import type { SecurityProfile, SecurityProfileCreate } from '@patchbay/contract'
import { createSecurityProfile } from '../../connect/security-profiles/write-security-profile.ts'
import { requireProfileWrite } from '../access/require-profile-write.ts'
import type { Caller } from '../caller.ts'
import { runCreate } from '../writes/run-create.ts'
import type { Written } from '../writes/run-writes.ts'
import { differences } from '../writes/write.ts'
import { profileStates, profileSubject } from './profile-subject.ts'

export async function createProfile(caller: Caller, input: SecurityProfileCreate): Promise<Written<SecurityProfile>> {
  await requireProfileWrite(caller, 'security-profiles.create', undefined, input.permissions)
  return await runCreate(caller, profileSubject, {
    action: 'securityProfiles.create',
    reason: input.reason,
    description: { name: input.name, groups: [], names: {} },
    write: {
      operation: 'CreateSecurityProfile',
      done: 'The security profile was created.',
      fields: differences([], profileStates(input)),
      send: (options) => createSecurityProfile(caller.instance, input, options),
    },
  })
}
