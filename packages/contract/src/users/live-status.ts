import { z } from 'zod'
import { id, instant, isStale, listOf, reason, text, version } from '../fields.ts'

/** In which Connect lets a contact be dismissed: https://docs.aws.amazon.com/connect/latest/APIReference/API_DismissUserContact.html */
export const dismissibleStates: ReadonlySet<string> = new Set(['MISSED', 'ERROR', 'ENDED', 'REJECTED'])

const stateTexts: Readonly<Record<string, string>> = {
  INCOMING: 'Incoming',
  PENDING: 'Pending',
  CONNECTING: 'Connecting',
  CONNECTED: 'Connected',
  CONNECTED_ONHOLD: 'On hold',
  MISSED: 'Missed',
  ERROR: 'Failed',
  ENDED: 'Ended',
  REJECTED: 'Rejected',
}

/** A contact's state in words; one that is newer than Patchbay by Connect's own name. */
export function contactStateText(state: string): string {
  return Object.hasOwn(stateTexts, state) ? (stateTexts[state] ?? state) : state
}

/** One of those that take somebody's slots. */
const liveContact = z.object({
  id: z.string(),
  channel: z.string().nullable(),
  state: z.string().nullable(),
  /** When it came into its state. */
  since: instant.nullable(),
})
export type LiveContact = z.infer<typeof liveContact>

/** What somebody does at the moment, as GetCurrentUserData tells. It is a matter of seconds. */
export const liveStatus = z.object({
  id: z.string(),
  /** Of which agent status stands, or follows: how long it has and which contacts there are is not part of it. */
  version: z.string(),
  /** Null: Amazon Connect tells of nobody who is not signed in to it. */
  status: z
    .object({
      /** Null: Connect has no name for it. */
      name: z.string().nullable(),
      since: instant.nullable(),
      /** What follows once they are done with what they are at (OTH-03). */
      next: z.string().nullable(),
      contacts: z.array(liveContact),
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

export const contactDismissal = z.strictObject({ version, reason, contactId: id })

/** One that people can be set to: a disabled one is not told. */
export const agentStatus = z.object({ name: z.string(), type: z.enum(['ROUTABLE', 'CUSTOM', 'OFFLINE']) })
export type AgentStatus = z.infer<typeof agentStatus>

export const agentStatusList = listOf(agentStatus)
