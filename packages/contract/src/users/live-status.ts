import { z } from 'zod'
import { instant, isStale, listOf, reason, text, version } from '../fields.ts'

/** What somebody does at the moment, as GetCurrentUserData tells. It is a matter of seconds. */
export const liveStatus = z.object({
  id: z.string(),
  /** Of which agent status stands, or follows: how long it has and how many contacts there are is not part of it. */
  version: z.string(),
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

/** By name: Connect tells what follows by nothing else. Its bound: https://docs.aws.amazon.com/connect/latest/APIReference/API_AgentStatus.html */
export const statusWrite = z.strictObject({
  version,
  reason,
  agentStatus: text('The status', { min: 1, max: 127 }),
})

/** One that people can be set to: a disabled one is not told. */
export const agentStatus = z.object({ name: z.string(), type: z.enum(['ROUTABLE', 'CUSTOM', 'OFFLINE']) })
export type AgentStatus = z.infer<typeof agentStatus>

export const agentStatusList = listOf(agentStatus)
