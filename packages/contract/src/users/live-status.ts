import { z } from 'zod'
import { instant, isStale } from '../fields.ts'

/** What somebody does at the moment, as GetCurrentUserData tells. It is a matter of seconds. */
export const liveStatus = z.object({
  /** Null: Amazon Connect tells of nobody who is not signed in to it. */
  status: z
    .object({
      /** Null: Connect has no name for it. */
      name: z.string().nullable(),
      since: instant.nullable(),
      /** What follows once they are done with what they are at (OTH-03). */
      next: z.string().nullable(),
      contacts: z.number().int(),
    })
    .nullable(),
  asOf: instant,
  isStale,
})
export type LiveStatus = z.infer<typeof liveStatus>
