import type { SecurityProfile } from '@patchbay/contract'
import {
  describeSecurityProfile,
  versionOfProfile,
  type DescribedProfile,
} from '../../connect/security-profiles/describe-security-profile.ts'
import type { Reader } from '../writes/write.ts'

export interface ProfileReading extends DescribedProfile {
  readonly version: string
  readonly asOf: Date
}

export async function readProfile({ instance, signal, now }: Reader, id: string): Promise<ProfileReading> {
  const asOf = now()
  const described = await describeSecurityProfile(instance, id, { signal })
  return { ...described, version: versionOfProfile(described.settings), asOf }
}

/** The reading in the form of the contract. */
export function profileAnswer({ settings, version, asOf }: ProfileReading): SecurityProfile {
  return {
    ...settings,
    permissions: [...settings.permissions],
    tagRestrictedResources: [...settings.tagRestrictedResources],
    hierarchyRestrictedResources: [...settings.hierarchyRestrictedResources],
    version,
    asOf: asOf.toISOString(),
  }
}
