import type { UserRefusals } from '@patchbay/contract'
import { Fault } from '../../http/fault.ts'
import { requireProfileWrite } from '../access/require-profile-write.ts'
import { weighProfiles } from '../access/weigh-profiles.ts'
import type { Caller } from '../caller.ts'

const right = 'security-profiles.write'

/** What a write of this profile would be refused for whatever it changes, known before anybody types. The write decides all the same. */
export async function listProfileRefusals(caller: Caller, id: string): Promise<UserRefusals> {
  const [profile] = await weighProfiles(caller, [id])
  if (profile === undefined || !caller.access.person.rights.has(right)) return { items: [] }
  try {
    await requireProfileWrite(caller, right, profile, profile.permissions)
    return { items: [] }
  } catch (error) {
    if (error instanceof Fault && error.code === 'FORBIDDEN') return { items: [{ right, reason: error.message }] }
    throw error
  }
}
