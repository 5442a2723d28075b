import { statusWrite, type LiveStatus } from '@patchbay/contract'
import { z } from 'zod'
import type { FieldTexts } from '../../forms/changes.ts'

export const statusForm = z.object({ agentStatus: statusWrite.shape.agentStatus })

export const statusTexts: FieldTexts<z.output<typeof statusForm>> = {
  agentStatus: { label: 'Status', format: (name) => name || 'Without a name' },
}

/** What somebody set while they were on a contact is what follows it. */
export function toStatusForm({ status, version }: Pick<LiveStatus, 'status' | 'version'>) {
  return { version, values: { agentStatus: status?.next ?? status?.name ?? '' } }
}
