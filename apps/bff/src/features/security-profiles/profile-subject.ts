import type { SecurityProfile } from '@patchbay/contract'
import type { ProfileSettings } from '../../connect/security-profiles/profile-settings.ts'
import { requireProfileWrite } from '../access/require-profile-write.ts'
import { tagStates } from '../writes/plan-tags.ts'
import type { FieldState, Subject } from '../writes/write.ts'
import { profileAnswer, readProfile, type ProfileReading } from './read-profile.ts'

/** A security profile as the write engine sees it. */
export const profileSubject: Subject<ProfileReading, SecurityProfile> = {
  kind: 'security-profile',
  word: 'security profile',
  read: readProfile,
  states: ({ settings }) => profileStates(settings),
  // Profiles stand in no group: only who sees everything sees their history.
  describe: async (_caller, { settings: { name } }) => ({ name, groups: [], names: {} }),
  answer: async (_caller, reading) => profileAnswer(reading),
  // Profiles belong to the whole instance: whoever may read any sees all.
  requireVisible: () => undefined,
  requireWritable: async (caller, { settings }, fields) => {
    const change = fields.find(({ field }) => field === 'permissions')
    const wanted = Array.isArray(change?.after) ? change.after : settings.permissions
    await requireProfileWrite(caller, 'security-profiles.write', settings, wanted)
  },
  // No route deletes one.
  requireDeletable: (caller, { settings }) =>
    requireProfileWrite(caller, 'security-profiles.write', settings, settings.permissions),
  remember: ({ instance }, { settings }) => instance.directory.ownProfiles.put(settings),
}

/** All that can be changed of a profile, flat. */
export function profileStates({
  name,
  description,
  permissions,
  tags,
}: Pick<ProfileSettings, 'name' | 'description' | 'permissions' | 'tags'>): FieldState[] {
  return [
    { field: 'name', key: null, value: name },
    { field: 'description', key: null, value: description },
    { field: 'permissions', key: null, value: [...permissions].sort() },
    ...tagStates(tags),
  ]
}
