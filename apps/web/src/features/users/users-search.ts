import { id, userQuery } from '@patchbay/contract'
import { z } from 'zod'

/** The address of the people list carries what its route takes. */
export const usersSearch = userQuery

/** On a person's page: the settings group whose form is open, or the question before deleting. */
export const userSearch = z.object({
  edit: z
    .enum([
      'identity',
      'phone',
      'channels',
      'routing-profile',
      'hierarchy-group',
      'security-profiles',
      'proficiencies',
      'workspaces',
      'status',
      'tags',
      'delete',
      'reset',
    ])
    .optional(),
})
export type UserSearch = z.infer<typeof userSearch>

/** On the page that creates: whom to copy. */
export const userCreateSearch = z.object({ from: id.optional() })
