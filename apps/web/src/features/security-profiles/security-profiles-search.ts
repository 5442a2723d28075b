import { z } from 'zod'
import { shows } from './permission-filter.ts'

export const profileSortFields = ['name', 'description', 'people', 'lastModifiedAt'] as const
export type ProfileSortField = (typeof profileSortFields)[number]

/** The state of the list, in its address. What cannot be read falls back instead of breaking a link. */
export const securityProfileListSearch = z.object({
  text: z.string().max(200).optional().catch(undefined),
  sort: z.enum(profileSortFields).optional().catch(undefined),
  order: z.enum(['asc', 'desc']).optional().catch(undefined),
})
export type SecurityProfileListSearch = z.infer<typeof securityProfileListSearch>

/** The state of the permission matrix, in the address of the profile it belongs to. */
export const securityProfileSearch = z.object({
  text: z.string().max(200).optional().catch(undefined),
  show: z.enum(shows).optional().catch(undefined),
  /** Ids of the groups that are open. Absent: the choice of the page. */
  open: z.array(z.string().max(100)).max(50).optional().catch(undefined),
  edit: z.boolean().optional().catch(undefined),
})
export type SecurityProfileSearch = z.infer<typeof securityProfileSearch>
