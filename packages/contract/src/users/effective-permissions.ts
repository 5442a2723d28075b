import { z } from 'zod'
import { instant, isStale } from '../fields.ts'
import { groupReference } from './user.ts'

export const effectivePermission = z.object({ name: z.string(), grantedBy: z.array(z.string()) })

/**
 * Where a security profile lets its holders reach resources of one kind: those with all of these tags, and within this
 * group where there is one (HBAC-02).
 */
export const accessThroughProfile = z.object({
  profileId: z.string(),
  /** All have to match (TBAC-02); empty: the profile does not go by tags. */
  tags: z.record(z.string(), z.string()),
  /** Null: the profile does not go by the hierarchy. `isOwn`: the holder's own group is meant, and `group` is null where they have none. */
  hierarchy: z.object({ isOwn: z.boolean(), group: groupReference.nullable() }).nullable(),
})

/** One kind of resource that some profile of theirs restricts. What any profile lets them reach they reach (SP-13). */
export const accessScope = z.object({
  /** As Connect names it: User, SecurityProfile, RoutingProfile… */
  resource: z.string(),
  restrictedBy: z.array(accessThroughProfile),
  /** What these profiles grant reaches every resource of the kind, whatever the others restrict (TBAC-04). */
  unrestrictedBy: z.array(z.string()),
})
export type AccessScope = z.infer<typeof accessScope>

/** What a user's security profiles come to together. */
export const effectivePermissions = z.object({
  items: z.array(effectivePermission),
  total: z.number().int(),
  /** None: what is granted reaches everything. */
  scopes: z.array(accessScope),
  /** When the oldest of what it was put together from was read. */
  asOf: instant,
  complete: z.boolean(),
  isStale,
})
export type EffectivePermissions = z.infer<typeof effectivePermissions>
