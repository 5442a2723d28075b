import type { SecurityProfile } from '@patchbay/contract'
import {
  describeSecurityProfile,
  versionOfProfile,
  type DescribedProfile,
} from '../../connect/security-profiles/describe-security-profile.ts'
import type { Caller } from '../caller.ts'
import type { Reader } from '../writes/write.ts'

export interface ProfileReading extends DescribedProfile {
  readonly version: string
  readonly asOf: Date
  readonly isStale: boolean
}

/** For looking at: kept for a while unless it has to be `fresh`, and what is known where Connect does not answer. */
export async function viewProfile(
  { instance, signal }: Caller,
  id: string,
  { fresh }: { fresh: boolean },
): Promise<ProfileReading> {
  const reading = await instance.readings.securityProfiles.getOrKnown(id, { signal, ...(fresh && { maxAgeMs: 0 }) })
  const { value, asOf, isStale } = reading
  return { ...value, version: versionOfProfile(value.settings), asOf, isStale }
}

/** For writing: read anew, whatever is kept, which is old from then on. */
export async function readProfile({ instance, signal, now }: Reader, id: string): Promise<ProfileReading> {
  const asOf = now()
  instance.readings.securityProfiles.expire(id)
  const described = await describeSecurityProfile(instance, id, { signal })
  instance.readings.securityProfiles.remember(id, { value: described, asOf })
  return { ...described, version: versionOfProfile(described.settings), asOf, isStale: false }
}

/** The reading in the form of the contract. */
export function profileAnswer({ settings, version, asOf, isStale }: ProfileReading): SecurityProfile {
  return {
    ...settings,
    permissions: [...settings.permissions],
    tagRestrictedResources: [...settings.tagRestrictedResources],
    hierarchyRestrictedResources: [...settings.hierarchyRestrictedResources],
    version,
    asOf: asOf.toISOString(),
    isStale,
  }
}
