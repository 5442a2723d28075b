import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { Change, ChangeStatus } from '@patchbay/contract'

const looks: Record<ChangeStatus, { readonly type: StatusIndicatorProps.Type; readonly text: string }> = {
  confirmed: { type: 'success', text: 'Confirmed' },
  pending: { type: 'in-progress', text: 'Confirming' },
  failed: { type: 'error', text: 'Failed' },
}

const unknown = { type: 'pending', text: 'Outcome unknown' } as const

interface ChangeStatusTextProps {
  readonly status: ChangeStatus
  /** What Amazon Connect answered, where that is known here; null: nothing yet. */
  readonly outcome?: Change['outcome']
}

/** How a change ended, or that it has not yet: by icon and by word. */
export function ChangeStatusText({ status, outcome = 'done' }: ChangeStatusTextProps) {
  const { type, text } = status === 'pending' && outcome !== 'done' ? unknown : looks[status]
  return <StatusIndicator type={type}>{text}</StatusIndicator>
}
