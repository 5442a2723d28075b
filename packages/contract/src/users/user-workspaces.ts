import { z } from 'zod'
import { id, instant, listOf, reason, version } from '../fields.ts'

/** `everyone`: the workspace is visible to all. */
const workspaceWay = z.enum(['person', 'routing-profile', 'everyone'])

/** A workspace that somebody gets, and through what. */
export const userWorkspace = z.object({
  id: z.string(),
  name: z.string(),
  through: z.array(workspaceWay).min(1),
  /** Assigned, but visible to nobody (WS-05). */
  isHidden: z.boolean(),
})

/** The version is of what is assigned to the person alone: what comes otherwise is not written here. */
export const userWorkspaces = z.object({
  id: z.string(),
  version: z.string(),
  items: z.array(userWorkspace),
  asOf: instant,
})
export type UserWorkspaces = z.infer<typeof userWorkspaces>

/** Each takes a call. */
const MAX_ASSIGNED = 100

export const workspacesWrite = z.strictObject({
  version,
  reason,
  workspaceIds: z
    .array(id)
    .max(MAX_ASSIGNED, `A person can have at most ${MAX_ASSIGNED} workspaces assigned here.`)
    .refine((ids) => new Set(ids).size === ids.length, 'Each workspace can be given once.'),
})

/** One that people can be given, and to whom it is visible as it is (WS-05). */
const assignableWorkspace = z.object({
  id: z.string(),
  name: z.string(),
  visibility: z.enum(['ALL', 'ASSIGNED', 'NONE']),
})
export type AssignableWorkspace = z.infer<typeof assignableWorkspace>

export const assignableWorkspaceList = listOf(assignableWorkspace)
