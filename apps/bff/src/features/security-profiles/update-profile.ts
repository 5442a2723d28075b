import type { SecurityProfile, SecurityProfileWrite } from '@patchbay/contract'
import { updateSecurityProfile } from '../../connect/security-profiles/write-security-profile.ts'
import type { Caller } from '../caller.ts'
import { planTags } from '../writes/plan-tags.ts'
import { runWrites, type Written } from '../writes/run-writes.ts'
import { differences, type Write } from '../writes/write.ts'
import { profileStates, profileSubject } from './profile-subject.ts'
import type { ProfileReading } from './read-profile.ts'

type ProfileInput = SecurityProfileWrite & { readonly id: string }

/** Up to three writes: description with permissions, new tags, tags that are gone. */
export async function updateProfile(caller: Caller, input: ProfileInput): Promise<Written<SecurityProfile>> {
  return await runWrites(caller, profileSubject, input, {
    action: 'securityProfiles.update',
    plan: (before) => [
      ...planSettings(caller, before, input),
      ...planTags(caller.instance, before.arn, before.settings.tags, input.tags),
    ],
  })
}

function planSettings({ instance }: Caller, { settings }: ProfileReading, input: ProfileInput): Write[] {
  const { description, permissions } = input
  const wanted = { ...settings, description, permissions }
  const fields = differences(profileStates(settings), profileStates(wanted))
  if (fields.length === 0) return []
  const changed = new Set(fields.map(({ field }) => field))
  const change = {
    ...(changed.has('description') && { description }),
    ...(changed.has('permissions') && { permissions }),
  }
  const what =
    changed.size === 2
      ? 'Description and permissions were'
      : changed.has('permissions')
        ? 'The permissions were'
        : 'The description was'
  return [
    {
      operation: 'UpdateSecurityProfile',
      done: `${what} written.`,
      fields,
      send: (options) => updateSecurityProfile(instance, settings.id, change, options),
    },
  ]
}
