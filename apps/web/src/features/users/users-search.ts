import { userQuery } from '@patchbay/contract'

/** The address of the people list carries what its route takes. */
export const usersSearch = userQuery
