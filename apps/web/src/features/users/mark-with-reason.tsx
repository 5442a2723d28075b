import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { NotificationStatus, UserNotification } from '@patchbay/contract'
import { useId, type FormEvent } from 'react'
import { FormDialog } from '../../forms/form-dialog.tsx'
import { useReason } from '../../forms/use-reason.tsx'
import { MarkProblem } from './mark-problem.tsx'
import { markTexts, notificationName } from './notification-words.ts'
import type { Marking } from './use-marking.ts'

interface MarkWithReasonProps {
  readonly notification: UserNotification
  readonly status: NotificationStatus
  readonly marking: Marking
  readonly onClose: () => void
}

/** For whom the role asks to say why. */
export function MarkWithReason({ notification, status, marking, onClose }: MarkWithReasonProps) {
  const form = useId()
  return (
    <FormDialog
      header={`${markTexts[status]}?`}
      closeLabel="Close without marking"
      form={form}
      action={markTexts[status]}
      sending={marking.isMarking ? 'Marking' : undefined}
      onClose={onClose}
    >
      <ReasonForm id={form} notification={notification} status={status} marking={marking} />
    </FormDialog>
  )
}

function ReasonForm({
  id,
  notification,
  status,
  marking,
}: Omit<MarkWithReasonProps, 'onClose'> & { readonly id: string }) {
  const { problem } = marking
  const reason = useReason({ field: 'asked', refusal: problem, takesFocus: true })

  function submit(event: FormEvent): void {
    event.preventDefault()
    event.stopPropagation()
    if (reason.check()) marking.mark(status, reason.value)
  }

  return (
    <form id={id} noValidate onSubmit={submit}>
      <SpaceBetween size="m">
        {problem !== undefined && <MarkProblem problem={problem} />}
        <Box>
          <bdi>{notificationName(notification)}</bdi>
        </Box>
        {reason.field}
      </SpaceBetween>
    </form>
  )
}
