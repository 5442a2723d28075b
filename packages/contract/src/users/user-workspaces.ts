import { z } from 'zod'
import { instant } from '../fields.ts'

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

export const userWorkspaces = z.object({ items: z.array(userWorkspace), asOf: instant })
export type UserWorkspaces = z.infer<typeof userWorkspaces>
