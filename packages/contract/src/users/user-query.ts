import { z } from 'zod'
import { text } from '../fields.ts'
import { wholeNumber } from '../whole-number.ts'

export const userFilterProperties = [
  'username',
  'firstName',
  'lastName',
  'securityProfile',
  'routingProfile',
  'hierarchyGroup',
  'phoneType',
  'autoAccept',
  'afterContactWorkSeconds',
  'deskPhoneNumber',
  'tag',
  'id',
  'pending',
  'changed',
] as const

/**
 * `=` and `!=` compare whole values (ids for profiles and groups; '' means "none"), `:` and `!:` look for a part of a text,
 * `^` for its beginning, `<=` and `>=` compare numbers. `under` takes a hierarchy group with all below it.
 * A tag is named by its key, or as key=value.
 */
export const userFilterOperators = ['=', '!=', ':', '!:', '^', '<=', '>=', 'under'] as const

export const userFilterToken = z.strictObject({
  property: z.enum(userFilterProperties),
  operator: z.enum(userFilterOperators),
  value: text('The value', { max: 300 }),
})
export type UserFilterToken = z.infer<typeof userFilterToken>

export const userSortFields = [
  'username',
  'firstName',
  'lastName',
  'routingProfile',
  'hierarchyGroup',
  'phoneType',
  'autoAccept',
  'afterContactWorkSeconds',
  'pending',
  'changed',
] as const
export type UserSortField = (typeof userSortFields)[number]

export const USER_PAGE_SIZES = [25, 50, 100] as const

/** The state of the people table: what the browser keeps in its URL is what the list route takes. */
export const userQuery = z.strictObject({
  /** Every word has to be found in the name, the user name, the desk phone number or the id. */
  search: text('The search', { max: 200 }).optional(),
  filter: z.array(userFilterToken).max(20, 'At most 20 filters at a time.').optional(),
  join: z.enum(['and', 'or']).default('and'),
  sort: z.enum(userSortFields).default('lastName'),
  order: z.enum(['asc', 'desc']).default('asc'),
  page: wholeNumber('The page', { min: 1, max: 1_000_000 }).default(1),
  pageSize: wholeNumber('The page size', { min: 1, max: 500 }).default(50),
})
export type UserQuery = z.infer<typeof userQuery>
