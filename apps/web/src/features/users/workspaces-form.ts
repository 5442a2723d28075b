import { workspacesWrite, type AssignableWorkspace, type UserWorkspaces } from '@patchbay/contract'
import { z } from 'zod'
import type { FieldTexts } from '../../forms/changes.ts'

/** A set: in which order they were chosen is no change. */
export const workspacesForm = z.object({
  workspaceIds: z
    .array(z.string())
    .pipe(workspacesWrite.shape.workspaceIds)
    .transform((ids) => ids.toSorted()),
})

export function workspacesTexts(nameOf: (id: string) => string): FieldTexts<z.output<typeof workspacesForm>> {
  return {
    workspaceIds: {
      label: 'Workspaces',
      format: (ids) => ids.map(nameOf).join(', ') || 'None',
      parts: {
        of: (ids) => ids.map((key) => ({ key, label: nameOf(key), text: 'Assigned' })),
        keyOf: (held: string) => held,
        absent: 'Not assigned',
      },
    },
  }
}

/** Those of the person's own: what comes by the routing profile or to everyone is not theirs to lose. */
export function toWorkspacesForm({ items, version }: Pick<UserWorkspaces, 'items' | 'version'>) {
  const workspaceIds = items.flatMap(({ id, through }) => (through.includes('person') ? id : [])).toSorted()
  return { version, values: { workspaceIds } }
}

/** What has to be known of a workspace before somebody is given it (WS-05). */
export const visibilityTexts: Readonly<Record<AssignableWorkspace['visibility'], string | undefined>> = {
  ALL: 'Everyone has it already',
  ASSIGNED: undefined,
  NONE: 'Visible to nobody now',
}
