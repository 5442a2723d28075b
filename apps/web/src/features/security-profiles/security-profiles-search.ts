import { z } from 'zod'
import { shows } from './permission-filter.ts'

export const profileSortFields = ['name', 'description', 'people', 'lastModifiedAt'] as const
export type ProfileSortField = (typeof profileSortFields)[number]

/** The state of the list, in its address. */
export const securityProfileListSearch = z.object({
  text: z.string().max(200).optional(),
  /** Only the profiles that grant it. */
  permission: z.string().min(1).max(128).optional(),
  sort: z.enum(profileSortFields).optional(),
  order: z.enum(['asc', 'desc']).optional(),
})
export type SecurityProfileListSearch = z.infer<typeof securityProfileListSearch>

/** The state of the permission matrix, in the address of the page it stands on. */
export const securityProfileCreateSearch = z.object({
  text: z.string().max(200).optional(),
  show: z.enum(shows).optional(),
  /** Ids of the groups that are open. Absent: the first one. */
  open: z.array(z.string().max(100)).max(50).optional(),
})
export type MatrixSearch = z.infer<typeof securityProfileCreateSearch>

export const securityProfileSearch = securityProfileCreateSearch.extend({ edit: z.boolean().optional() })
export type SecurityProfileSearch = z.infer<typeof securityProfileSearch>
