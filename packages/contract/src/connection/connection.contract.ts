import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { instant } from '../fields.ts'

/** A request of the asker that waits for its turn: Amazon Connect takes few calls a second, of all tools together. */
export const requestWait = z.object({
  /** As it was asked, below /api: `/meridian/users/1f2e`. */
  path: z.string(),
  /** About how much longer. */
  seconds: z.number().int(),
  /** It waits for everybody to be read, page by page: so many people are read, of about so many. */
  reading: z.object({ people: z.number().int(), ofAbout: z.number().int() }).optional(),
})
export type RequestWait = z.infer<typeof requestWait>

export const connection = z.object({
  /** `down`: Amazon Connect does not answer; what is shown was read before, and nothing can be changed. */
  state: z.enum(['answers', 'down']),
  since: instant,
  /** While it is down: when the next look is due. */
  retryAfterSeconds: z.number().optional(),
  waits: z.array(requestWait),
})
export type Connection = z.infer<typeof connection>

/** Stands on every answer below /api while Amazon Connect does not answer, also on those that could do without it. */
export const CONNECT_DOWN_HEADER = 'x-connect-down'

export const connectionContract = {
  read: endpoint({
    right: 'signed-in',
    method: 'GET',
    path: '/connection',
    summary: 'Whether Amazon Connect answers, and which of my requests wait for it',
  })
    .input(z.strictObject({}))
    .output(connection),
}
