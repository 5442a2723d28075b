import type {
  CreateSecurityProfileRequest,
  SecurityProfile,
  UpdateSecurityProfileRequest,
} from '@aws-sdk/client-connect'
import type { Checked } from '../operation.ts'
import type { SecurityProfileRecord } from '../state/records.ts'
import type { Instance } from '../state/instance.ts'
import { invalidParameter, notFound } from '../wire/aws-error.ts'
import { arnOf } from './arn.ts'
import { requireHierarchyGroup } from './hierarchy.ts'

type ProfileInput = Checked<CreateSecurityProfileRequest> | Checked<UpdateSecurityProfileRequest>
type ProfileContent = Omit<
  SecurityProfileRecord,
  'id' | 'seq' | 'name' | 'lastModifiedTime' | 'lastModifiedRegion' | 'tags'
>

const EMPTY_CONTENT: ProfileContent = {
  description: undefined,
  permissions: [],
  allowedAccessControlTags: {},
  tagRestrictedResources: [],
  hierarchyRestrictedResources: [],
  allowedAccessControlHierarchyGroupId: undefined,
  applications: [],
  allowedFlowModules: [],
  allowedAIAgents: [],
  granularAccessControl: undefined,
}

/** @throws AwsError ResourceNotFoundException */
export function requireSecurityProfile(instance: Instance, id: string): SecurityProfileRecord {
  const profile = instance.securityProfiles.read(id)
  if (!profile) throw notFound(`Security profile ${id.slice(0, 100)} was not found`)
  return profile
}

/**
 * What a profile holds after a create or an update: an omitted member keeps what was, a present one replaces it, an
 * empty one clears it (SP-04). Permission names are taken as they come and nothing is added (SP-08).
 */
export function securityProfileContent(input: ProfileInput, current: ProfileContent = EMPTY_CONTENT): ProfileContent {
  return {
    description: input.Description ?? current.description,
    permissions: input.Permissions ?? current.permissions,
    allowedAccessControlTags: input.AllowedAccessControlTags ?? current.allowedAccessControlTags,
    tagRestrictedResources: input.TagRestrictedResources ?? current.tagRestrictedResources,
    hierarchyRestrictedResources: input.HierarchyRestrictedResources ?? current.hierarchyRestrictedResources,
    allowedAccessControlHierarchyGroupId:
      input.AllowedAccessControlHierarchyGroupId === undefined
        ? current.allowedAccessControlHierarchyGroupId
        : input.AllowedAccessControlHierarchyGroupId || undefined,
    applications: input.Applications ?? current.applications,
    allowedFlowModules: input.AllowedFlowModules ?? current.allowedFlowModules,
    allowedAIAgents: input.AllowedAIAgents ?? current.allowedAIAgents,
    granularAccessControl: input.GranularAccessControlConfiguration ?? current.granularAccessControl,
  }
}

/**
 * Rules that the model's bounds do not show.
 * @throws AwsError InvalidParameterException (SP-09, SP-10), ResourceNotFoundException for an unknown hierarchy group
 */
export function requireSecurityProfileContent(instance: Instance, input: ProfileInput): void {
  if (input.HierarchyRestrictedResources?.some((resource) => resource !== 'User')) {
    throw invalidParameter('HierarchyRestrictedResources takes User only')
  }
  if (input.AllowedAccessControlHierarchyGroupId)
    requireHierarchyGroup(instance, input.AllowedAccessControlHierarchyGroupId)
  for (const { Type, ApplicationPermissions } of input.Applications ?? []) {
    const onlyAccess = (ApplicationPermissions ?? []).every((permission) => permission === 'ACCESS')
    if (Type !== 'MCP' && !onlyAccess)
      throw invalidParameter('A third-party application takes the permission ACCESS only')
  }
}

/** A profile as DescribeSecurityProfile gives it: without permissions, applications, flow modules and AI agents (SP-02). */
export function securityProfileAnswer(instance: Instance, profile: SecurityProfileRecord): SecurityProfile {
  return {
    Id: profile.id,
    OrganizationResourceId: instance.id,
    Arn: arnOf(instance, 'security-profile', profile.id),
    SecurityProfileName: profile.name,
    Description: profile.description,
    Tags: { ...profile.tags },
    AllowedAccessControlTags: { ...profile.allowedAccessControlTags },
    TagRestrictedResources: [...profile.tagRestrictedResources],
    LastModifiedTime: new Date(profile.lastModifiedTime),
    LastModifiedRegion: profile.lastModifiedRegion,
    HierarchyRestrictedResources: [...profile.hierarchyRestrictedResources],
    AllowedAccessControlHierarchyGroupId: profile.allowedAccessControlHierarchyGroupId,
    GranularAccessControlConfiguration: profile.granularAccessControl,
  }
}
