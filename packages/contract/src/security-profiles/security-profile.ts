import { z } from 'zod'
import { directoryListOf, id, instant, isStale, reason, storedTags, tags, text, version } from '../fields.ts'

export const securityProfile = z.object({
  id: z.string(),
  version,
  name: z.string(),
  description: z.string(),
  /** API names, sorted. */
  permissions: z.array(z.string()),
  tags: storedTags,
  /** Restrictions: read and kept as they are, shown on the page, not written yet. */
  allowedAccessControlTags: storedTags,
  tagRestrictedResources: z.array(z.string()),
  hierarchyRestrictedResources: z.array(z.string()),
  allowedAccessControlHierarchyGroupId: z.string().nullable(),
  lastModifiedAt: instant.nullable(),
  asOf: instant,
  isStale,
})
export type SecurityProfile = z.infer<typeof securityProfile>

export const securityProfileRow = securityProfile.pick({ id: true, name: true, description: true, tags: true }).extend({
  people: z.number().int(),
  lastModifiedAt: instant.nullable(),
  /** Written through Patchbay, and not found so by Connect's search yet. */
  pending: z.boolean(),
})
export type SecurityProfileRow = z.infer<typeof securityProfileRow>

export const ungrantableProfile = z.object({
  id: z.string(),
  /** Why it can be neither given nor taken, in words. */
  reason: z.string(),
})
export type UngrantableProfile = z.infer<typeof ungrantableProfile>

export const ungrantablePermission = z.object({
  /** The API's. */
  name: z.string(),
  /** Why it cannot be handed out, in words. */
  reason: z.string(),
})
export type UngrantablePermission = z.infer<typeof ungrantablePermission>

export const securityProfileList = directoryListOf(securityProfileRow)

/** Its bound is that of a permission of CreateSecurityProfile. */
export const permissionName = text('A permission', { min: 1, max: 128 })

/** Bounds of CreateSecurityProfile: https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateSecurityProfile.html */
export const securityProfileFields = {
  description: text('The description', { max: 250 }),
  permissions: z
    .array(permissionName)
    .max(500, 'A security profile can have at most 500 permissions.')
    .refine((names) => new Set(names).size === names.length, 'Each permission can be given once.'),
  tags,
}

export const securityProfileName = text('The name', { min: 1, max: 127 }).regex(
  /^[ a-zA-Z0-9_@-]+$/,
  'The name can have letters A to Z, digits, spaces and _ @ -.',
)

export const securityProfileCreate = z.strictObject({ reason, name: securityProfileName, ...securityProfileFields })
export type SecurityProfileCreate = z.infer<typeof securityProfileCreate>

/** No name: Amazon Connect has no operation that renames a security profile (SP-01). */
export const securityProfileWrite = z.strictObject({ version, reason, ...securityProfileFields })
export type SecurityProfileWrite = z.infer<typeof securityProfileWrite>

export const securityProfileId = id
