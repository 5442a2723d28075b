import { changeQuery } from '@patchbay/contract'
import type { z } from 'zod'

/** The address of the changes list carries what its route takes; the instance stands in the path. */
export const changesSearch = changeQuery.omit({ instance: true })
export type ChangesQuery = z.output<typeof changesSearch>
