import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { ChangeStatus } from '@patchbay/contract'

const looks: Record<ChangeStatus, { readonly type: StatusIndicatorProps.Type; readonly text: string }> = {
  confirmed: { type: 'success', text: 'Confirmed' },
  pending: { type: 'in-progress', text: 'Confirming' },
  failed: { type: 'error', text: 'Failed' },
}

/** How a change ended, or that it has not yet: by icon and by word. */
export function ChangeStatusText({ status }: { readonly status: ChangeStatus }) {
  const { type, text } = looks[status]
  return <StatusIndicator type={type}>{text}</StatusIndicator>
}
